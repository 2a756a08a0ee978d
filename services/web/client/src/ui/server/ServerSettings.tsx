import { createEffect, createMemo, For, Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import "../../style/server.css";
import type { Id } from "../../protocol/snowflake";
import { guildPermissions, Permission } from "../../state/permissions";
import { t, type Key } from "../../text/text";
import { Icon } from "../Icon";
import { channelPath, follow, go, serverPath, type ServerTab } from "../router";
import { client } from "../session";
import { AuditLogTab } from "./AuditLogTab";
import { AutoModTab } from "./AutoModTab";
import { BansTab } from "./BansTab";
import { ChannelsTab } from "./ChannelsTab";
import { EmojiTab } from "./EmojiTab";
import { EventsTab } from "./EventsTab";
import { IntegrationsTab } from "./IntegrationsTab";
import { InvitesTab } from "./InvitesTab";
import { MembersTab } from "./MembersTab";
import { OnboardingTab } from "./OnboardingTab";
import { OverviewTab } from "./OverviewTab";
import { RolesTab } from "./RolesTab";
import { SoundsTab } from "./SoundsTab";
import { StickersTab } from "./StickersTab";
import { TemplatesTab } from "./TemplatesTab";
import { WebhooksTab } from "./WebhooksTab";

export interface TabProps {
  guildId: Id;
  /** What of the tab is looked at: a role, a channel. */
  subject: string | null;
}

const TABS: Record<ServerTab, { name: Key; needs: bigint; view: (props: TabProps) => JSX.Element }> = {
  overview: { name: "server.overview", needs: Permission.ManageGuild, view: OverviewTab },
  onboarding: { name: "server.onboarding", needs: Permission.ManageGuild, view: OnboardingTab },
  roles: { name: "server.roles", needs: Permission.ManageRoles, view: RolesTab },
  channels: { name: "server.channels", needs: Permission.ManageChannels | Permission.ManageRoles, view: ChannelsTab },
  members: { name: "server.members", needs: Permission.ManageRoles | Permission.KickMembers | Permission.BanMembers, view: MembersTab },
  bans: { name: "server.bans", needs: Permission.BanMembers, view: BansTab },
  invites: { name: "server.invites", needs: Permission.ManageGuild, view: InvitesTab },
  automod: { name: "server.automod", needs: Permission.ManageGuild, view: AutoModTab },
  events: { name: "server.events", needs: Permission.ManageEvents | Permission.CreateEvents, view: EventsTab },
  emoji: { name: "server.emoji", needs: Permission.ManageExpressions | Permission.CreateExpressions, view: EmojiTab },
  stickers: { name: "server.stickers", needs: Permission.ManageExpressions | Permission.CreateExpressions, view: StickersTab },
  sounds: { name: "server.sounds", needs: Permission.ManageExpressions | Permission.CreateExpressions, view: SoundsTab },
  webhooks: { name: "server.webhooks", needs: Permission.ManageWebhooks, view: WebhooksTab },
  integrations: { name: "server.integrations", needs: Permission.ManageGuild, view: IntegrationsTab },
  templates: { name: "server.templates", needs: Permission.ManageGuild, view: TemplatesTab },
  audit: { name: "server.audit", needs: Permission.ViewAuditLog, view: AuditLogTab },
};

/** The tabs that this person may open; any one of a tab's permissions is enough. */
export function tabsFor(guildId: Id): ServerTab[] {
  const { state } = client;
  const me = state.me!.id;
  const permissions = guildPermissions(state, guildId, { userId: me, roles: state.members[guildId]?.[me]?.roles ?? [] });
  return (Object.keys(TABS) as ServerTab[]).filter((tab) => (permissions & TABS[tab].needs) !== 0n);
}

export default function ServerSettings(props: { guildId: Id; tab: ServerTab; subject: string | null }): JSX.Element {
  const guild = (): (typeof client.state.guilds)[Id] | undefined => client.state.guilds[props.guildId];
  const tabs = createMemo(() => (guild() ? tabsFor(props.guildId) : []));
  // Whoever loses the right, or the guild, is led back to where there is something to see.
  createEffect(() => {
    if (tabs().includes(props.tab)) return;
    // Named, but not here yet.
    if (!guild() && client.state.guildOrder.includes(props.guildId)) return;
    const first = tabs()[0];
    go(first ? serverPath(props.guildId, first) : channelPath(guild() ? props.guildId : null), true);
  });
  return (
    <div class="server-settings">
      <nav class="server-tabs" aria-label={t("server.settings")}>
        <h1>{guild()?.name}</h1>
        <ul>
          <For each={tabs()}>
            {(tab) => (
              <li>
                <a
                  class="channel"
                  href={serverPath(props.guildId, tab)}
                  aria-current={tab === props.tab ? "page" : undefined}
                  onClick={(event) => follow(event, serverPath(props.guildId, tab))}
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
          <a
            class="icon-button"
            href={channelPath(props.guildId)}
            aria-label={t("dialog.close")}
            onClick={(event) => follow(event, channelPath(props.guildId))}
          >
            <Icon name="close" />
          </a>
        </header>
        <Show when={tabs().includes(props.tab)}>
          <Dynamic component={TABS[props.tab].view} guildId={props.guildId} subject={props.subject} />
        </Show>
      </main>
    </div>
  );
}
