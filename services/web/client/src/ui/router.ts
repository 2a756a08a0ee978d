/** The address of the page, and what it shows. */
import { createMemo, createSignal } from "solid-js";
import type { Id } from "../protocol/snowflake";

const SERVER_TABS = [
  "overview",
  "onboarding",
  "roles",
  "channels",
  "members",
  "bans",
  "invites",
  "automod",
  "events",
  "emoji",
  "stickers",
  "sounds",
  "webhooks",
  "integrations",
  "templates",
  "audit",
] as const;

/** The pages of a server's settings. */
export type ServerTab = (typeof SERVER_TABS)[number];

const ADMINISTRATION_TABS = ["reports", "people", "servers", "announcements", "invitations", "policies", "administrators", "journal"] as const;

/** The pages of those who look after the instance. */
export type AdministrationTab = (typeof ADMINISTRATION_TABS)[number];

/** Pages whose address is their name alone. */
const PLAIN = ["login", "register", "settings", "verify", "reset"] as const;

export type Place =
  | { page: (typeof PLAIN)[number] | "unknown" }
  | { page: "invite"; code: string }
  | { page: "developers"; applicationId: Id | null }
  | { page: "administration"; tab: AdministrationTab; subject: Id | null }
  | { page: "server"; guildId: Id; tab: ServerTab; subject: Id | null }
  | { page: "channel"; guildId: Id | null; channelId: Id | null; messageId: Id | null };

const ID = /^\d{1,20}$/;
const [path, setPath] = createSignal(location.pathname);

window.addEventListener("popstate", () => setPath(location.pathname));

export const place = createMemo(() => placeOf(path()));

export function placeOf(pathname: string): Place {
  const [first, second, third, fourth, ...rest] = pathname.split("/").filter(Boolean).map(decoded);
  if (first === "channels" && third === "settings") return serverPlace(second, fourth, rest);
  if (rest.length) return { page: "unknown" };
  if (first === undefined) return { page: "channel", guildId: null, channelId: null, messageId: null };
  const plain = PLAIN.find((page) => page === first);
  if (plain && second === undefined) return { page: plain };
  if (first === "developers" && third === undefined && (second === undefined || ID.test(second))) return { page: first, applicationId: second ?? null };
  if (first === "administration" && fourth === undefined) return administrationPlace(second, third);
  if (first === "invite" && second && third === undefined) return { page: "invite", code: second };
  if (first !== "channels") return { page: "unknown" };
  const guild = second === undefined || second === "@me" ? null : second;
  if ([guild, third ?? null, fourth ?? null].some((id) => id !== null && !ID.test(id))) return { page: "unknown" };
  return { page: "channel", guildId: guild, channelId: third ?? null, messageId: fourth ?? null };
}

function administrationPlace(tab: string | undefined, subject: string | undefined): Place {
  const known = ADMINISTRATION_TABS.find((candidate) => candidate === (tab ?? ADMINISTRATION_TABS[0]));
  if (!known || (subject !== undefined && !ID.test(subject))) return { page: "unknown" };
  return { page: "administration", tab: known, subject: subject ?? null };
}

function serverPlace(guildId: string | undefined, tab: string | undefined, rest: string[]): Place {
  const [subject, ...more] = rest;
  const known = SERVER_TABS.find((candidate) => candidate === (tab ?? SERVER_TABS[0]));
  if (!guildId || !ID.test(guildId) || !known || more.length || (subject !== undefined && !ID.test(subject))) return { page: "unknown" };
  return { page: "server", guildId, tab: known, subject: subject ?? null };
}

export function go(to: string, replace = false): void {
  if (to === location.pathname) return;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  setPath(location.pathname);
}

export function channelPath(guildId: Id | null | undefined, channelId?: Id | null, messageId?: Id): string {
  return ["/channels", guildId ?? "@me", channelId, messageId].filter(Boolean).join("/");
}

export function serverPath(guildId: Id, tab: ServerTab, subject?: Id): string {
  return ["/channels", guildId, "settings", tab, subject].filter(Boolean).join("/");
}

export function developerPath(applicationId?: Id): string {
  return applicationId ? `/developers/${applicationId}` : "/developers";
}

export function administrationPath(tab?: AdministrationTab, subject?: Id): string {
  return ["/administration", tab, subject].filter(Boolean).join("/");
}

/** For links: followed inside the page, unless the person asks for a tab of its own. */
export function follow(event: MouseEvent, to: string): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(to);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
