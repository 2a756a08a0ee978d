/** Requests about guilds, their channels, threads and invites. What comes of them is told by events. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import type { Channel, Guild, Invite, Message } from "../protocol/types";

const A_WEEK = 604_800;

export interface Posts {
  threads: Channel[];
  first_messages?: Message[];
  has_more: boolean;
}

export class Places {
  constructor(private readonly rest: Rest) {}

  createGuild(name: string): Promise<Guild> {
    return this.rest.post("/guilds", { name });
  }

  deleteGuild(guildId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}`);
  }

  leaveGuild(guildId: Id): Promise<void> {
    return this.rest.delete(`/users/@me/guilds/${guildId}`);
  }

  createChannel(guildId: Id, channel: { name: string; type: number; parent_id?: Id | null }): Promise<Channel> {
    return this.rest.post(`/guilds/${guildId}/channels`, channel);
  }

  deleteChannel(channelId: Id): Promise<Channel> {
    return this.rest.delete(`/channels/${channelId}`);
  }

  /** A thread that begins at a message. */
  createThread(message: Message, name: string): Promise<Channel> {
    return this.rest.post(`/channels/${message.channel_id}/messages/${message.id}/threads`, { name });
  }

  createPost(forumId: Id, name: string, content: string, tags: Id[]): Promise<Channel> {
    return this.rest.post(`/channels/${forumId}/threads`, { name, message: { content }, applied_tags: tags });
  }

  /** A page of a forum's posts, those with the newest messages first. */
  posts(forumId: Id, offset: number): Promise<Posts> {
    return this.rest.get(`/channels/${forumId}/threads/search`, {
      query: { sort_by: "last_message_time", sort_order: "desc", limit: 25, offset },
    });
  }

  createInvite(channelId: Id): Promise<Invite> {
    return this.rest.post(`/channels/${channelId}/invites`, { max_age: A_WEEK, max_uses: 0 });
  }

  invite(code: string): Promise<Invite> {
    return this.rest.get(`/invites/${encodeURIComponent(code)}`, { query: { with_counts: true } });
  }

  acceptInvite(code: string): Promise<Invite> {
    return this.rest.post(`/invites/${encodeURIComponent(code)}`, {});
  }

  kick(guildId: Id, userId: Id): Promise<void> {
    return this.rest.delete(`/guilds/${guildId}/members/${userId}`);
  }

  ban(guildId: Id, userId: Id): Promise<void> {
    return this.rest.put(`/guilds/${guildId}/bans/${userId}`, {});
  }

  /** Mutes a channel or lets it be heard again; without a channel all of the guild. */
  mute(guildId: Id | undefined, channelId: Id | null, muted: boolean): Promise<unknown> {
    const change = channelId ? { channel_overrides: { [channelId]: { muted } } } : { muted };
    return this.rest.patch(`/users/@me/guilds/${guildId ?? "@me"}/settings`, change);
  }
}
