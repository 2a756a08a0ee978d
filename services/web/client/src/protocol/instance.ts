/** What those see who look after the whole instance, and what it says of itself to anybody. Field names are those on the wire. */
import type { Id } from "./snowflake";

export type InstanceRole = "moderator" | "administrator";

export interface AccountRecord {
  id: Id;
  username: string;
  global_name: string | null;
  email: string | null;
  verified: boolean;
  mfa_enabled: boolean;
  bot: boolean;
  disabled: boolean;
  deleted: boolean;
  created_at: string;
  last_seen: string | null;
  /** Told only of one that is asked for by its id. */
  logins?: number;
  role?: InstanceRole | null;
}

export interface GuildRecord {
  id: Id;
  name: string;
  description: string | null;
  owner_id: Id;
  vanity_url_code: string | null;
  suspended: boolean;
  created_at: string;
}

export type ReportSubject = "message" | "user" | "guild";
export type ReportState = "open" | "resolved" | "dismissed";

export interface Report {
  id: Id;
  state: ReportState;
  subject: ReportSubject;
  reason: string;
  reporter_id: Id;
  comment: string | null;
  created_at: string;
  settled_by?: Id;
  note?: string;
  /** As whoever reported it saw it then. */
  reported: Reported;
}

export interface Reported {
  id: Id;
  /** Of a message. */
  content?: string;
  channel_id?: Id;
  author?: { id: Id; username: string };
  attachments?: { filename: string }[];
  /** Of a person. */
  username?: string;
  /** Of a guild. */
  name?: string;
  description?: string | null;
  owner_id?: Id;
}

export interface Announcement {
  id: Id;
  content: string;
  created_at: string;
  expires_at: string | null;
}

export interface Invitation {
  code: string;
  uses: number;
  max_uses: number;
  created_at: string;
  created_by: Id;
  expires_at?: string;
}

export interface Administrator {
  user_id: Id;
  username: string | null;
  role: InstanceRole;
  since: string;
  named_by: Id;
}

export interface Deed {
  id: Id;
  user_id: Id;
  action: string;
  reason: string;
  address: string;
  at: string;
  outcome: "begun" | "done" | "refused";
  target: Record<string, string>;
  changes: Record<string, unknown>;
}

export type RegistrationMode = "open" | "invitation" | "closed";

export interface InstanceSettings {
  instance_name: string;
  description: string;
  contact: string;
  terms_url: string | null;
  privacy_url: string | null;
  registration: RegistrationMode;
  email_required: boolean;
  blocked_email_domains: string[];
  registrations_per_address: number;
  registrations_per_hour: number;
  proof_of_work_bits: number;
  max_file_bytes: number | null;
  guilds_per_person: number | null;
  members_per_guild: number | null;
}

/** What anybody is told of it, in the words that other open clients look for. */
export interface InstancePolicies {
  instanceName: string;
  instanceDescription: string;
  tosPage: string | null;
  privacyPage: string | null;
  register: {
    mode: RegistrationMode;
    email: { required: boolean };
    password: { minLength: number };
  };
}

/** A way through the questions that somebody is asked who reports something: nodes that lead to each other. */
export interface ReportMenu {
  root_node_id: number;
  nodes: Record<string, ReportNode>;
}

export interface ReportNode {
  id: number;
  key: string;
  header: string;
  /** Words and the node that they lead to. */
  children: [string, number][];
  report_type: string | null;
}
