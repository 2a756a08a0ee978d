/** What somebody may do, by Discord's documented rules; used only to offer what will work: the server decides. */
import type { Id } from "../protocol/snowflake";
import type { Channel, Overwrite } from "../protocol/types";
import type { State } from "./state";

export const Permission = {
  CreateInvite: 1n << 0n,
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewAuditLog: 1n << 7n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  ManageExpressions: 1n << 30n,
  ManageEvents: 1n << 33n,
  ModerateMembers: 1n << 40n,
  CreateExpressions: 1n << 43n,
  CreateEvents: 1n << 44n,
  SendPolls: 1n << 49n,
  ChangeNickname: 1n << 26n,
  ManageNicknames: 1n << 27n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  CreateThreads: 1n << 35n,
  SendInThreads: 1n << 38n,
} as const;

const ALL = (1n << 64n) - 1n;

/** An id that nobody has. */
const NOBODY = "0";

export interface Standing {
  userId: Id;
  roles: readonly Id[];
}

export function guildPermissions(state: State, guildId: Id, who: Standing): bigint {
  const guild = state.guilds[guildId];
  if (!guild) return 0n;
  if (guild.owner_id === who.userId) return ALL;
  let permissions = BigInt(guild.roles[guildId]?.permissions ?? 0);
  for (const role of who.roles) permissions |= BigInt(guild.roles[role]?.permissions ?? 0);
  return permissions & Permission.Administrator ? ALL : permissions;
}

export function channelPermissions(state: State, channel: Channel, who: Standing): bigint {
  const guildId = channel.guild_id;
  if (!guildId) return ALL;
  const base = guildPermissions(state, guildId, who);
  if (base === ALL) return ALL;
  const overwrites = governing(state, channel)?.permission_overwrites ?? [];
  let permissions = apply(base, overwrites.filter((overwrite) => overwrite.id === guildId));
  permissions = apply(permissions, overwrites.filter((overwrite) => overwrite.type === 0 && overwrite.id !== guildId && who.roles.includes(overwrite.id)));
  permissions = apply(permissions, overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === who.userId));
  return permissions & Permission.ViewChannel ? permissions : 0n;
}

/** This person's own, in a channel; or those of the role that the person tries on. */
export function mine(state: State, channel: Channel): bigint {
  const userId = state.me?.id;
  if (!userId) return 0n;
  const { viewingAs } = state;
  if (viewingAs && viewingAs.guildId === channel.guild_id) return channelPermissions(state, channel, { userId: NOBODY, roles: [viewingAs.roleId] });
  const member = channel.guild_id ? state.members[channel.guild_id]?.[userId] : undefined;
  return channelPermissions(state, channel, { userId, roles: member?.roles ?? [] });
}

export function may(state: State, channel: Channel, permission: bigint): boolean {
  return (mine(state, channel) & permission) === permission;
}

/** Threads are governed by the channel that they are in. */
function governing(state: State, channel: Channel): Channel | undefined {
  return channel.type >= 10 && channel.type <= 12 && channel.parent_id ? state.channels[channel.parent_id] : channel;
}

function apply(permissions: bigint, overwrites: readonly Overwrite[]): bigint {
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  return (permissions & ~deny) | allow;
}
