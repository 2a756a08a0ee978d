/** Requests about one's own applications and their bots. No event tells of them. */
import type { Application, ApplicationChange } from "../protocol/applications";
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

export class Applications {
  constructor(private readonly rest: Rest) {}

  list(): Promise<Application[]> {
    return this.rest.get("/applications");
  }

  get(applicationId: Id): Promise<Application> {
    return this.rest.get(`/applications/${applicationId}`);
  }

  create(name: string): Promise<Application> {
    return this.rest.post("/applications", { name });
  }

  edit(applicationId: Id, change: ApplicationChange): Promise<Application> {
    return this.rest.patch(`/applications/${applicationId}`, change);
  }

  delete(applicationId: Id): Promise<void> {
    return this.rest.post(`/applications/${applicationId}/delete`);
  }

  /** A new token for its bot; the one before is no good any more. */
  async newToken(applicationId: Id): Promise<string> {
    return (await this.rest.post<{ token: string }>(`/applications/${applicationId}/bot/reset`)).token;
  }

  /** A new secret as an OAuth2 client; the one before is no good any more. */
  async newSecret(applicationId: Id): Promise<string> {
    return (await this.rest.post<{ secret: string }>(`/applications/${applicationId}/reset`)).secret;
  }
}

/** Where somebody adds an application's bot to a guild. */
export function installAddress(origin: string, applicationId: Id, scopes: readonly string[], permissions: bigint): string {
  const query = new URLSearchParams({ client_id: applicationId, scope: scopes.join(" ") });
  if (scopes.includes("bot")) query.set("permissions", String(permissions));
  return `${origin}/oauth2/authorize?${query}`;
}
