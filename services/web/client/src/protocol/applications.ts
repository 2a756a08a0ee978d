/** Programs that speak to the server, as those see them who made them. Field names are those on the wire. */
import type { Id } from "./snowflake";
import type { User } from "./types";

export interface Application {
  id: Id;
  name: string;
  description: string;
  icon?: string | null;
  bot?: User;
  bot_public?: boolean;
  flags?: number;
  verify_key: string;
  interactions_endpoint_url?: string | null;
  redirect_uris?: string[];
  tags?: string[];
  approximate_guild_count?: number;
}

export interface ApplicationChange {
  name?: string;
  description?: string;
  icon?: string | null;
  bot_public?: boolean;
  flags?: number;
  interactions_endpoint_url?: string | null;
  redirect_uris?: string[];
}

/** What an application may be told of only after it asked for it; the flags for up to a hundred guilds. */
export enum IntentFlag {
  Presences = 1 << 13,
  Members = 1 << 15,
  MessageContent = 1 << 19,
}

/** Where an account is logged in. */
export interface LoginSession {
  id_hash: string;
  /** ISO 8601. */
  approx_last_used_time: string;
  current: boolean;
}
