/** Places of the state into which more than one event writes. */
import type { Id } from "../protocol/snowflake";
import type { Channel, Guild, Member, Message, NotificationSettings, Relationship, Role, WholeGuild } from "../protocol/types";
import { newest } from "./messages";
import type { MessageWindow, State } from "./state";

const PRIVATE = "@me";

export function addGuild(state: State, guild: WholeGuild): void {
  const plain = plainGuild(guild);
  state.guilds[guild.id] = {
    ...plain,
    roles: Object.fromEntries((guild.roles ?? []).map((role) => [role.id, role])),
    emojis: guild.emojis ?? [],
    stickers: guild.stickers ?? [],
  };
  if (!state.guildOrder.includes(guild.id)) state.guildOrder.push(guild.id);
  const present = new Set<Id>();
  for (const channel of [...(guild.channels ?? []), ...(guild.threads ?? [])]) {
    present.add(channel.id);
    keepChannel(state, { ...channel, guild_id: guild.id });
  }
  for (const id of Object.keys(state.channelsOf[guild.id] ?? {})) if (!present.has(id)) dropChannel(state, id);
  for (const member of guild.members ?? []) keepMember(state, guild.id, member);
  for (const presence of guild.presences ?? []) state.presences[presence.user.id] = presence;
}

/** Without what is kept in places of its own. */
export function plainGuild(guild: Guild | WholeGuild): Guild {
  const { roles, channels, threads, members, presences, emojis, stickers, properties, ...plain } = guild as WholeGuild;
  return { ...plain, ...properties, id: guild.id };
}

export function keepChannel(state: State, channel: Channel): void {
  const known = state.channels[channel.id];
  setChannel(state, { ...known, ...channel, last_message_id: newest(known?.last_message_id, channel.last_message_id) });
  for (const user of channel.recipients ?? []) state.users[user.id] = user;
}

/** The only way in which a channel comes into the state, so that it also stands among its guild's. */
export function setChannel(state: State, channel: Channel): void {
  state.channels[channel.id] = channel;
  (state.channelsOf[channel.guild_id ?? PRIVATE] ??= {})[channel.id] = true;
}

export function dropChannel(state: State, id: Id): void {
  delete state.channelsOf[state.channels[id]?.guild_id ?? PRIVATE]?.[id];
  delete state.channels[id];
  delete state.messages[id];
  delete state.typing[id];
}

export function keepRole(state: State, data: { guild_id: Id; role: Role }): void {
  const guild = state.guilds[data.guild_id];
  if (guild) guild.roles[data.role.id] = data.role;
}

export function keepMember(state: State, guildId: Id, member: Member): void {
  state.users[member.user.id] = { ...state.users[member.user.id], ...member.user };
  const members = (state.members[guildId] ??= {});
  members[member.user.id] = { ...members[member.user.id], ...member };
}

export function keepAuthor(state: State, message: Message): void {
  state.users[message.author.id] = { ...state.users[message.author.id], ...message.author };
  const guildId = message.guild_id ?? state.channels[message.channel_id]?.guild_id;
  if (guildId && message.member) keepMember(state, guildId, { ...message.member, user: message.author });
}

export function keepRelationship(state: State, relationship: Relationship): void {
  if (relationship.user) state.users[relationship.id] = relationship.user;
  const known = state.relationships[relationship.id];
  state.relationships[relationship.id] = {
    type: relationship.type,
    nickname: relationship.nickname === undefined ? (known?.nickname ?? null) : relationship.nickname,
  };
}

export function keepNotifications(state: State, settings: NotificationSettings): void {
  const overrides = settings.channel_overrides ?? [];
  const channels = Array.isArray(overrides)
    ? overrides.map(({ channel_id, muted }) => [channel_id, muted ?? false] as const)
    : Object.entries(overrides).map(([id, { muted }]) => [id, muted ?? false] as const);
  state.notifications[settings.guild_id ?? "@me"] = { muted: settings.muted ?? false, mutedChannels: Object.fromEntries(channels) };
}

export function isThreadType(type: number): boolean {
  return type >= 10 && type <= 12;
}

export function inWindow(state: State, channelId: Id, change: (window: MessageWindow) => void): void {
  const window = state.messages[channelId];
  if (window) change(window);
}

export function changeMessage(state: State, data: { channel_id: Id; message_id: Id }, change: (message: Message) => Message): void {
  inWindow(state, data.channel_id, (window) => {
    const message = window.items[data.message_id];
    if (message) window.items[data.message_id] = change(message);
  });
}
