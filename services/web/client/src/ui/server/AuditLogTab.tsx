import { createSignal, For, Show, type JSX } from "solid-js";
import type { AuditChange, AuditEntry } from "../../protocol/administration";
import { timeOf, type Id } from "../../protocol/snowflake";
import type { User } from "../../protocol/types";
import { fullPageOfEntries } from "../../state/administration";
import { displayName } from "../../state/names";
import { longTime, t, when } from "../../text/text";
import { client } from "../session";
import { AUDIT_ACTIONS } from "./auditActions";
import { Entries, listed, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

const MOST_SHOWN = 120;

/** Who did what, the newest first. */
export function AuditLogTab(props: TabProps): JSX.Element {
  const [action, setAction] = createSignal<number | null>(null);
  const [by, setBy] = createSignal<Id | null>(null);
  const [users, setUsers] = createSignal<Record<Id, User>>({});
  const [more, setMore] = createSignal(false);
  const page = async (before?: Id): Promise<AuditEntry[]> => {
    const filter = { ...(by() ? { user_id: by()! } : {}), ...(action() === null ? {} : { action_type: action()! }), ...(before ? { before } : {}) };
    const log = await client.administration.auditLog(props.guildId, filter);
    setUsers((known) => ({ ...known, ...Object.fromEntries(log.users.map((user) => [user.id, user])) }));
    setMore(fullPageOfEntries(log));
    return log.audit_log_entries;
  };
  const entries = listed<AuditEntry>(() => page());
  const older = (): void => tell(page(entries.items().at(-1)?.id).then((found) => entries.change((before) => [...before, ...found])));
  const nameOf = (id: Id | null): string => {
    const user = id ? (users()[id] ?? client.state.users[id]) : undefined;
    return user ? displayName(client.state, user, props.guildId) : t("audit.somebody");
  };
  /** What was concerned, by its name where it is still known. */
  const targetOf = (entry: AuditEntry): string => {
    const id = entry.target_id;
    if (!id || id === props.guildId) return "";
    const named = client.state.channels[id]?.name ?? client.state.guilds[props.guildId]?.roles[id]?.name;
    if (named) return named;
    if (users()[id] ?? client.state.users[id]) return nameOf(id);
    const change = entry.changes?.find(({ key }) => key === "name" || key === "code");
    return text(change?.new_value ?? change?.old_value);
  };
  return (
    <>
      <div class="row wrap">
        <label class="field grow">
          <span>{t("audit.action")}</span>
          <select
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setAction(chosen ? Number(chosen) : null);
              entries.reload();
            }}
          >
            <option value="">{t("audit.every")}</option>
            <For each={Object.entries(AUDIT_ACTIONS)}>{([number, key]) => <option value={number}>{t(key)}</option>}</For>
          </select>
        </label>
        <label class="field grow">
          <span>{t("audit.by")}</span>
          <select
            onChange={(event) => {
              setBy(event.currentTarget.value || null);
              entries.reload();
            }}
          >
            <option value="">{t("audit.anybody")}</option>
            <For each={Object.keys(users())}>{(id) => <option value={id}>{nameOf(id)}</option>}</For>
          </select>
        </label>
      </div>
      <Entries of={entries} empty={t("audit.none")} label={t("server.audit")}>
        {(entry) => (
          <details class="grow">
            <summary>
              <strong>{nameOf(entry.user_id)}</strong> {AUDIT_ACTIONS[entry.action_type] ? t(AUDIT_ACTIONS[entry.action_type]!) : t("audit.other")}{" "}
              <strong>{targetOf(entry)}</strong> <time title={longTime(timeOf(entry.id))}>{when(timeOf(entry.id))}</time>
            </summary>
            <Show when={entry.reason}>{(reason) => <p>{t("audit.reason", { reason: reason() })}</p>}</Show>
            <Show when={entry.changes?.length} fallback={<p class="hint">{t("audit.noChanges")}</p>}>
              <table class="changes">
                <thead>
                  <tr>
                    <th scope="col">{t("audit.field")}</th>
                    <th scope="col">{t("audit.before")}</th>
                    <th scope="col">{t("audit.after")}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={entry.changes}>{(change) => <ChangeLine change={change} />}</For>
                </tbody>
              </table>
            </Show>
          </details>
        )}
      </Entries>
      <Show when={more()}>
        <button type="button" class="button quiet" onClick={older}>
          {t("forum.more")}
        </button>
      </Show>
    </>
  );
}

function ChangeLine(props: { change: AuditChange }): JSX.Element {
  return (
    <tr>
      <th scope="row">{props.change.key}</th>
      <td>{text(props.change.old_value)}</td>
      <td>{text(props.change.new_value)}</td>
    </tr>
  );
}

function text(value: unknown): string {
  if (value === undefined || value === null) return "";
  const whole = typeof value === "object" ? JSON.stringify(value) : String(value);
  return whole.length > MOST_SHOWN ? `${whole.slice(0, MOST_SHOWN)}…` : whole;
}
