import { createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import type { Member } from "../../protocol/types";
import { displayName } from "../../state/names";
import { guildPermissions, Permission } from "../../state/permissions";
import { rolesFromTop } from "../../state/roles";
import { t, type Key } from "../../text/text";
import { confirm } from "../dialogs";
import { client } from "../session";
import { Entries, listed, Person, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

const SEARCH_AFTER = 250;
const A_MINUTE = 60_000;
const PAUSES: [number, Key][] = [
  [1, "timeout.minute"],
  [10, "timeout.tenMinutes"],
  [60, "timeout.hour"],
  [24 * 60, "timeout.day"],
  [7 * 24 * 60, "timeout.week"],
];

/** Members by name: their roles, and how they are shown the door. */
export function MembersTab(props: TabProps): JSX.Element {
  const [name, setName] = createSignal("");
  const members = listed<Member>(() => client.administration.members(props.guildId, name().trim()));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const search = (text: string): void => {
    setName(text);
    clearTimeout(waiting);
    waiting = setTimeout(members.reload, SEARCH_AFTER);
  };
  return (
    <>
      <label class="field">
        <span>{t("members.search")}</span>
        <input type="search" value={name()} onInput={(event) => search(event.currentTarget.value)} />
      </label>
      <Entries of={members} empty={t("switcher.nothing")} label={t("server.members")}>
        {(found) => {
          // What is known by events is newer than what was found.
          const member = (): Member => client.state.members[props.guildId]?.[found.user.id] ?? found;
          const gone = (): void => members.change((before) => before.filter((other) => other.user.id !== found.user.id));
          return <MemberEntry member={member()} guildId={props.guildId} gone={gone} />;
        }}
      </Entries>
    </>
  );
}

function MemberEntry(props: { member: Member; guildId: Id; gone: () => void }): JSX.Element {
  const guild = (): (typeof client.state.guilds)[Id] => client.state.guilds[props.guildId]!;
  const user = (): Member["user"] => props.member.user;
  const name = (): string => displayName(client.state, user(), props.guildId);
  const isOwner = (): boolean => guild().owner_id === user().id;
  const may = (permission: bigint): boolean => {
    const me = client.state.me!.id;
    const roles = client.state.members[props.guildId]?.[me]?.roles ?? [];
    return (guildPermissions(client.state, props.guildId, { userId: me, roles }) & permission) !== 0n;
  };
  const silentUntil = (): number => Date.parse(props.member.communication_disabled_until ?? "") || 0;
  const bearsNot = (): { id: Id; name: string }[] =>
    rolesFromTop(client.state, props.guildId).filter(({ id }) => id !== props.guildId && !props.member.roles.includes(id));
  const give = (roleId: Id, given: boolean): void => tell(client.administration.giveRole(props.guildId, user().id, roleId, given));
  const silence = (minutes: number): void =>
    tell(client.administration.timeOut(props.guildId, user().id, minutes ? new Date(Date.now() + minutes * A_MINUTE) : null));
  return (
    <>
      <Person user={user()} guildId={props.guildId} />
      <ul class="chips" aria-label={t("server.roles")}>
        <For each={props.member.roles}>
          {(id) => (
            <li class="chip">
              {guild().roles[id]?.name}
              <Show when={may(Permission.ManageRoles)}>
                <button type="button" aria-label={t("members.takeRole", { name: name(), role: guild().roles[id]?.name ?? "" })} onClick={() => give(id, false)}>
                  ×
                </button>
              </Show>
            </li>
          )}
        </For>
        <Show when={may(Permission.ManageRoles) && bearsNot().length}>
          <li>
            <select
              aria-label={t("members.giveRole", { name: name() })}
              value=""
              onChange={(event) => {
                const id = event.currentTarget.value;
                event.currentTarget.value = "";
                if (id) give(id, true);
              }}
            >
              <option value="">+</option>
              <For each={bearsNot()}>{(role) => <option value={role.id}>{role.name}</option>}</For>
            </select>
          </li>
        </Show>
      </ul>
      <Show when={!isOwner() && user().id !== client.state.me!.id}>
        <Show when={may(Permission.ModerateMembers)}>
          <select
            aria-label={t("members.timeOut", { name: name() })}
            value=""
            onChange={(event) => {
              const minutes = event.currentTarget.value;
              event.currentTarget.value = "";
              if (minutes) silence(Number(minutes));
            }}
          >
            <option value="">{t("timeout.title")}</option>
            <Show when={silentUntil() > Date.now()}>
              <option value="0">{t("timeout.end")}</option>
            </Show>
            <For each={PAUSES}>{([minutes, key]) => <option value={minutes}>{t(key)}</option>}</For>
          </select>
        </Show>
        <Show when={may(Permission.KickMembers)}>
          <button
            type="button"
            class="button quiet"
            onClick={() =>
              confirm(t("members.kick"), t("members.kickQuestion", { name: name() }), t("members.kick"), () =>
                client.places.kick(props.guildId, user().id).then(props.gone),
              )
            }
          >
            {t("members.kick")}
          </button>
        </Show>
        <Show when={may(Permission.BanMembers)}>
          <button
            type="button"
            class="button danger"
            onClick={() =>
              confirm(t("members.ban"), t("members.banQuestion", { name: name() }), t("members.ban"), () =>
                client.places.ban(props.guildId, user().id).then(props.gone),
              )
            }
          >
            {t("members.ban")}
          </button>
        </Show>
      </Show>
    </>
  );
}
