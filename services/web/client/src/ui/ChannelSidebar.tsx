import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { ChannelType, RelationshipType, type Channel } from "../protocol/types";
import { channelGroups, channelName, channelsIn, directChannels, isMuted, isUnread, threadsOf, type ChannelGroup } from "../state/channels";
import { displayName } from "../state/names";
import { guildPermissions, Permission } from "../state/permissions";
import { t, type Key } from "../text/text";
import { Avatar } from "./Avatar";
import { confirm, Dialog, explain, Field, FormDialog, showDialog } from "./dialogs";
import { showEvents } from "./events";
import { Icon, type IconName } from "./Icon";
import { Menu, type MenuItem } from "./Menu";
import { notify } from "./notices";
import { report } from "./report";
import { channelPath, follow, go, serverPath } from "./router";
import { client } from "./session";
import { UserPanel } from "./UserPanel";

/** One guild's channels, below the guild's name. */
export function ChannelSidebar(props: { guildId: string; channelId: string | null }): JSX.Element {
  const guild = (): (typeof client.state.guilds)[string] | undefined => client.state.guilds[props.guildId];
  const groups = createMemo(() => channelGroups(client.state, props.guildId));
  const name = (): string => guild()?.name ?? "…";
  const tried = (): string | undefined => {
    const { viewingAs } = client.state;
    return viewingAs?.guildId === props.guildId ? guild()?.roles[viewingAs.roleId]?.name : undefined;
  };
  return (
    <section class="sidebar" data-region aria-label={t("channel.list")}>
      <header class="sidebar-head">
        <h1>{name()}</h1>
        <Menu label={t("guild.menu", { name: name() })} icon="down" items={() => guildMenu(props.guildId, name())} />
      </header>
      <Show when={tried()}>
        {(role) => (
          <p class="viewing-as" role="status">
            {t("overwrites.viewingAs", { name: role() })}
            <button type="button" class="button quiet" onClick={() => client.viewAs(props.guildId, null)}>
              {t("overwrites.endViewing")}
            </button>
          </p>
        )}
      </Show>
      <Show when={guild()?.unavailable && client.state.connection === "connected"}>
        <p class="unavailable">{t("guild.unavailable")}</p>
      </Show>
      <nav class="channels" aria-label={t("channel.list")}>
        <For each={groups()}>{(group) => <Group group={group} channelId={props.channelId} />}</For>
      </nav>
      <UserPanel />
    </section>
  );
}

function Group(props: { group: ChannelGroup; channelId: string | null }): JSX.Element {
  const [open, setOpen] = createSignal(true);
  const shown = (): Channel[] =>
    open() ? props.group.channels : props.group.channels.filter((channel) => channel.id === props.channelId || isUnread(client.state, channel));
  return (
    <section class="group">
      <Show when={props.group.category}>
        {(category) => (
          <h2>
            <button type="button" class="group-name" aria-expanded={open()} onClick={() => setOpen(!open())}>
              <Icon name="down" />
              {category().name}
            </button>
          </h2>
        )}
      </Show>
      <ul>
        <For each={shown()}>
          {(channel) => (
            <>
              <ChannelItem channel={channel} current={channel.id === props.channelId} />
              <For each={threadsOf(client.state, channel.id)}>
                {(thread) => <ChannelItem channel={thread} current={thread.id === props.channelId} />}
              </For>
            </>
          )}
        </For>
      </ul>
    </section>
  );
}

const KINDS: Partial<Record<ChannelType, { icon: IconName; kind: Key }>> = {
  [ChannelType.Voice]: { icon: "voice", kind: "channel.kind.voice" },
  [ChannelType.Announcement]: { icon: "announcement", kind: "channel.kind.announcement" },
  [ChannelType.Stage]: { icon: "stage", kind: "channel.kind.stage" },
  [ChannelType.Forum]: { icon: "forum", kind: "channel.kind.forum" },
  [ChannelType.Media]: { icon: "forum", kind: "channel.kind.forum" },
  [ChannelType.AnnouncementThread]: { icon: "thread", kind: "channel.kind.thread" },
  [ChannelType.PublicThread]: { icon: "thread", kind: "channel.kind.thread" },
  [ChannelType.PrivateThread]: { icon: "thread", kind: "channel.kind.thread" },
};

export function kindOf(channel: Channel): { icon: IconName; kind: Key } {
  return KINDS[channel.type] ?? { icon: "hash", kind: "channel.kind.text" };
}

/** The name, kind, and what is new, in one label. */
function label(channel: Channel, name: string, kind: string): string {
  const mentions = client.state.readStates[channel.id]?.mentions ?? 0;
  if (mentions) return t("channel.labelMentions", { name, kind, count: mentions });
  return t(isUnread(client.state, channel) ? "channel.labelUnread" : "channel.label", { name, kind });
}

function ChannelItem(props: { channel: Channel; current: boolean }): JSX.Element {
  const path = (): string => channelPath(props.channel.guild_id, props.channel.id);
  const mentions = (): number => client.state.readStates[props.channel.id]?.mentions ?? 0;
  return (
    <li>
      <a
        class="channel"
        classList={{ unread: isUnread(client.state, props.channel), muted: isMuted(client.state, props.channel), thread: kindOf(props.channel).icon === "thread" }}
        href={path()}
        aria-current={props.current ? "page" : undefined}
        onClick={(event) => follow(event, path())}
      >
        <Icon name={kindOf(props.channel).icon} />
        <span class="spoken">{label(props.channel, props.channel.name ?? "", t(kindOf(props.channel).kind))}</span>
        <span class="name" aria-hidden="true">
          {props.channel.name}
        </span>
        <Show when={mentions()}>
          <span class="badge" aria-hidden="true">
            {mentions()}
          </span>
        </Show>
      </a>
    </li>
  );
}

/** Conversations outside of guilds. */
export function DirectSidebar(props: { channelId: string | null }): JSX.Element {
  const channels = createMemo(() => directChannels(client.state));
  const requests = (): number => Object.values(client.state.relationships).filter(({ type }) => type === RelationshipType.Incoming).length;
  client.directs().catch(() => {});
  return (
    <section class="sidebar" data-region aria-label={t("guild.direct")}>
      <header class="sidebar-head">
        <h1>{t("guild.direct")}</h1>
      </header>
      <nav class="channels" aria-label={t("guild.direct")}>
        <ul>
          <li>
            <a
              class="channel"
              href="/channels/@me"
              aria-current={props.channelId === null ? "page" : undefined}
              onClick={(event) => follow(event, "/channels/@me")}
            >
              <Icon name="members" />
              <span class="name">{t("friends.title")}</span>
              <Show when={requests()}>
                <span class="badge">{requests()}</span>
              </Show>
            </a>
          </li>
          <For each={channels()}>{(channel) => <DirectItem channel={channel} current={channel.id === props.channelId} />}</For>
        </ul>
      </nav>
      <UserPanel />
    </section>
  );
}

function DirectItem(props: { channel: Channel; current: boolean }): JSX.Element {
  const path = (): string => channelPath(null, props.channel.id);
  const name = (): string => channelName(client.state, props.channel);
  const mentions = (): number => client.state.readStates[props.channel.id]?.mentions ?? 0;
  return (
    <li>
      <a
        class="channel direct"
        classList={{ unread: isUnread(client.state, props.channel) }}
        href={path()}
        aria-current={props.current ? "page" : undefined}
        onClick={(event) => follow(event, path())}
      >
        <Show when={props.channel.recipients?.[0]}>
          {(user) => (
            <span aria-hidden="true">
              <Avatar user={user()} name={displayName(client.state, user())} status />
            </span>
          )}
        </Show>
        <span class="spoken">{label(props.channel, name(), t("channel.kind.direct"))}</span>
        <span class="name" aria-hidden="true">
          {name()}
        </span>
        <Show when={mentions()}>
          <span class="badge" aria-hidden="true">
            {mentions()}
          </span>
        </Show>
      </a>
    </li>
  );
}

/** Any of these opens some page of a server's settings. */
const SERVER_SETTINGS =
  Permission.ManageGuild |
  Permission.ManageRoles |
  Permission.ManageChannels |
  Permission.KickMembers |
  Permission.BanMembers |
  Permission.ManageExpressions |
  Permission.CreateExpressions |
  Permission.ManageWebhooks |
  Permission.ManageEvents |
  Permission.CreateEvents |
  Permission.ViewAuditLog;

function guildMenu(guildId: string, name: string): MenuItem[] {
  const { state } = client;
  const me = state.me!.id;
  const roles = state.members[guildId]?.[me]?.roles ?? [];
  const permissions = guildPermissions(state, guildId, { userId: me, roles });
  const items: MenuItem[] = [];
  const offer = (permission: bigint, item: MenuItem): void => {
    if (permissions & permission) items.push(item);
  };
  const first = channelGroups(state, guildId).flatMap((group) => group.channels)[0];
  if (first) offer(Permission.CreateInvite, { text: t("invite.create"), icon: "invite", act: () => inviteDialog(first, name) });
  offer(Permission.ManageChannels, { text: t("channel.create"), icon: "plus", act: () => createChannelDialog(guildId) });
  if (permissions & SERVER_SETTINGS) items.push({ text: t("server.settings"), icon: "settings", act: () => go(serverPath(guildId, "overview")) });
  items.push({ text: t("server.events"), icon: "calendar", act: () => showEvents(guildId) });
  items.push({ text: t("guild.read"), icon: "inbox", act: () => tell(client.reading.readGuild(guildId)) });
  const muted = state.notifications[guildId]?.muted ?? false;
  items.push({ text: t(muted ? "guild.unmute" : "guild.mute"), icon: "bell", act: () => tell(client.places.mute(guildId, null, !muted)) });
  if (state.guilds[guildId]?.owner_id === me) {
    items.push({
      text: t("guild.delete"),
      icon: "trash",
      danger: true,
      act: () => confirm(t("guild.delete"), t("guild.deleteQuestion", { name }), t("guild.delete"), () => leaving(client.places.deleteGuild(guildId))),
    });
  } else {
    items.push({ text: t("report.guild"), icon: "flag", act: () => report({ subject: "guild", guild_id: guildId }) });
    items.push({
      text: t("guild.leave"),
      icon: "leave",
      danger: true,
      act: () => confirm(t("guild.leave"), t("guild.leaveQuestion", { name }), t("guild.leave"), () => leaving(client.places.leaveGuild(guildId))),
    });
  }
  return items;
}

function tell(done: Promise<unknown>): void {
  done.catch((failure: unknown) => notify(explain(failure)));
}

async function leaving(done: Promise<void>): Promise<void> {
  await done;
  go("/channels/@me");
}

function createChannelDialog(guildId: string): void {
  const KINDS_OFFERED: [number, Key][] = [
    [ChannelType.Text, "channel.type.text"],
    [ChannelType.Voice, "channel.type.voice"],
    [ChannelType.Announcement, "channel.type.announcement"],
    [ChannelType.Category, "channel.type.category"],
  ];
  const categories = channelsIn(client.state, guildId).filter((channel) => channel.type === ChannelType.Category);
  const submit = async (form: FormData): Promise<void> => {
    const type = Number(form.get("type"));
    const parent = String(form.get("parent_id") ?? "");
    const channel = await client.places.createChannel(guildId, {
      name: String(form.get("name")),
      type,
      parent_id: type === ChannelType.Category || !parent ? null : parent,
    });
    if (type !== ChannelType.Category) go(channelPath(guildId, channel.id));
  };
  showDialog(() => (
    <FormDialog title={t("channel.create")} action={t("dialog.create")} submit={submit}>
      <Field label={t("channel.name")} name="name" required maxlength="100" autofocus />
      <label class="field">
        <span>{t("channel.type")}</span>
        <select name="type">
          <For each={KINDS_OFFERED}>{([type, key]) => <option value={type}>{t(key)}</option>}</For>
        </select>
      </label>
      <Show when={categories.length}>
        <label class="field">
          <span>{t("channel.type.category")}</span>
          <select name="parent_id">
            <option value="">—</option>
            <For each={categories}>{(category) => <option value={category.id}>{category.name}</option>}</For>
          </select>
        </label>
      </Show>
    </FormDialog>
  ));
}

function inviteDialog(channel: Channel, guildName: string): void {
  void client.places.createInvite(channel.id).then((invite) => {
    const link = `${location.origin}/invite/${invite.code}`;
    showDialog(() => {
      const [copied, setCopied] = createSignal(false);
      const copy = (): void => void navigator.clipboard.writeText(link).then(() => setCopied(true));
      return (
        <Dialog title={t("invite.create")}>
          <p>{t("invite.share", { name: guildName })}</p>
          <div class="row">
            <input class="grow" readonly value={link} aria-label={t("guild.inviteLink")} onFocus={(event) => event.currentTarget.select()} />
            <button type="button" class="button" onClick={copy}>
              {copied() ? t("invite.copied") : t("invite.copy")}
            </button>
          </div>
        </Dialog>
      );
    });
  });
}
