/** Requests of those who look after a guild. What comes of them is told by events, but for lists that have none. */
import type { AuditLog, Ban, InviteOfGuild, OwnedEmoji, Webhook } from "../protocol/administration";
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import type { Channel, Guild, Member, Overwrite, Role } from "../protocol/types";

const PAGE_OF_BANS = 100;
const PAGE_OF_ENTRIES = 50;
const MOST_FOUND = 50;

export interface RoleChange {
  name?: string;
  color?: number;
  hoist?: boolean;
  mentionable?: boolean;
  permissions?: string;
}

export class Administration {
  constructor(private readonly rest: Rest) {}

  guild(guildId: Id): Promise<Guild> {
    return this.rest.get(`/guilds/${guildId}`);
  }

  editGuild(guildId: Id, change: Partial<Guild>): Promise<Guild> {
    return this.rest.patch(`/guilds/${guildId}`, change);
  }

  // --- roles

  createRole(guildId: Id, name: string): Promise<Role> {
    return this.rest.post(`/guilds/${guildId}/roles`, { name });
  }

  editRole(guildId: Id, roleId: Id, change: RoleChange): Promise<Role> {
    return this.rest.patch(`/guilds/${guildId}/roles/${roleId}`, change);
  }

  deleteRole(guildId: Id, roleId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/roles/${roleId}`);
  }

  placeRoles(guildId: Id, places: { id: Id; position: number }[]): Promise<Role[]> {
    return this.rest.patch(`/guilds/${guildId}/roles`, places);
  }

  // --- channels

  placeChannels(guildId: Id, places: { id: Id; position: number; parent_id?: Id | null }[]): Promise<void> {
    return this.rest.patch(`/guilds/${guildId}/channels`, places);
  }

  keepOverwrite(channelId: Id, overwrite: Overwrite): Promise<void> {
    const { id, ...rest } = overwrite;
    return this.rest.put(`/channels/${channelId}/permissions/${id}`, rest);
  }

  dropOverwrite(channelId: Id, id: Id): Promise<void> {
    return this.rest.delete(`/channels/${channelId}/permissions/${id}`);
  }

  editChannel(channelId: Id, change: Partial<Channel>): Promise<Channel> {
    return this.rest.patch(`/channels/${channelId}`, change);
  }

  // --- members

  /** Members by the beginning of a name; without one, the first of all. */
  members(guildId: Id, name: string): Promise<Member[]> {
    return name
      ? this.rest.get(`/guilds/${guildId}/members/search`, { query: { query: name, limit: MOST_FOUND } })
      : this.rest.get(`/guilds/${guildId}/members`, { query: { limit: MOST_FOUND } });
  }

  giveRole(guildId: Id, userId: Id, roleId: Id, given: boolean): Promise<void> {
    const path = `/guilds/${guildId}/members/${userId}/roles/${roleId}`;
    return given ? this.rest.put(path) : this.rest.delete(path);
  }

  /** Lets somebody write nothing until then; null ends it. */
  timeOut(guildId: Id, userId: Id, until: Date | null): Promise<Member> {
    return this.rest.patch(`/guilds/${guildId}/members/${userId}`, { communication_disabled_until: until?.toISOString() ?? null });
  }

  bans(guildId: Id, after?: Id): Promise<Ban[]> {
    return this.rest.get(`/guilds/${guildId}/bans`, { query: { limit: PAGE_OF_BANS, after } });
  }

  unban(guildId: Id, userId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/bans/${userId}`);
  }

  // --- ways in

  invites(guildId: Id): Promise<InviteOfGuild[]> {
    return this.rest.get(`/guilds/${guildId}/invites`);
  }

  revokeInvite(code: string): Promise<void> {
    return this.rest.delete(`/invites/${encodeURIComponent(code)}`);
  }

  webhooks(guildId: Id): Promise<Webhook[]> {
    return this.rest.get(`/guilds/${guildId}/webhooks`);
  }

  createWebhook(channelId: Id, name: string): Promise<Webhook> {
    return this.rest.post(`/channels/${channelId}/webhooks`, { name });
  }

  editWebhook(webhookId: Id, change: { name: string; channel_id: Id }): Promise<Webhook> {
    return this.rest.patch(`/webhooks/${webhookId}`, change);
  }

  deleteWebhook(webhookId: Id): Promise<void> {
    return this.rest.delete(`/webhooks/${webhookId}`);
  }

  // --- emoji

  emojis(guildId: Id): Promise<OwnedEmoji[]> {
    return this.rest.get(`/guilds/${guildId}/emojis`);
  }

  /** `image` as a data URL. */
  createEmoji(guildId: Id, name: string, image: string): Promise<OwnedEmoji> {
    return this.rest.post(`/guilds/${guildId}/emojis`, { name, image });
  }

  renameEmoji(guildId: Id, emojiId: Id, name: string): Promise<OwnedEmoji> {
    return this.rest.patch(`/guilds/${guildId}/emojis/${emojiId}`, { name });
  }

  deleteEmoji(guildId: Id, emojiId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/emojis/${emojiId}`);
  }

  // --- what was done

  auditLog(guildId: Id, filter: { user_id?: Id; action_type?: number; before?: Id }): Promise<AuditLog> {
    return this.rest.get(`/guilds/${guildId}/audit-logs`, { query: { ...filter, limit: PAGE_OF_ENTRIES } });
  }
}

/** Whether a page of bans may have one after it. */
export const fullPageOfBans = (page: readonly Ban[]): boolean => page.length === PAGE_OF_BANS;

export const fullPageOfEntries = (page: AuditLog): boolean => page.audit_log_entries.length === PAGE_OF_ENTRIES;
