/** What only those see who look after a guild. Field names are those on the wire. */
import type { Id } from "./snowflake";
import type { Channel, Emoji, Invite, User } from "./types";

export interface Ban {
  user: User;
  reason: string | null;
}

/** An invite with what its guild's keepers are told of it. */
export interface InviteOfGuild extends Invite {
  inviter?: User;
  uses: number;
  max_uses: number;
  /** Seconds from its creation; 0 for ever. */
  max_age: number;
  created_at: string;
  expires_at?: string | null;
}

export interface Webhook {
  id: Id;
  /** 1 takes messages from outside, 2 follows a channel, 3 is an application's. */
  type: number;
  name: string | null;
  channel_id: Id;
  avatar?: string | null;
  token?: string;
  user?: User;
}

export interface OwnedEmoji extends Emoji {
  id: Id;
  name: string;
  user?: User;
}

export interface AuditChange {
  key: string;
  old_value?: unknown;
  new_value?: unknown;
}

export interface AuditEntry {
  id: Id;
  action_type: number;
  user_id: Id | null;
  target_id: Id | null;
  changes?: AuditChange[];
  reason?: string;
  options?: { channel_id?: Id; count?: string; role_name?: string };
}

export interface AuditLog {
  audit_log_entries: AuditEntry[];
  users: User[];
  threads?: Channel[];
}
