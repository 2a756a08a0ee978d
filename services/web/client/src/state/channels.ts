/** Channels in the order in which they are shown, and what is unread in them. */
import { compareIds, newer, type Id } from "../protocol/snowflake";
import { ChannelType, type Channel } from "../protocol/types";
import { may, Permission } from "./permissions";
import type { State } from "./state";

export interface ChannelGroup {
  category: Channel | null;
  channels: Channel[];
}

const SPEECH = new Set<ChannelType>([ChannelType.Voice, ChannelType.Stage]);

/** All channels of a guild and threads in them, in no order; of `@me` the private ones. */
export function channelsIn(state: State, guildId: Id): Channel[] {
  return Object.keys(state.channelsOf[guildId] ?? {}).flatMap((id) => state.channels[id] ?? []);
}

/** A guild's channels below their categories; what this person may not see is left out, and so are categories with nothing to see. */
export function channelGroups(state: State, guildId: Id): ChannelGroup[] {
  const all = channelsIn(state, guildId).filter((channel) => !isThread(channel));
  const visible = all.filter((channel) => may(state, channel, Permission.ViewChannel));
  const below = (parent: Id | null): Channel[] =>
    visible.filter((channel) => channel.type !== ChannelType.Category && (channel.parent_id ?? null) === parent).sort(inOrder);
  const known = new Set(all.map((channel) => channel.id));
  const top = visible
    .filter((channel) => channel.type !== ChannelType.Category && (!channel.parent_id || !known.has(channel.parent_id)))
    .sort(inOrder);
  const groups: ChannelGroup[] = top.length ? [{ category: null, channels: top }] : [];
  for (const category of all.filter((channel) => channel.type === ChannelType.Category).sort(inOrder)) {
    const channels = below(category.id);
    if (channels.length || may(state, category, Permission.ManageChannels)) groups.push({ category, channels });
  }
  return groups;
}

/** Threads that are open below a channel, the newest first. */
export function threadsOf(state: State, channelId: Id): Channel[] {
  return channelsIn(state, state.channels[channelId]?.guild_id ?? "@me")
    .filter((channel) => isThread(channel) && channel.parent_id === channelId && !channel.thread_metadata?.archived)
    .sort((left, right) => compareIds(right.last_message_id ?? right.id, left.last_message_id ?? left.id));
}

export function isThread(channel: Channel): boolean {
  return channel.type >= ChannelType.AnnouncementThread && channel.type <= ChannelType.PrivateThread;
}

/** Whether its messages are in posts. */
export function isForum(channel: Channel): boolean {
  return channel.type === ChannelType.Forum || channel.type === ChannelType.Media;
}

/** Whether there is something to look at. */
export function isPlace(channel: Channel): boolean {
  return channel.type !== ChannelType.Category;
}

export function firstChannel(state: State, guildId: Id): Channel | undefined {
  for (const group of channelGroups(state, guildId)) {
    const channel = group.channels.find((candidate) => isPlace(candidate) && !SPEECH.has(candidate.type));
    if (channel) return channel;
  }
  return undefined;
}

/** Private channels, the one with the newest message first. */
export function directChannels(state: State): Channel[] {
  return channelsIn(state, "@me")
    .filter((channel) => channel.type === ChannelType.Direct || channel.type === ChannelType.Group)
    .sort((left, right) => compareIds(right.last_message_id ?? right.id, left.last_message_id ?? left.id));
}

/** Muted by itself, or with its guild. */
export function isMuted(state: State, channel: Channel): boolean {
  const settings = state.notifications[channel.guild_id ?? "@me"];
  return settings !== undefined && (settings.muted || settings.mutedChannels[channel.id] === true);
}

/** What is muted shows nothing as new but mentions. */
export function isUnread(state: State, channel: Channel): boolean {
  if (!channel.last_message_id || isMuted(state, channel)) return false;
  const read = state.readStates[channel.id];
  // A channel that was never read counts from when one came in.
  const since = read?.lastMessageId ?? joinedAt(state, channel);
  return since !== null && newer(channel.last_message_id, since);
}

export function guildUnread(state: State, guildId: Id): { unread: boolean; mentions: number } {
  let unread = false;
  let mentions = 0;
  for (const channel of channelsIn(state, guildId)) {
    mentions += state.readStates[channel.id]?.mentions ?? 0;
    unread ||= isUnread(state, channel) && may(state, channel, Permission.ViewChannel);
  }
  return { unread, mentions };
}

export function channelName(state: State, channel: Channel): string {
  if (channel.name) return channel.name;
  const others = (channel.recipients ?? []).filter((user) => user.id !== state.me?.id);
  // A group that everybody else has left is called after whoever is left.
  const named = others.length || !state.me ? others : [state.me];
  return named
    .map((user) => user.global_name || user.username)
    .join(", ");
}

function joinedAt(state: State, channel: Channel): Id | null {
  if (!channel.guild_id || !state.me) return "0";
  const joined = state.members[channel.guild_id]?.[state.me.id]?.joined_at;
  if (!joined) return null;
  return ((BigInt(Math.max(0, Date.parse(joined) - 1_420_070_400_000)) << 22n)).toString();
}

/** As the server sorts them: what is spoken in comes after what is written in. */
export function inOrder(left: Channel, right: Channel): number {
  const speech = Number(SPEECH.has(left.type)) - Number(SPEECH.has(right.type));
  return speech || (left.position ?? 0) - (right.position ?? 0) || compareIds(left.id, right.id);
}
