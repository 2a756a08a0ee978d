import "../../style/server.css";
import { createMemo, createResource, For, Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { InstanceRole } from "../../protocol/instance";
import type { Id } from "../../protocol/snowflake";
import { t, type Key } from "../../text/text";
import { explain } from "../dialogs";
import { Icon } from "../Icon";
import { administrationPath, follow, type AdministrationTab } from "../router";
import { client } from "../session";
import { AdministratorsTab } from "./AdministratorsTab";
import { AnnouncementsTab } from "./AnnouncementsTab";
import { InvitationsTab } from "./InvitationsTab";
import { JournalTab } from "./JournalTab";
import { PeopleTab } from "./PeopleTab";
import { PoliciesTab } from "./PoliciesTab";
import { ReportsTab } from "./ReportsTab";
import { ServersTab } from "./ServersTab";

export interface TabProps {
  role: InstanceRole;
  /** Whom or what of the tab one looks at. */
  subject: Id | null;
}

const TABS: Record<AdministrationTab, { name: Key; needs: InstanceRole; view: (props: TabProps) => JSX.Element }> = {
  reports: { name: "admin.reports", needs: "moderator", view: ReportsTab },
  people: { name: "admin.people", needs: "moderator", view: PeopleTab },
  servers: { name: "admin.servers", needs: "moderator", view: ServersTab },
  announcements: { name: "admin.announcements", needs: "administrator", view: AnnouncementsTab },
  invitations: { name: "admin.invitations", needs: "administrator", view: InvitationsTab },
  policies: { name: "admin.policies", needs: "administrator", view: PoliciesTab },
  administrators: { name: "admin.administrators", needs: "administrator", view: AdministratorsTab },
  journal: { name: "admin.journal", needs: "administrator", view: JournalTab },
};

/** Pages of those who look after the whole instance. The server decides who that is, with every request. */
export default function AdministrationPage(props: { tab: AdministrationTab; subject: Id | null }): JSX.Element {
  const [asked] = createResource(() => client.instance.role().then((role) => ({ role })));
  const role = (): InstanceRole | null => (asked.error ? null : (asked()?.role ?? null));
  const tabs = createMemo(() =>
    (Object.keys(TABS) as AdministrationTab[]).filter((tab) => role() === "administrator" || TABS[tab].needs === role()),
  );
  const without = (): string => {
    if (asked.loading) return t("app.loading");
    return asked.error ? explain(asked.error) : t("admin.nothing");
  };
  return (
    <div class="server-settings">
      <nav class="server-tabs" aria-label={t("admin.title")}>
        <h1>{t("admin.title")}</h1>
        <ul>
          <For each={tabs()}>
            {(tab) => (
              <li>
                <a
                  class="channel"
                  href={administrationPath(tab)}
                  aria-current={tab === props.tab ? "page" : undefined}
                  onClick={(event) => follow(event, administrationPath(tab))}
                >
                  {t(TABS[tab].name)}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <main class="server-tab">
        <header class="row">
          <h2 class="grow">{t(TABS[props.tab].name)}</h2>
          <a class="icon-button" href="/settings" aria-label={t("dialog.close")} onClick={(event) => follow(event, "/settings")}>
            <Icon name="close" />
          </a>
        </header>
        <Show
          when={tabs().includes(props.tab) && role()}
          fallback={
            <p class="hint" role="status">
              {without()}
            </p>
          }
        >
          {(known) => <Dynamic component={TABS[props.tab].view} role={known()} subject={props.subject} />}
        </Show>
      </main>
    </div>
  );
}
