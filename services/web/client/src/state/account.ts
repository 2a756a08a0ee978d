/** Requests about one's own account. */
import type { LoginSession } from "../protocol/applications";
import type { Rest } from "../protocol/rest";
import type { User } from "../protocol/types";

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

  async logins(): Promise<LoginSession[]> {
    return (await this.rest.get<{ user_sessions: LoginSession[] }>("/auth/sessions")).user_sessions;
  }

  endLogins(hashes: string[], password: string): Promise<void> {
    return this.rest.post("/auth/sessions/logout", { session_id_hashes: hashes, password });
  }
}
