/** Requests about one's own account. */
import type { LoginSession } from "../protocol/applications";
import type { Mood } from "../protocol/gateway";
import type { Rest } from "../protocol/rest";
import type { User } from "../protocol/types";
import type { GuildFolder } from "./guildFolders";
import type { UserSettings } from "./reduce";

export interface AccountChange {
  username?: string;
  /** Needed for another username. */
  password?: string;
  global_name?: string | null;
  /** A data URL; null takes the picture away. */
  avatar?: string | null;
  bio?: string;
}

/** What only the person itself is told. */
export interface OwnUser extends User {
  bio?: string | null;
  /** Whether the address is proved. */
  verified?: boolean;
  /** Whether the account asks for a code beside its password. */
  mfa_enabled?: boolean;
}

export class Account {
  constructor(private readonly rest: Rest) {}

  me(): Promise<OwnUser> {
    return this.rest.get("/users/@me");
  }

  edit(change: AccountChange): Promise<User> {
    return this.rest.patch("/users/@me", change);
  }

  /** Logs the account out everywhere; what comes back is the one token that is good from now on. */
  async changePassword(password: string, next: string): Promise<string> {
    return (await this.rest.patch<{ token: string }>("/users/@me", { password, new_password: next })).token;
  }

  settings(): Promise<UserSettings> {
    return this.rest.get("/users/@me/settings");
  }

  /** How one wants to be seen, here and wherever else one is logged in. */
  setMood(mood: Mood): Promise<unknown> {
    return this.rest.patch("/users/@me/settings", { status: mood.status, custom_status: mood.text ? { text: mood.text } : null });
  }

  /** Puts the account aside until the next login, or ends it for good. @param code where the account asks for one */
  leave(how: "disable" | "delete", password: string, code: string): Promise<void> {
    return this.rest.post(`/users/@me/${how}`, { password, ...(code ? { code } : {}) });
  }

  /** In which order, and in which folders, guilds are shown wherever one is logged in. */
  arrange(folders: GuildFolder[]): Promise<unknown> {
    return this.rest.patch("/users/@me/settings", { guild_folders: folders });
  }

  async logins(): Promise<LoginSession[]> {
    return (await this.rest.get<{ user_sessions: LoginSession[] }>("/auth/sessions")).user_sessions;
  }

  endLogins(hashes: string[], password: string): Promise<void> {
    return this.rest.post("/auth/sessions/logout", { session_id_hashes: hashes, password });
  }
}
