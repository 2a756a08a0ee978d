/** Requests about other people: who they are, and what they are to this one. What comes of them is told by events. */
import { ApiError, type Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import { RelationshipType, type Channel, type Profile } from "../protocol/types";

export class People {
  constructor(private readonly rest: Rest) {}

  profile(userId: Id, guildId?: Id): Promise<Profile> {
    return this.rest.get(`/users/${userId}/profile`, { query: { with_mutual_guilds: true, guild_id: guildId } });
  }

  /** What this person wrote down about another one; empty for nothing. */
  async note(userId: Id): Promise<string> {
    try {
      return (await this.rest.get<{ note: string }>(`/users/@me/notes/${userId}`)).note;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return "";
      throw error;
    }
  }

  setNote(userId: Id, note: string): Promise<void> {
    return this.rest.put(`/users/@me/notes/${userId}`, { note });
  }

  askByName(username: string): Promise<void> {
    return this.rest.post("/users/@me/relationships", { username });
  }

  /** Asks to become friends, or says yes. */
  befriend(userId: Id): Promise<void> {
    return this.rest.put(`/users/@me/relationships/${userId}`, {});
  }

  block(userId: Id): Promise<void> {
    return this.rest.put(`/users/@me/relationships/${userId}`, { type: RelationshipType.Blocked });
  }

  /** Ends whatever there is: a friendship, a request of either, a block. */
  endRelationship(userId: Id): Promise<void> {
    return this.rest.delete(`/users/@me/relationships/${userId}`);
  }

  // --- groups

  beginGroup(friends: Id[]): Promise<Channel> {
    return this.rest.post("/users/@me/channels", { recipients: friends });
  }

  /** From a conversation of two, a group begins, which is the answer then. */
  addToGroup(channelId: Id, friend: Id): Promise<Channel | undefined> {
    return this.rest.put(`/channels/${channelId}/recipients/${friend}`);
  }

  removeFromGroup(channelId: Id, userId: Id): Promise<void> {
    return this.rest.delete(`/channels/${channelId}/recipients/${userId}`);
  }

  nameGroup(channelId: Id, name: string): Promise<Channel> {
    return this.rest.patch(`/channels/${channelId}`, { name });
  }

  leaveGroup(channelId: Id): Promise<void> {
    return this.rest.delete(`/channels/${channelId}`);
  }
}
