import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import type { Channel, Member, Overwrite } from "../../protocol/types";
import { displayName } from "../../state/names";
import { rolesFromTop } from "../../state/roles";
import { t, type Key } from "../../text/text";
import { Form } from "../dialogs";
import { notify } from "../notices";
import { channelPath, go } from "../router";
import { client } from "../session";
import { PERMISSION_GROUPS } from "./permissionList";
import { tell } from "./parts";

type Rule = "allow" | "deny" | "inherit";
const RULES: [Rule, Key][] = [
  ["deny", "overwrites.deny"],
  ["inherit", "overwrites.inherit"],
  ["allow", "overwrites.allow"],
];
const LINES = PERMISSION_GROUPS.filter((group) => group.inChannels);

/** What a channel says otherwise than the server, for roles and for single members. */
export function OverwritesEditor(props: { channel: Channel; guildId: Id }): JSX.Element {
  const overwrites = (): Overwrite[] => props.channel.permission_overwrites ?? [];
  const everyone = (): Overwrite => overwrites().find(({ id }) => id === props.guildId) ?? { id: props.guildId, type: 0, allow: "0", deny: "0" };
  const shown = createMemo(() => [everyone(), ...overwrites().filter(({ id }) => id !== props.guildId)]);
  const [chosen, setChosen] = createSignal<Id>(props.guildId);
  const [added, setAdded] = createSignal<Overwrite | null>(null);
  const all = (): Overwrite[] => {
    const draft = added();
    return draft && !shown().some(({ id }) => id === draft.id) ? [...shown(), draft] : shown();
  };
  const current = (): Overwrite => all().find(({ id }) => id === chosen()) ?? everyone();
  const nameOf = (overwrite: Overwrite): string => {
    if (overwrite.type === 0) return client.state.guilds[props.guildId]?.roles[overwrite.id]?.name ?? overwrite.id;
    const user = client.state.users[overwrite.id];
    return user ? displayName(client.state, user, props.guildId) : overwrite.id;
  };
  const add = (id: Id, type: number): void => {
    setAdded({ id, type, allow: "0", deny: "0" });
    setChosen(id);
  };
  const viewAs = (roleId: Id): void => {
    client.viewAs(props.guildId, roleId);
    go(channelPath(props.guildId));
  };
  return (
    <section aria-labelledby="overwrites">
      <h3 id="overwrites">{t("overwrites.title")}</h3>
      <p class="hint">{t("overwrites.hint")}</p>
      <div class="row wrap">
        <label class="field grow">
          <span>{t("overwrites.whose")}</span>
          <select value={current().id} onChange={(event) => setChosen(event.currentTarget.value)}>
            <For each={all()}>
              {(overwrite) => (
                <option value={overwrite.id} selected={overwrite.id === current().id}>
                  {nameOf(overwrite)}
                </option>
              )}
            </For>
          </select>
        </label>
        <AddSomebody guildId={props.guildId} known={all().map(({ id }) => id)} add={add} />
        <Show when={current().type === 0}>
          <button type="button" class="button quiet" onClick={() => viewAs(current().id)}>
            {t("overwrites.viewAs", { name: nameOf(current()) })}
          </button>
        </Show>
      </div>
      <Show when={current().id} keyed>
        {(_id) => <Rules channelId={props.channel.id} overwrite={current()} name={nameOf(current())} />}
      </Show>
    </section>
  );
}

function AddSomebody(props: { guildId: Id; known: Id[]; add: (id: Id, type: number) => void }): JSX.Element {
  const roles = (): { id: Id; name: string }[] => rolesFromTop(client.state, props.guildId).filter(({ id }) => !props.known.includes(id));
  const members = (): Member[] => Object.values(client.state.members[props.guildId] ?? {}).filter(({ user }) => !props.known.includes(user.id));
  return (
    <label class="field grow">
      <span>{t("overwrites.add")}</span>
      <select
        value=""
        onChange={(event) => {
          const [type, id] = event.currentTarget.value.split(" ");
          event.currentTarget.value = "";
          if (id) props.add(id, Number(type));
        }}
      >
        <option value="">—</option>
        <optgroup label={t("server.roles")}>
          <For each={roles()}>{(role) => <option value={`0 ${role.id}`}>{role.name}</option>}</For>
        </optgroup>
        <optgroup label={t("server.members")}>
          <For each={members()}>
            {(member) => <option value={`1 ${member.user.id}`}>{displayName(client.state, member.user, props.guildId)}</option>}
          </For>
        </optgroup>
      </select>
    </label>
  );
}

function Rules(props: { channelId: Id; overwrite: Overwrite; name: string }): JSX.Element {
  const rule = (bit: bigint): Rule =>
    BigInt(props.overwrite.allow) & bit ? "allow" : BigInt(props.overwrite.deny) & bit ? "deny" : "inherit";
  const save = async (form: FormData): Promise<void> => {
    let allow = BigInt(props.overwrite.allow);
    let deny = BigInt(props.overwrite.deny);
    for (const { bit } of LINES.flatMap((group) => group.lines)) {
      const chosen = form.get(`bit-${bit}`) as Rule;
      allow = chosen === "allow" ? allow | bit : allow & ~bit;
      deny = chosen === "deny" ? deny | bit : deny & ~bit;
    }
    await client.administration.keepOverwrite(props.channelId, {
      id: props.overwrite.id,
      type: props.overwrite.type,
      allow: String(allow),
      deny: String(deny),
    });
    notify(t("settings.saved"));
  };
  return (
    <Form action={t("overwrites.save", { name: props.name })} submit={save}>
      <For each={LINES}>
        {(group) => (
          <fieldset class="permissions">
            <legend>{t(group.name)}</legend>
            <For each={group.lines}>
              {(line) => (
                <div class="rule" role="radiogroup" aria-label={t(line.name)}>
                  <span class="grow">
                    {t(line.name)}
                    <small>{t(line.why)}</small>
                  </span>
                  <For each={RULES}>
                    {([value, key]) => (
                      <label data-rule={value}>
                        <input type="radio" name={`bit-${line.bit}`} value={value} checked={rule(line.bit) === value} />
                        {t(key)}
                      </label>
                    )}
                  </For>
                </div>
              )}
            </For>
          </fieldset>
        )}
      </For>
      <button type="button" class="button quiet" onClick={() => tell(client.administration.dropOverwrite(props.channelId, props.overwrite.id))}>
        {t("overwrites.remove")}
      </button>
    </Form>
  );
}
