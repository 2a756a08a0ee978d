import { createResource, For, Show, type JSX } from "solid-js";
import type { AccountRecord, GuildRecord, InstanceRole } from "../../protocol/instance";
import type { Id } from "../../protocol/snowflake";
import { longTime, t, type Key } from "../../text/text";
import { Dialog, explain, showDialog } from "../dialogs";
import { notify } from "../notices";
import { administrationPath, go } from "../router";
import { client } from "../session";
import { copy, Entries, listed, tell } from "../server/parts";
import type { TabProps } from "./AdministrationPage";
import { Facts, Way, withReason } from "./parts";
import { Finder } from "./Finder";

/** Accounts: found, looked at, and kept from being used. */
export function PeopleTab(props: TabProps): JSX.Element {
  return (
    <Finder
      label={t("admin.people.find")}
      empty={t("admin.people.none")}
      listLabel={t("admin.people")}
      find={(query) => client.instance.findAccounts(query)}
      chosen={props.subject}
      tab="people"
      text={(account: AccountRecord) => (account.deleted ? t("admin.people.gone") : account.username)}
    >
      {(id) => <AccountView userId={id} role={props.role} />}
    </Finder>
  );
}

const ROLES: [InstanceRole, Key][] = [
  ["moderator", "admin.role.moderator"],
  ["administrator", "admin.role.administrator"],
];

function AccountView(props: { userId: Id; role: InstanceRole }): JSX.Element {
  const [account, { mutate }] = createResource(() => client.instance.account(props.userId));
  return (
    <Show
      when={!account.error && account()}
      fallback={
        <p class="hint" role="status">
          {account.error ? explain(account.error) : t("app.loading")}
        </p>
      }
    >
      {(shown) => (
        <section aria-label={shown().username}>
          <h3>{shown().username}</h3>
          <Facts
            of={[
              ["auth.email", shown().email],
              ["settings.displayName", shown().global_name],
              ["admin.people.id", shown().id],
              ["admin.people.since", longTime(Date.parse(shown().created_at))],
              ["admin.people.seen", shown().last_seen && longTime(Date.parse(shown().last_seen!))],
              ["admin.people.logins", shown().logins],
              ["admin.people.standing", standing(shown())],
            ]}
          />
          <Deeds account={shown()} role={props.role} changed={(next) => mutate((before) => before && { ...before, ...next })} />
          <GuildsOf userId={props.userId} />
        </section>
      )}
    </Show>
  );
}

function standing(account: AccountRecord): string {
  const words: Key[] = [];
  if (account.bot) words.push("admin.people.bot");
  if (account.deleted) words.push("admin.people.gone");
  else if (account.disabled) words.push("admin.people.disabled");
  if (!account.bot) words.push(account.verified ? "admin.people.proved" : "admin.people.unproved");
  if (account.mfa_enabled) words.push("admin.people.factor");
  return words.map((word) => t(word)).join(" · ");
}

function Deeds(props: { account: AccountRecord; role: InstanceRole; changed: (next: Partial<AccountRecord>) => void }): JSX.Element {
  const id = (): Id => props.account.id;
  const name = (): { name: string } => ({ name: props.account.username });
  const mine = (): boolean => id() === client.state.me?.id;
  // Only administrators do anything to those who look after the instance, and nobody to themselves.
  const allowed = (): boolean => !mine() && !props.account.deleted && (props.role === "administrator" || !props.account.role);
  const person = (): boolean => props.role === "administrator" && !props.account.bot;
  const disable = (disabled: boolean): void =>
    withReason(
      t(disabled ? "admin.people.disable" : "admin.people.enable"),
      t(disabled ? "admin.people.disableQuestion" : "admin.people.enableQuestion", name()),
      (reason) => client.instance.disable(id(), disabled, reason).then(props.changed),
      disabled,
    );
  const password = (): void =>
    withReason(t("admin.people.password"), t("admin.people.passwordQuestion", name()), async (reason) => {
      const made = await client.instance.replacePassword(id(), reason);
      props.changed({ logins: 0 });
      showDialog(() => <NewPassword password={made} />);
    });
  const factor = (): void =>
    withReason(t("admin.people.resetFactor"), t("admin.people.resetFactorQuestion", name()), (reason) =>
      client.instance.resetSecondFactor(id(), reason).then(() => props.changed({ mfa_enabled: false, logins: 0 })),
    );
  const remove = (): void =>
    withReason(t("admin.people.delete"), t("admin.people.deleteQuestion", name()), async (reason) => {
      await client.instance.deleteAccount(id(), reason);
      go(administrationPath("people"));
    });
  const appoint = (chosen: string): void =>
    tell(
      client.instance.appoint(id(), (chosen || null) as InstanceRole | null).then(() => {
        props.changed({ role: (chosen || null) as InstanceRole | null });
        notify(t("settings.saved"));
      }),
    );
  return (
    <Show when={allowed()} fallback={<p class="hint">{t(props.account.deleted ? "admin.people.gone" : "admin.people.notYours")}</p>}>
      <div class="row wrap">
        <button type="button" class="button" classList={{ danger: !props.account.disabled }} onClick={() => disable(!props.account.disabled)}>
          {t(props.account.disabled ? "admin.people.enable" : "admin.people.disable")}
        </button>
        <Show when={person()}>
          <button type="button" class="button quiet" onClick={password}>
            {t("admin.people.password")}
          </button>
          <Show when={props.account.mfa_enabled}>
            <button type="button" class="button quiet" onClick={factor}>
              {t("admin.people.resetFactor")}
            </button>
          </Show>
          <button type="button" class="button danger" onClick={remove}>
            {t("admin.people.delete")}
          </button>
        </Show>
      </div>
      <Show when={person()}>
        <label class="field">
          <span>{t("admin.people.role")}</span>
          <select value={props.account.role ?? ""} onChange={(event) => appoint(event.currentTarget.value)}>
            <option value="">{t("admin.role.none")}</option>
            <For each={ROLES}>{([role, key]) => <option value={role}>{t(key)}</option>}</For>
          </select>
        </label>
      </Show>
    </Show>
  );
}

function NewPassword(props: { password: string }): JSX.Element {
  return (
    <Dialog title={t("admin.people.password")}>
      <p>{t("admin.people.passwordOnce")}</p>
      <div class="secret">
        <label class="field grow">
          <span>{t("settings.newPassword")}</span>
          <input readonly value={props.password} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button type="button" class="button" onClick={() => copy(props.password)}>
          {t("developer.copy")}
        </button>
      </div>
    </Dialog>
  );
}

function GuildsOf(props: { userId: Id }): JSX.Element {
  const guilds = listed<GuildRecord>(() => client.instance.guildsOf(props.userId));
  return (
    <>
      <h4>{t("admin.servers")}</h4>
      <Entries of={guilds} empty={t("admin.servers.noneOfPerson")} label={t("admin.servers")}>
        {(guild) => (
          <Way tab="servers" subject={guild.id}>
            {guild.name}
          </Way>
        )}
      </Entries>
    </>
  );
}
