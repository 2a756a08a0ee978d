/** A guild's list of members, of which the server sends the ranges that are looked at. */
import type { MemberListItem, MemberListUpdate } from "../protocol/types";
import type { MemberList } from "./state";

const RANGE = 100;

export function applyListUpdate(known: MemberList | undefined, update: MemberListUpdate): MemberList {
  const items = known?.id === update.id ? [...known.items] : [];
  for (const change of update.ops) {
    switch (change.op) {
      case "SYNC":
        change.items.forEach((item, index) => (items[change.range[0] + index] = item));
        break;
      case "INVALIDATE":
        for (let index = change.range[0]; index <= Math.min(change.range[1], items.length - 1); index++) items[index] = undefined;
        break;
      case "INSERT":
        if (change.index > items.length) items[change.index] = change.item;
        else items.splice(change.index, 0, change.item);
        break;
      case "UPDATE":
        items[change.index] = change.item;
        break;
      case "DELETE":
        if (change.index < items.length) items.splice(change.index, 1);
        break;
    }
  }
  const shown = update.groups.reduce((sum, group) => sum + group.count + 1, 0);
  items.length = shown;
  return { id: update.id, online: update.online_count, total: update.member_count, groups: update.groups, items };
}

/** The ranges of 100 that cover what is on the screen, the first one always among them. At most three, as servers take them. */
export function ranges(first: number, last: number): [number, number][] {
  const from = Math.max(0, Math.floor(first / RANGE));
  const to = Math.max(from, Math.floor(last / RANGE));
  const numbers = new Set([0, from, Math.min(to, from + 1)]);
  return [...numbers].sort((left, right) => left - right).map((number) => [number * RANGE, number * RANGE + RANGE - 1]);
}

export function isGroup(item: MemberListItem | undefined): item is { group: { id: string; count: number } } {
  return item !== undefined && "group" in item;
}
