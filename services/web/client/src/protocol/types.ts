/** What the server sends, as far as this client looks at it. Field names are those on the wire. */
import type { Component } from "./components";
import type { Poll } from "./polls";
import type { Id } from "./snowflake";

export interface User {
  id: Id;
  username: string;
  global_name?: string | null;
  avatar?: string | null;
  bot?: boolean;
  email?: string | null;
}

export interface Role {
  id: Id;
  name: string;
  color: number;
  hoist: boolean;
  position: number;
  permissions: string;
  mentionable?: boolean;
}

export interface Overwrite {
  id: Id;
  /** 0 a role's, 1 a member's. */
  type: number;
  allow: string;
  deny: string;
}

export enum ChannelType {
  Text = 0,
  Direct = 1,
  Voice = 2,
  Group = 3,
  Category = 4,
  Announcement = 5,
  AnnouncementThread = 10,
  PublicThread = 11,
  PrivateThread = 12,
  Stage = 13,
  Forum = 15,
  Media = 16,
}

export interface Channel {
  id: Id;
  type: ChannelType;
  guild_id?: Id;
  name?: string | null;
  topic?: string | null;
  position?: number;
  parent_id?: Id | null;
  last_message_id?: Id | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  permission_overwrites?: Overwrite[];
  recipients?: User[];
  /** Of a group. */
  owner_id?: Id;
  icon?: string | null;
  message_count?: number;
  thread_metadata?: { archived: boolean; locked: boolean };
  available_tags?: { id: Id; name: string }[];
  applied_tags?: Id[];
  flags?: number;
}

export interface Emoji {
  id: Id | null;
  name: string | null;
  animated?: boolean;
}

export enum StickerFormat {
  Png = 1,
  Apng = 2,
  Lottie = 3,
  Gif = 4,
}

export interface StickerItem {
  id: Id;
  name: string;
  format_type: StickerFormat;
}

export interface Sticker extends StickerItem {
  description?: string | null;
  available?: boolean;
}

export interface Member {
  user: User;
  nick?: string | null;
  avatar?: string | null;
  roles: Id[];
  joined_at?: string | null;
  communication_disabled_until?: string | null;
}

export interface Presence {
  user: { id: Id };
  status: Status;
  activities?: Activity[];
}

export type Status = "online" | "idle" | "dnd" | "offline" | "invisible";

export interface Activity {
  name: string;
  type: number;
  state?: string | null;
  emoji?: Emoji | null;
}

export interface Guild {
  id: Id;
  name: string;
  icon?: string | null;
  owner_id: Id;
  description?: string | null;
  member_count?: number;
  system_channel_id?: Id | null;
  features?: string[];
  vanity_url_code?: string | null;
  verification_level?: number;
  explicit_content_filter?: number;
  default_message_notifications?: number;
  unavailable?: boolean;
}

/** A guild as GUILD_CREATE and a person's READY have it. */
export interface WholeGuild extends Guild {
  roles: Role[];
  channels: Channel[];
  threads?: Channel[];
  members?: Member[];
  presences?: Presence[];
  emojis?: Emoji[];
  stickers?: Sticker[];
  properties?: Guild;
}

export interface Attachment {
  id: Id;
  filename: string;
  size: number;
  url: string;
  proxy_url?: string;
  content_type?: string;
  width?: number | null;
  height?: number | null;
  description?: string | null;
}

export interface EmbedMedia {
  url?: string;
  proxy_url?: string;
  width?: number;
  height?: number;
}

export interface Embed {
  type?: string;
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  author?: { name: string; url?: string; icon_url?: string };
  footer?: { text: string; icon_url?: string };
  image?: EmbedMedia;
  thumbnail?: EmbedMedia;
  provider?: { name?: string; url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
}

export interface Reaction {
  emoji: Emoji;
  count: number;
  me: boolean;
}

export enum MessageType {
  Default = 0,
  RecipientAdd = 1,
  RecipientRemove = 2,
  ChannelName = 4,
  ChannelIcon = 5,
  Pinned = 6,
  Join = 7,
  ChannelFollow = 12,
  ThreadCreated = 18,
  Reply = 19,
  ChatCommand = 20,
  ThreadStarter = 21,
  ContextCommand = 23,
  PollResult = 46,
}

export interface Message {
  id: Id;
  channel_id: Id;
  guild_id?: Id;
  type: MessageType;
  author: User;
  member?: Omit<Member, "user">;
  content: string;
  timestamp: string;
  edited_timestamp?: string | null;
  mentions?: User[];
  mention_roles?: Id[];
  mention_everyone?: boolean;
  attachments?: Attachment[];
  embeds?: Embed[];
  reactions?: Reaction[];
  components?: Component[];
  thread?: Channel;
  application_id?: Id;
  interaction_metadata?: { user: User; name?: string };
  interaction?: { name: string; user: User };
  pinned?: boolean;
  nonce?: string | number | null;
  webhook_id?: Id;
  referenced_message?: Message | null;
  poll?: Poll;
  sticker_items?: StickerItem[];
  /** Copies of what was forwarded. */
  message_snapshots?: { message: Partial<Message> }[];
  message_reference?: { type?: number; message_id?: Id; channel_id?: Id; guild_id?: Id };
  flags?: number;
}

export interface ReadStateEntry {
  id: Id;
  last_message_id?: Id | null;
  mention_count?: number;
  read_state_type?: number;
}

export enum RelationshipType {
  Friend = 1,
  Blocked = 2,
  Incoming = 3,
  Outgoing = 4,
}

export interface Relationship {
  id: Id;
  type: RelationshipType;
  nickname?: string | null;
  user?: User;
}

/** What a person wants to be told of a guild; of private channels, when there is no guild. */
export interface NotificationSettings {
  guild_id: Id | null;
  muted?: boolean;
  channel_overrides?: { channel_id: Id; muted?: boolean }[] | Record<Id, { muted?: boolean }>;
}

export interface Profile {
  user: User & { bio?: string | null };
  user_profile?: { bio?: string | null; pronouns?: string | null };
  guild_member_profile?: { bio?: string | null; pronouns?: string | null };
  mutual_guilds?: { id: Id; nick?: string | null }[];
}

export interface Invite {
  code: string;
  guild?: Guild;
  channel?: Channel;
  approximate_member_count?: number;
  approximate_presence_count?: number;
}

export type MemberListItem = { group: { id: string; count: number } } | { member: Member & { presence?: Presence } };

export type MemberListOp =
  | { op: "SYNC"; range: [number, number]; items: MemberListItem[] }
  | { op: "INVALIDATE"; range: [number, number] }
  | { op: "INSERT" | "UPDATE"; index: number; item: MemberListItem }
  | { op: "DELETE"; index: number };

export interface MemberListUpdate {
  guild_id: Id;
  id: string;
  online_count: number;
  member_count: number;
  groups: { id: string; count: number }[];
  ops: MemberListOp[];
}
