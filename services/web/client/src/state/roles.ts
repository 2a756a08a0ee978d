/** The order of roles and channels, and what has to be told to the server when one of them moves. */
import type { Id } from "../protocol/snowflake";
import type { Role } from "../protocol/types";
import type { State } from "./state";

/** Highest first, @everyone last. Equal positions: the older one is higher, as on the server. */
export function rolesFromTop(state: State, guildId: Id): Role[] {
  return Object.values(state.guilds[guildId]?.roles ?? {}).sort((left, right) =>
    left.id === guildId ? 1 : right.id === guildId ? -1 : right.position - left.position || (BigInt(left.id) < BigInt(right.id) ? -1 : 1),
  );
}

/**
 * The positions that change when a role takes another place, counted from the top.
 * @everyone stays the last: nothing is moved below it.
 */
export function moved(roles: readonly Role[], roleId: Id, to: number, guildId: Id): { id: Id; position: number }[] {
  const movable = roles.filter((role) => role.id !== guildId);
  const from = movable.findIndex((role) => role.id === roleId);
  if (from < 0) return [];
  const [role] = movable.splice(from, 1);
  movable.splice(Math.max(0, Math.min(to, movable.length)), 0, role!);
  return movable
    .map(({ id }, index) => ({ id, position: movable.length - index }))
    .filter(({ id, position }) => roles.find((other) => other.id === id)!.position !== position);
}
