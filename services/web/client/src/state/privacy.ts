/** Who may come up to this person: by requests to be friends, and by writing to them. Field names are those on the wire. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

export interface FriendSources {
  all: boolean;
  mutual_friends: boolean;
  mutual_guilds: boolean;
}

export interface PrivacySettings {
  friend_source_flags: FriendSources;
  /** Guilds whose members may not write, unless they are friends. */
  restricted_guilds: Id[];
  /** Whether guilds that are joined later are among those. */
  default_guilds_restricted: boolean;
}

export class Privacy {
  constructor(private readonly rest: Rest) {}

  settings(): Promise<PrivacySettings> {
    return this.rest.get("/users/@me/settings");
  }

  change(change: Partial<PrivacySettings>): Promise<PrivacySettings> {
    return this.rest.patch("/users/@me/settings", change);
  }
}

/** With one source more or less. Everybody includes the others, and who takes one of those away means not everybody. */
export function withSource(before: FriendSources, source: keyof FriendSources, on: boolean): FriendSources {
  if (source === "all") return on ? { all: true, mutual_friends: true, mutual_guilds: true } : { ...before, all: false };
  return { ...before, [source]: on, ...(on ? {} : { all: false }) };
}

/** With one guild more or less whose members may write. */
export function withWriters(restricted: readonly Id[], guildId: Id, allowed: boolean): Id[] {
  const others = restricted.filter((id) => id !== guildId);
  return allowed ? others : [...others, guildId];
}
