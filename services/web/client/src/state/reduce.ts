/** What each event of the gateway changes. Reducers write into a draft, know no network, and stand any order and repetition. */
import type { Id } from "../protocol/snowflake";
import type {
  Channel,
  Emoji,
  Guild,
  Member,
  MemberListUpdate,
  Message,
  NotificationSettings,
  Presence,
  ReadStateEntry,
  Relationship,
  Role,
  Status,
  Sticker,
  User,
  WholeGuild,
} from "../protocol/types";
import {
  addGuild,
  changeMessage,
  dropChannel,
  inWindow,
  isThreadType,
  keepAuthor,
  keepChannel,
  keepMember,
  keepNotifications,
  keepRelationship,
  keepRole,
  plainGuild,
  setChannel,
} from "./keep";
import { channelsIn } from "./channels";
import { dropMentions, keepMention } from "./inbox";
import { applyListUpdate } from "./memberList";
import { addReaction, append, newest, remove, removeReaction, update } from "./messages";
import { voted } from "./polls";
import type { GuildFolder } from "./guildFolders";
import type { State } from "./state";

type Reducer = (state: State, data: never, now: number) => void;

const TYPING_LASTS = 10_000;
const EPHEMERAL = 1 << 6;

interface ReactionEvent {
  channel_id: Id;
  message_id: Id;
  user_id: Id;
  emoji: Emoji;
}

interface VoteEvent {
  channel_id: Id;
  message_id: Id;
  user_id: Id;
  answer_id: number;
}

export interface UserSettings {
  status?: Status;
  custom_status?: { text?: string | null } | null;
  guild_folders?: GuildFolder[];
}

interface Ready {
  user: User;
  guilds: (WholeGuild | { id: Id; unavailable: true })[];
  private_channels?: (Channel & { recipient_ids?: Id[] })[];
  users?: User[];
  read_state?: ReadStateEntry[] | { entries: ReadStateEntry[] };
  relationships?: (Relationship & { user_id?: Id })[];
  user_guild_settings?: NotificationSettings[] | { entries: NotificationSettings[] };
  user_settings?: UserSettings;
  merged_members?: (Member & { user_id?: Id })[][];
}

export const REDUCERS: Record<string, Reducer> = {
  READY: (state: State, data: Ready) => {
    state.started = true;
    state.me = data.user;
    settle(state, data.user_settings ?? {});
    // A new session repeats everything; what it does not name is gone. A guild that it only names stays as it was known until it comes.
    const known = { guilds: state.guilds, members: state.members, channels: Object.values(state.channels) };
    state.guilds = {};
    state.guildOrder = [];
    state.channels = {};
    state.channelsOf = {};
    state.members = {};
    state.presences = {};
    state.typing = {};
    state.memberLists = {};
    // Messages are loaded again where they are looked at.
    for (const window of Object.values(state.messages)) Object.assign(window, { stale: true, loading: null });
    state.freshMentions = [];
    state.goneMentions = [];
    state.users = { [data.user.id]: data.user };
    for (const user of data.users ?? []) state.users[user.id] = user;
    const reads = Array.isArray(data.read_state) ? data.read_state : (data.read_state?.entries ?? []);
    state.readStates = {};
    for (const entry of reads) {
      if ((entry.read_state_type ?? 0) !== 0) continue;
      state.readStates[entry.id] = { lastMessageId: entry.last_message_id ?? null, mentions: entry.mention_count ?? 0 };
    }
    state.relationships = {};
    for (const relationship of data.relationships ?? []) keepRelationship(state, { ...relationship, id: relationship.user_id ?? relationship.id });
    state.notifications = {};
    const settings = data.user_guild_settings;
    for (const entry of Array.isArray(settings) ? settings : (settings?.entries ?? [])) keepNotifications(state, entry);
    for (const channel of data.private_channels ?? []) {
      const recipients = channel.recipients ?? (channel.recipient_ids ?? []).flatMap((id) => state.users[id] ?? []);
      setChannel(state, { ...channel, recipients });
    }
    data.guilds.forEach((guild, index) => {
      if ("roles" in guild || "channels" in guild) addGuild(state, guild as WholeGuild);
      else {
        if (!state.guildOrder.includes(guild.id)) state.guildOrder.push(guild.id);
        const before = known.guilds[guild.id];
        if (before) {
          state.guilds[guild.id] = { ...before, unavailable: true };
          state.members[guild.id] = known.members[guild.id] ?? {};
          for (const channel of known.channels) if (channel.guild_id === guild.id) setChannel(state, channel);
        }
      }
      for (const member of data.merged_members?.[index] ?? []) {
        const user = member.user ?? state.users[member.user_id ?? ""];
        if (user) keepMember(state, guild.id, { ...member, user });
      }
    });
    for (const id of Object.keys(state.messages)) if (!state.channels[id]) delete state.messages[id];
  },
  GUILD_CREATE: (state: State, guild: WholeGuild) => addGuild(state, guild),
  GUILD_UPDATE: (state: State, guild: Guild) => {
    const known = state.guilds[guild.id];
    if (known) Object.assign(known, { ...plainGuild(guild), roles: known.roles, emojis: known.emojis, stickers: known.stickers });
  },
  GUILD_DELETE: (state: State, guild: { id: Id; unavailable?: boolean }) => {
    if (guild.unavailable) {
      const known = state.guilds[guild.id];
      if (known) known.unavailable = true;
      return;
    }
    delete state.guilds[guild.id];
    delete state.members[guild.id];
    delete state.memberLists[guild.id];
    state.guildOrder = state.guildOrder.filter((id) => id !== guild.id);
    for (const id of Object.keys(state.channelsOf[guild.id] ?? {})) dropChannel(state, id);
    delete state.channelsOf[guild.id];
  },
  GUILD_ROLE_CREATE: (state: State, data: { guild_id: Id; role: Role }) => keepRole(state, data),
  GUILD_ROLE_UPDATE: (state: State, data: { guild_id: Id; role: Role }) => keepRole(state, data),
  GUILD_ROLE_DELETE: (state: State, data: { guild_id: Id; role_id: Id }) => {
    delete state.guilds[data.guild_id]?.roles[data.role_id];
    for (const member of Object.values(state.members[data.guild_id] ?? {})) {
      member.roles = member.roles.filter((role) => role !== data.role_id);
    }
  },
  GUILD_EMOJIS_UPDATE: (state: State, data: { guild_id: Id; emojis: Emoji[] }) => {
    const guild = state.guilds[data.guild_id];
    if (guild) guild.emojis = data.emojis;
  },
  GUILD_STICKERS_UPDATE: (state: State, data: { guild_id: Id; stickers: Sticker[] }) => {
    const guild = state.guilds[data.guild_id];
    if (guild) guild.stickers = data.stickers;
  },
  GUILD_MEMBER_ADD: (state: State, member: Member & { guild_id: Id }) => {
    keepMember(state, member.guild_id, member);
    const guild = state.guilds[member.guild_id];
    if (guild?.member_count !== undefined) guild.member_count++;
  },
  GUILD_MEMBER_UPDATE: (state: State, member: Member & { guild_id: Id }) => keepMember(state, member.guild_id, member),
  GUILD_MEMBER_REMOVE: (state: State, data: { guild_id: Id; user: User }) => {
    delete state.members[data.guild_id]?.[data.user.id];
    const guild = state.guilds[data.guild_id];
    if (guild?.member_count !== undefined) guild.member_count--;
  },
  GUILD_MEMBERS_CHUNK: (state: State, data: { guild_id: Id; members: Member[]; presences?: Presence[] }) => {
    for (const member of data.members) keepMember(state, data.guild_id, member);
    for (const presence of data.presences ?? []) state.presences[presence.user.id] = presence;
  },
  GUILD_MEMBER_LIST_UPDATE: (state: State, data: MemberListUpdate) => {
    const list = applyListUpdate(state.memberLists[data.guild_id], data);
    state.memberLists[data.guild_id] = list;
    for (const change of data.ops) {
      const items = change.op === "SYNC" ? change.items : "item" in change ? [change.item] : [];
      for (const item of items) {
        if (!("member" in item)) continue;
        keepMember(state, data.guild_id, item.member);
        if (item.member.presence) state.presences[item.member.user.id] = item.member.presence;
      }
    }
  },
  PRESENCE_UPDATE: (state: State, presence: Presence) => {
    state.presences[presence.user.id] = presence;
  },
  USER_UPDATE: (state: State, user: User) => {
    state.users[user.id] = user;
    if (state.me?.id === user.id) state.me = { ...state.me, ...user };
  },
  CHANNEL_CREATE: keepChannel,
  CHANNEL_UPDATE: keepChannel,
  CHANNEL_RECIPIENT_ADD: (state: State, data: { channel_id: Id; user: User }) => {
    const group = state.channels[data.channel_id];
    state.users[data.user.id] = data.user;
    if (group) group.recipients = [...(group.recipients ?? []).filter(({ id }) => id !== data.user.id), data.user];
  },
  CHANNEL_RECIPIENT_REMOVE: (state: State, data: { channel_id: Id; user: User }) => {
    const group = state.channels[data.channel_id];
    if (group) group.recipients = (group.recipients ?? []).filter(({ id }) => id !== data.user.id);
  },
  CHANNEL_DELETE: (state: State, channel: Channel) => dropChannel(state, channel.id),
  THREAD_CREATE: keepChannel,
  THREAD_UPDATE: keepChannel,
  THREAD_DELETE: (state: State, channel: Channel) => dropChannel(state, channel.id),
  THREAD_LIST_SYNC: (state: State, data: { guild_id: Id; channel_ids?: Id[]; threads: Channel[] }) => {
    const named = new Set(data.threads.map((thread) => thread.id));
    for (const channel of channelsIn(state, data.guild_id)) {
      const covered = !data.channel_ids || data.channel_ids.includes(channel.parent_id ?? "");
      // Only active threads are named: an archived one may be the one that is open.
      const active = isThreadType(channel.type) && !channel.thread_metadata?.archived;
      if (active && covered && !named.has(channel.id)) dropChannel(state, channel.id);
    }
    for (const thread of data.threads) keepChannel(state, { ...thread, guild_id: data.guild_id });
  },
  RELATIONSHIP_ADD: (state: State, data: Relationship) => keepRelationship(state, data),
  RELATIONSHIP_UPDATE: (state: State, data: Relationship) => keepRelationship(state, data),
  RELATIONSHIP_REMOVE: (state: State, data: { id: Id }) => {
    delete state.relationships[data.id];
  },
  USER_SETTINGS_UPDATE: (state: State, data: UserSettings) => settle(state, data),
  USER_GUILD_SETTINGS_UPDATE: (state: State, data: NotificationSettings) => keepNotifications(state, data),
  MESSAGE_CREATE: (state: State, message: Message) => {
    const channel = state.channels[message.channel_id];
    // What one person alone sees is not the channel's: nothing is unread by it.
    const whispered = ((message.flags ?? 0) & EPHEMERAL) !== 0;
    if (channel && !whispered) channel.last_message_id = newest(channel.last_message_id, message.id);
    if (!message.webhook_id) keepAuthor(state, message);
    const known = state.messages[message.channel_id];
    const isNew = !known?.items[message.id];
    if (known) append(known, message);
    const mine = message.author.id === state.me?.id;
    if (whispered) return;
    if (mine) {
      const nonce = message.nonce == null ? null : String(message.nonce);
      if (nonce) state.outgoing = state.outgoing.filter((sent) => sent.nonce !== nonce);
      acknowledge(state, message.channel_id, message.id, 0);
    } else if (isNew && mentionsMe(state, message)) {
      const read = (state.readStates[message.channel_id] ??= { lastMessageId: null, mentions: 0 });
      read.mentions++;
      if (channel?.guild_id) keepMention(state, { ...message, guild_id: channel.guild_id });
    }
    delete state.typing[message.channel_id]?.[message.author.id];
  },
  MESSAGE_UPDATE: (state: State, message: Message) => inWindow(state, message.channel_id, (window) => update(window, message)),
  MESSAGE_DELETE: (state: State, data: { id: Id; channel_id: Id }) => {
    inWindow(state, data.channel_id, (window) => remove(window, data.id));
    dropMentions(state, [data.id]);
  },
  MESSAGE_DELETE_BULK: (state: State, data: { ids: Id[]; channel_id: Id }) => {
    inWindow(state, data.channel_id, (window) => data.ids.forEach((id) => remove(window, id)));
    dropMentions(state, data.ids);
  },
  RECENT_MENTION_DELETE: (state: State, data: { message_id: Id }) => dropMentions(state, [data.message_id]),
  MESSAGE_REACTION_ADD: (state: State, data: ReactionEvent) =>
    changeMessage(state, data, (message) => addReaction(message, data.emoji, data.user_id === state.me?.id)),
  MESSAGE_REACTION_REMOVE: (state: State, data: ReactionEvent) =>
    changeMessage(state, data, (message) => removeReaction(message, data.emoji, data.user_id === state.me?.id)),
  MESSAGE_REACTION_REMOVE_ALL: (state: State, data: ReactionEvent) => changeMessage(state, data, (message) => ({ ...message, reactions: [] })),
  MESSAGE_REACTION_REMOVE_EMOJI: (state: State, data: ReactionEvent) =>
    changeMessage(state, data, (message) => ({
      ...message,
      reactions: (message.reactions ?? []).filter(
        (reaction) => !(data.emoji.id ? reaction.emoji.id === data.emoji.id : reaction.emoji.name === data.emoji.name),
      ),
    })),
  MESSAGE_POLL_VOTE_ADD: (state: State, data: VoteEvent) => changeVote(state, data, true),
  MESSAGE_POLL_VOTE_REMOVE: (state: State, data: VoteEvent) => changeVote(state, data, false),
  MESSAGE_ACK: (state: State, data: { channel_id: Id; message_id: Id; mention_count?: number }) => {
    state.readStates[data.channel_id] = { lastMessageId: data.message_id, mentions: data.mention_count ?? 0 };
  },
  TYPING_START: (state: State, data: { channel_id: Id; user_id: Id; guild_id?: Id; member?: Member }, now: number) => {
    if (data.user_id === state.me?.id) return;
    if (data.member && data.guild_id) keepMember(state, data.guild_id, data.member);
    (state.typing[data.channel_id] ??= {})[data.user_id] = now + TYPING_LASTS;
  },
};

/** Changes the draft as the event says; events that this client has no use for are passed over. */
export function reduce(state: State, event: string, data: unknown, now: number = Date.now()): void {
  REDUCERS[event]?.(state, data as never, now);
}

/**
 * The message up to which reading the channel would say something new; null for none. What was read may be newer than what is known of
 * the channel, as in a new session whose guilds are still on their way.
 */
export function unreadUpTo(state: State, channelId: Id): Id | null {
  const last = state.channels[channelId]?.last_message_id;
  const read = state.readStates[channelId];
  if (!last) return null;
  const upTo = newest(read?.lastMessageId, last);
  return upTo !== read?.lastMessageId || read?.mentions ? upTo : null;
}

/** This person has read the channel up to here; never backwards. */
export function acknowledge(state: State, channelId: Id, messageId: Id, mentions: number): void {
  const read = state.readStates[channelId];
  state.readStates[channelId] = { lastMessageId: newest(read?.lastMessageId, messageId), mentions };
}

/** The server counts mentions but says nothing of it: its rule is done here once more. */
export function mentionsMe(state: State, message: Message): boolean {
  const me = state.me?.id;
  if (!me) return false;
  const channel = state.channels[message.channel_id];
  if (channel && !channel.guild_id) return true;
  if (message.mention_everyone || message.mentions?.some((user) => user.id === me)) return true;
  const roles = channel?.guild_id ? (state.members[channel.guild_id]?.[me]?.roles ?? []) : [];
  return message.mention_roles?.some((role) => roles.includes(role)) ?? false;
}

/** What the settings say of how one wants to be seen, and in which order guilds stand; what they do not name stays. */
export function settle(state: State, settings: UserSettings): void {
  state.mood = {
    status: settings.status ?? state.mood.status,
    text: settings.custom_status === undefined ? state.mood.text : (settings.custom_status?.text ?? ""),
  };
  if (settings.guild_folders && !state.arranging) state.folders = settings.guild_folders;
}

function changeVote(state: State, data: VoteEvent, given: boolean): void {
  changeMessage(state, data, (message) =>
    message.poll ? { ...message, poll: voted(message.poll, data.answer_id, data.user_id === state.me?.id, given) } : message,
  );
}
