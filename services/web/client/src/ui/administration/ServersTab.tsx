import { createResource, Show, type JSX } from "solid-js";
import type { GuildRecord } from "../../protocol/instance";
import type { Id } from "../../protocol/snowflake";
import { longTime, t } from "../../text/text";
import { explain, Field, FormDialog, showDialog } from "../dialogs";
import { client } from "../session";
import type { TabProps } from "./AdministrationPage";
import { Finder } from "./Finder";
import { Facts, Way, withReason } from "./parts";

/** Servers: found, looked at, suspended, and given to somebody else. */
export function ServersTab(props: TabProps): JSX.Element {
  return (
    <Finder
      label={t("admin.servers.find")}
      empty={t("admin.servers.none")}
      listLabel={t("admin.servers")}
      find={(query) => client.instance.findGuilds(query)}
      chosen={props.subject}
      tab="servers"
      text={(guild: GuildRecord) => guild.name}
    >
      {(id) => <GuildView guildId={id} transfers={props.role === "administrator"} />}
    </Finder>
  );
}

function GuildView(props: { guildId: Id; transfers: boolean }): JSX.Element {
  const [guild, { mutate }] = createResource(() => client.instance.guild(props.guildId));
  const suspend = (shown: GuildRecord, suspended: boolean): void =>
    withReason(
      t(suspended ? "admin.servers.suspend" : "admin.servers.restore"),
      t(suspended ? "admin.servers.suspendQuestion" : "admin.servers.restoreQuestion", { name: shown.name }),
      (reason) => client.instance.suspend(shown.id, suspended, reason).then(() => mutate({ ...shown, suspended })),
      suspended,
    );
  const transfer = (shown: GuildRecord): void =>
    showDialog(() => (
      <FormDialog
        title={t("admin.servers.transfer")}
        action={t("admin.servers.transfer")}
        danger
        submit={(form) => client.instance.transfer(shown.id, String(form.get("owner_id")).trim(), String(form.get("reason")).trim()).then(mutate)}
      >
        <p>{t("admin.servers.transferHow", { name: shown.name })}</p>
        <Field label={t("admin.servers.newOwner")} name="owner_id" required pattern="[0-9]{1,20}" inputmode="numeric" autocomplete="off" autofocus />
        <Field label={t("admin.reason")} name="reason" maxlength="300" />
      </FormDialog>
    ));
  return (
    <Show
      when={!guild.error && guild()}
      fallback={
        <p class="hint" role="status">
          {guild.error ? explain(guild.error) : t("app.loading")}
        </p>
      }
    >
      {(shown) => (
        <section aria-label={shown().name}>
          <h3>{shown().name}</h3>
          <Facts
            of={[
              ["admin.servers.description", shown().description],
              ["admin.people.id", shown().id],
              [
                "admin.servers.owner",
                <Way tab="people" subject={shown().owner_id}>
                  {shown().owner_id}
                </Way>,
              ],
              ["admin.servers.since", longTime(Date.parse(shown().created_at))],
              ["admin.people.standing", t(shown().suspended ? "admin.servers.suspended" : "admin.servers.inUse")],
            ]}
          />
          <div class="row wrap">
            <button type="button" class="button" classList={{ danger: !shown().suspended }} onClick={() => suspend(shown(), !shown().suspended)}>
              {t(shown().suspended ? "admin.servers.restore" : "admin.servers.suspend")}
            </button>
            <Show when={props.transfers}>
              <button type="button" class="button quiet" onClick={() => transfer(shown())}>
                {t("admin.servers.transfer")}
              </button>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}
