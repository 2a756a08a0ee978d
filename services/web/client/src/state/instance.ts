/** Requests of those who look after the whole instance. Nothing of it is told by events. */
import type {
  AccountRecord,
  Administrator,
  Announcement,
  Deed,
  GuildRecord,
  InstanceRole,
  InstanceSettings,
  Invitation,
  Report,
  ReportState,
} from "../protocol/instance";
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";

const PAGE = 50;

export class Instance {
  constructor(private readonly rest: Rest) {}

  /** What this person may do with the instance; null for nothing. */
  async role(): Promise<InstanceRole | null> {
    return (await this.rest.get<{ role: InstanceRole | null }>("/admin/role")).role;
  }

  // --- people

  /** By an id, a username or an address. */
  findAccounts(query: string): Promise<AccountRecord[]> {
    return this.rest.get("/admin/users", { query: { query } });
  }

  account(userId: Id): Promise<AccountRecord> {
    return this.rest.get(`/admin/users/${userId}`);
  }

  disable(userId: Id, disabled: boolean, reason: string): Promise<AccountRecord> {
    return this.rest.request("PATCH", `/admin/users/${userId}`, { body: { disabled }, reason });
  }

  /** @returns a password to be handed over; nobody is told it again */
  async replacePassword(userId: Id, reason: string): Promise<string> {
    return (await this.rest.request<{ password: string }>("POST", `/admin/users/${userId}/password`, { reason })).password;
  }

  resetSecondFactor(userId: Id, reason: string): Promise<void> {
    return this.rest.request("DELETE", `/admin/users/${userId}/second-factor`, { reason });
  }

  deleteAccount(userId: Id, reason: string): Promise<void> {
    return this.rest.request("DELETE", `/admin/users/${userId}`, { reason });
  }

  administrators(): Promise<Administrator[]> {
    return this.rest.get("/admin/administrators");
  }

  appoint(userId: Id, role: InstanceRole | null): Promise<unknown> {
    const path = `/admin/administrators/${userId}`;
    return role === null ? this.rest.delete(path) : this.rest.put(path, { role });
  }

  // --- servers

  /** By an id, or the code of an invite. */
  findGuilds(query: string): Promise<GuildRecord[]> {
    return this.rest.get("/admin/guilds", { query: { query } });
  }

  guildsOf(userId: Id): Promise<GuildRecord[]> {
    return this.rest.get("/admin/guilds", { query: { user_id: userId } });
  }

  guild(guildId: Id): Promise<GuildRecord> {
    return this.rest.get(`/admin/guilds/${guildId}`);
  }

  suspend(guildId: Id, suspended: boolean, reason: string): Promise<void> {
    return this.rest.request(suspended ? "PUT" : "DELETE", `/admin/guilds/${guildId}/suspension`, { reason });
  }

  transfer(guildId: Id, ownerId: Id, reason: string): Promise<GuildRecord> {
    return this.rest.request("POST", `/admin/guilds/${guildId}/transfer`, { body: { owner_id: ownerId }, reason });
  }

  // --- reports

  reports(state: "open" | "settled", before?: Id): Promise<Report[]> {
    return this.rest.get("/admin/reports", { query: { state, before, limit: PAGE } });
  }

  settle(reportId: Id, state: ReportState, note: string): Promise<Report> {
    return this.rest.patch(`/admin/reports/${reportId}`, { state, ...(note ? { note } : {}) });
  }

  // --- what everybody is told, and who comes in

  announcements(): Promise<Announcement[]> {
    return this.rest.get("/announcements");
  }

  /** @param seconds for how long; null until it is taken away */
  announce(content: string, seconds: number | null): Promise<Announcement> {
    return this.rest.post("/admin/announcements", { content, ...(seconds === null ? {} : { max_age: seconds }) });
  }

  withdraw(announcementId: Id): Promise<void> {
    return this.rest.delete(`/admin/announcements/${announcementId}`);
  }

  invitations(): Promise<Invitation[]> {
    return this.rest.get("/admin/invitations");
  }

  invite(uses: number, seconds: number | null): Promise<Invitation> {
    return this.rest.post("/admin/invitations", { max_uses: uses, ...(seconds === null ? {} : { max_age: seconds }) });
  }

  revokeInvitation(code: string): Promise<void> {
    return this.rest.delete(`/admin/invitations/${encodeURIComponent(code)}`);
  }

  settings(): Promise<InstanceSettings> {
    return this.rest.get("/admin/settings");
  }

  change(change: Partial<InstanceSettings>): Promise<InstanceSettings> {
    return this.rest.patch("/admin/settings", change);
  }

  // --- what was done

  deeds(before?: Id): Promise<Deed[]> {
    return this.rest.get("/admin/audit", { query: { before, limit: PAGE } });
  }
}

/** Whether there may be more after this page of a list. */
export const fullPage = (page: readonly unknown[]): boolean => page.length === PAGE;

/** What a form for the settings says that is not so yet. */
export function changedSettings(before: InstanceSettings, form: FormData): Partial<InstanceSettings> {
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  const number = (name: string): number => Number(text(name) || 0);
  const bound = (name: string): number | null => (text(name) === "" ? null : Number(text(name)));
  const said: InstanceSettings = {
    instance_name: text("instance_name"),
    description: text("description"),
    contact: text("contact"),
    terms_url: text("terms_url") || null,
    privacy_url: text("privacy_url") || null,
    registration: text("registration") as InstanceSettings["registration"],
    email_required: form.get("email_required") !== null,
    blocked_email_domains: text("blocked_email_domains").toLowerCase().split(/[\s,]+/).filter(Boolean),
    registrations_per_address: number("registrations_per_address"),
    registrations_per_hour: number("registrations_per_hour"),
    proof_of_work_bits: number("proof_of_work_bits"),
    max_file_bytes: bound("max_file_bytes"),
    guilds_per_person: bound("guilds_per_person"),
    members_per_guild: bound("members_per_guild"),
  };
  // An address that was never set is stored as an empty text.
  const plain = (value: unknown): string => JSON.stringify(value === "" ? null : Array.isArray(value) ? [...value].sort() : value);
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => plain(value) !== plain(before[name as keyof InstanceSettings])),
  ) as Partial<InstanceSettings>;
}
