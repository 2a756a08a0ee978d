/** How people are called, and in which colour. */
import type { Id } from "../protocol/snowflake";
import type { Role, User } from "../protocol/types";
import type { State } from "./state";

export function displayName(state: State, user: User, guildId?: Id): string {
  const nick = guildId ? state.members[guildId]?.[user.id]?.nick : undefined;
  return nick || user.global_name || user.username;
}

/** As one calls a friend oneself, when one does. */
export function friendName(state: State, user: User): string {
  return state.relationships[user.id]?.nickname || displayName(state, user);
}

/** What somebody says of themselves now. */
export function customStatus(state: State, userId: Id): string {
  if (userId === state.me?.id) return state.mood.text;
  const said = state.presences[userId]?.activities?.find(({ type }) => type === 4);
  return [said?.emoji?.id ? "" : said?.emoji?.name, said?.state].filter(Boolean).join(" ");
}

/** The colour of a person's highest role that has one, as CSS; undefined for the text's own. */
export function nameColour(state: State, userId: Id, guildId?: Id): string | undefined {
  if (!guildId) return undefined;
  const roles = state.guilds[guildId]?.roles;
  const bearer = state.members[guildId]?.[userId];
  if (!roles || !bearer) return undefined;
  let best: Role | undefined;
  for (const id of bearer.roles) {
    const role = roles[id];
    if (role?.color && (!best || role.position > best.position)) best = role;
  }
  return best ? `#${best.color.toString(16).padStart(6, "0")}` : undefined;
}

export function avatarUrl(base: string, user: User, size = 64): string | undefined {
  return user.avatar ? `${base}/avatars/${user.id}/${user.avatar}.webp?size=${size}` : undefined;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return letters.join("").toUpperCase();
}
