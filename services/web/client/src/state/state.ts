/** Everything that the page knows of the server, by id. Changed by nothing but reducers (events) and actions (requests). */
import type { ConnectionState, Mood } from "../protocol/gateway";
import type { Id } from "../protocol/snowflake";
import type { GuildFolder } from "./guildFolders";
import type {
  Channel,
  Emoji,
  Guild,
  Member,
  MemberListItem,
  Message,
  Presence,
  RelationshipType,
  Role,
  Sticker,
  User,
} from "../protocol/types";

/** A message that this page sent and that the server has not yet confirmed. */
export interface Outgoing {
  nonce: string;
  channelId: Id;
  content: string;
  files: File[];
  replyTo: Message | null;
  at: number;
  progress: number;
  state: "sending" | "waiting" | "failed";
  error?: string;
}

/** A stretch of a channel's messages without gaps, oldest first. */
export interface MessageWindow {
  ids: Id[];
  items: Record<Id, Message>;
  /** Nothing older exists. */
  atStart: boolean;
  /** Nothing newer exists but what the gateway brings. */
  atEnd: boolean;
  loading: "older" | "newer" | "around" | null;
  failed: boolean;
  /** Of an earlier session: shown until it is loaded anew. */
  stale: boolean;
}

/** What of a guild's member list was sent: places that are not loaded are undefined. */
export interface MemberList {
  id: string;
  online: number;
  total: number;
  groups: { id: string; count: number }[];
  items: (MemberListItem | undefined)[];
}

export interface GuildState extends Guild {
  roles: Record<Id, Role>;
  emojis: Emoji[];
  stickers: Sticker[];
}

export interface ReadState {
  lastMessageId: Id | null;
  mentions: number;
}

export interface State {
  connection: ConnectionState;
  /** READY has come at least once. */
  started: boolean;
  me: User | null;
  /** How this person wants to be seen. */
  mood: Mood;
  guilds: Record<Id, GuildState>;
  /** As they came; in which order they are shown, {@link folders} say. */
  guildOrder: Id[];
  folders: GuildFolder[];
  /** A new order is on its way to the server. */
  arranging: boolean;
  channels: Record<Id, Channel>;
  /** The ids of channels by their guild, `@me` for private ones: who looks at one guild's has nothing to do with all others'. */
  channelsOf: Record<Id, Record<Id, true>>;
  users: Record<Id, User>;
  /** By guild, then by user. Only those that were heard of. */
  members: Record<Id, Record<Id, Member>>;
  presences: Record<Id, Presence>;
  messages: Record<Id, MessageWindow>;
  outgoing: Outgoing[];
  /** By channel, then by user: until when. */
  typing: Record<Id, Record<Id, number>>;
  /** What has mentioned this person since the session began, the newest first. */
  freshMentions: Message[];
  /** Mentions to be shown no more, the last ones last. */
  goneMentions: Id[];
  memberLists: Record<Id, MemberList>;
  readStates: Record<Id, ReadState>;
  /** The channel that one looks at, and wants to find unread later all the same. */
  leftUnread: Id | null;
  /** By the other's id. */
  relationships: Record<Id, { type: RelationshipType; nickname: string | null }>;
  /** By guild, `@me` for private channels. */
  notifications: Record<Id, { muted: boolean; mutedChannels: Record<Id, boolean> }>;
  /** The role whose view of a guild is tried on; nobody else hears of it. */
  viewingAs: { guildId: Id; roleId: Id } | null;
}

export function emptyState(): State {
  return {
    connection: "connecting",
    started: false,
    me: null,
    mood: { status: "online", text: "" },
    guilds: {},
    guildOrder: [],
    folders: [],
    arranging: false,
    channels: {},
    channelsOf: {},
    users: {},
    members: {},
    presences: {},
    messages: {},
    outgoing: [],
    typing: {},
    freshMentions: [],
    goneMentions: [],
    memberLists: {},
    readStates: {},
    leftUnread: null,
    relationships: {},
    notifications: {},
    viewingAs: null,
  };
}

export function emptyWindow(): MessageWindow {
  return { ids: [], items: {}, atStart: false, atEnd: false, loading: null, failed: false, stale: false };
}
