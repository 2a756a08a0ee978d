import { createEffect, createMemo, createSignal, Match, Show, Switch, type JSX } from "solid-js";
import { firstChannel, isForum, isPlace } from "../state/channels";
import { may, Permission } from "../state/permissions";
import { t } from "../text/text";
import { ChannelSidebar, DirectSidebar } from "./ChannelSidebar";
import { ChannelView } from "./ChannelView";
import { ForumView } from "./ForumView";
import { FriendsPage } from "./FriendsPage";
import { GuildRail } from "./GuildRail";
import { MemberPane } from "./MemberPane";
import { preferences } from "./preferences";
import { channelPath, go, place } from "./router";
import { asked, SearchPane, type Asked } from "./SearchPane";
import { client } from "./session";
import { useShortcuts } from "./shortcuts";

/** Where a person came from in each guild, so that going back there finds the same channel. */
const lastChannel = new Map<string, string>();

export function Shell(): JSX.Element {
  const current = createMemo(() => {
    const now = place();
    return now.page === "channel" ? now : { page: "channel" as const, guildId: null, channelId: null, messageId: null };
  });
  // A channel that one may no longer see is told about once more, and is as good as gone.
  const channel = createMemo(() => {
    const named = client.state.channels[current().channelId ?? ""];
    return named && may(client.state, named, Permission.ViewChannel) ? named : undefined;
  });
  const [drawer, setDrawer] = createSignal(false);
  createEffect(() => {
    const { guildId, channelId } = current();
    setDrawer(false);
    if (guildId && channelId && channel()) lastChannel.set(guildId, channelId);
    if (!guildId || channelId) return;
    const wanted = client.state.channels[lastChannel.get(guildId) ?? ""] ?? firstChannel(client.state, guildId);
    if (wanted) go(channelPath(guildId, wanted.id), true);
  });
  createEffect(() => {
    const shown = channel();
    document.title = shown?.name ? `#${shown.name} · Guildhall` : "Guildhall";
  });
  useShortcuts(current);
  /** What was looked for here; elsewhere the results are out of place. */
  const searches = (): Asked | null => {
    const wanted = asked();
    const here = wanted?.guildId ? wanted.guildId === current().guildId : wanted?.channelId === current().channelId;
    return wanted && here ? wanted : null;
  };
  const showsMembers = (): boolean => preferences().members && current().guildId !== null && channel() !== undefined;
  return (
    <div class="shell" classList={{ "with-members": showsMembers() || searches() !== null, "with-results": searches() !== null, drawer: drawer() }}>
      <GuildRail guildId={current().guildId} />
      <Show when={current().guildId} fallback={<DirectSidebar channelId={current().channelId} />} keyed>
        {(guildId) => <ChannelSidebar guildId={guildId} channelId={current().channelId} />}
      </Show>
      <Switch fallback={<Empty openDrawer={() => setDrawer(true)} text={emptyText(current().guildId, current().channelId)} />}>
        <Match when={!current().guildId && !current().channelId}>
          <FriendsPage openDrawer={() => setDrawer(true)} />
        </Match>
        <Match when={channel() && isForum(channel()!) && channel()}>{(forum) => <ForumView channel={forum()} openDrawer={() => setDrawer(true)} />}</Match>
        <Match when={channel() && isPlace(channel()!) && channel()!.id} keyed>
          {(id) => <ChannelView channelId={id} messageId={current().messageId} openDrawer={() => setDrawer(true)} />}
        </Match>
      </Switch>
      <Show when={searches()} keyed>
        {(wanted) => <SearchPane asked={wanted} />}
      </Show>
      <Show when={!searches() && showsMembers() && current().guildId} keyed>
        {(guildId) => <MemberPane guildId={guildId} channelId={current().channelId!} />}
      </Show>
      <Show when={drawer()}>
        <button type="button" class="drawer-shade" aria-label={t("dialog.close")} onClick={() => setDrawer(false)} />
      </Show>
    </div>
  );
}

function emptyText(guildId: string | null, channelId: string | null): string {
  if (channelId) return t("channel.gone");
  if (guildId && client.state.guilds[guildId]?.unavailable) return t("guild.unavailable");
  return t(guildId && client.state.guilds[guildId] ? "channel.none" : "channel.gone");
}

function Empty(props: { text: string; openDrawer: () => void }): JSX.Element {
  return (
    <main class="empty">
      <button type="button" class="button quiet only-narrow" onClick={props.openDrawer}>
        {t("channel.list")}
      </button>
      <p>{props.text}</p>
    </main>
  );
}
