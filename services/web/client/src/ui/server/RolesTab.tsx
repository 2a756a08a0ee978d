import { createMemo, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import type { Role } from "../../protocol/types";
import { moved, rolesFromTop } from "../../state/roles";
import { t } from "../../text/text";
import { confirm, Field, Form } from "../dialogs";
import { Icon } from "../Icon";
import { notify } from "../notices";
import { follow, go, serverPath } from "../router";
import { client } from "../session";
import { useSorting } from "./sorting";
import { PERMISSION_GROUPS } from "./permissionList";
import { tell } from "./parts";
import type { TabProps } from "./ServerSettings";

/** All roles from the top; one of them can be looked at and changed. */
export function RolesTab(props: TabProps): JSX.Element {
  const roles = createMemo(() => rolesFromTop(client.state, props.guildId));
  const chosen = (): Role | undefined => (props.subject ? client.state.guilds[props.guildId]?.roles[props.subject] : undefined);
  const add = async (): Promise<void> => {
    const role = await client.administration.createRole(props.guildId, t("role.new"));
    go(serverPath(props.guildId, "roles", role.id));
  };
  const move = (roleId: Id, to: number): void => {
    const places = moved(roles(), roleId, to, props.guildId);
    if (places.length) tell(client.administration.placeRoles(props.guildId, places));
  };
  const sorting = useSorting(move);
  return (
    <div class="two-panes">
      <section>
        <button type="button" class="button" onClick={() => tell(add())}>
          {t("role.create")}
        </button>
        <p class="hint">{t("role.orderHint")}</p>
        <ul class="entries" aria-label={t("server.roles")}>
          <For each={roles()}>
            {(role, index) => (
              <li class="entry" {...(role.id === props.guildId ? {} : sorting.item(role.id, index()))}>
                <span class="role-dot" style={{ background: role.color ? `#${role.color.toString(16).padStart(6, "0")}` : undefined }} />
                <a
                  class="grow"
                  href={serverPath(props.guildId, "roles", role.id)}
                  aria-current={role.id === props.subject ? "page" : undefined}
                  onClick={(event) => follow(event, serverPath(props.guildId, "roles", role.id))}
                >
                  {role.name}
                </a>
                <Show when={role.id !== props.guildId}>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t("role.up", { name: role.name })}
                    disabled={index() === 0}
                    onClick={() => move(role.id, index() - 1)}
                  >
                    <Icon name="up" />
                  </button>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t("role.down", { name: role.name })}
                    disabled={index() >= roles().length - 2}
                    onClick={() => move(role.id, index() + 1)}
                  >
                    <Icon name="down" />
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
      <Show when={chosen()?.id} keyed fallback={<p class="hint">{t("role.chooseOne")}</p>}>
        {(_id) => <RoleEditor role={chosen()!} guildId={props.guildId} />}
      </Show>
    </div>
  );
}

function RoleEditor(props: { role: Role; guildId: Id }): JSX.Element {
  const everyone = (): boolean => props.role.id === props.guildId;
  const save = async (form: FormData): Promise<void> => {
    let permissions = BigInt(props.role.permissions);
    for (const { bit } of PERMISSION_GROUPS.flatMap((group) => group.lines)) {
      permissions = form.has(`bit-${bit}`) ? permissions | bit : permissions & ~bit;
    }
    const look = {
      name: String(form.get("name")),
      color: form.has("coloured") ? Number.parseInt(String(form.get("color")).slice(1), 16) : 0,
      hoist: form.has("hoist"),
      mentionable: form.has("mentionable"),
    };
    await client.administration.editRole(props.guildId, props.role.id, {
      ...(everyone() ? {} : look),
      permissions: String(permissions),
    });
    notify(t("settings.saved"));
  };
  const remove = (): void =>
    confirm(t("role.delete"), t("role.deleteQuestion", { name: props.role.name }), t("role.delete"), () =>
      client.administration.deleteRole(props.guildId, props.role.id),
    );
  return (
    <section aria-label={props.role.name}>
      <Form action={t("dialog.save")} submit={save}>
        <Show when={!everyone()} fallback={<p class="hint">{t("role.everyone")}</p>}>
          <Field label={t("role.name")} name="name" required maxlength="100" value={props.role.name} />
          <div class="row">
            <label class="check">
              <input type="checkbox" name="coloured" checked={props.role.color !== 0} />
              {t("role.coloured")}
            </label>
            <input
              type="color"
              name="color"
              aria-label={t("role.colour")}
              value={`#${(props.role.color || 0x6fb5a0).toString(16).padStart(6, "0")}`}
            />
          </div>
          <label class="check">
            <input type="checkbox" name="hoist" checked={props.role.hoist} />
            {t("role.hoist")}
          </label>
          <label class="check">
            <input type="checkbox" name="mentionable" checked={props.role.mentionable ?? false} />
            {t("role.mentionable")}
          </label>
        </Show>
        <For each={PERMISSION_GROUPS}>
          {(group) => (
            <fieldset class="permissions">
              <legend>{t(group.name)}</legend>
              <For each={group.lines}>
                {(line) => (
                  <label class="check">
                    <input type="checkbox" name={`bit-${line.bit}`} checked={(BigInt(props.role.permissions) & line.bit) !== 0n} />
                    <span>
                      {t(line.name)}
                      <small>{t(line.why)}</small>
                    </span>
                  </label>
                )}
              </For>
            </fieldset>
          )}
        </For>
      </Form>
      <Show when={!everyone()}>
        <button type="button" class="button danger" onClick={remove}>
          {t("role.delete")}
        </button>
      </Show>
    </section>
  );
}
