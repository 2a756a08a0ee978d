import { expect, test } from "vitest";
import type { MemberListItem, MemberListOp } from "../src/protocol/types";
import { applyListUpdate, ranges } from "../src/state/memberList";

const member = (id: string): MemberListItem => ({ member: { user: { id, username: id }, roles: [] } });
const update = (count: number, ops: MemberListOp[]) => ({
  guild_id: "1",
  id: "everyone",
  online_count: count,
  member_count: count,
  groups: [{ id: "online", count }],
  ops,
});
const group: MemberListItem = { group: { id: "online", count: 2 } };

test("ranges are kept, changed in place, and have the size that the groups say", () => {
  let list = applyListUpdate(undefined, update(2, [{ op: "SYNC", range: [0, 99], items: [group, member("a"), member("b")] }]));
  list = applyListUpdate(list, update(3, [{ op: "INSERT", index: 2, item: member("c") }]));
  list = applyListUpdate(list, update(3, [{ op: "DELETE", index: 1 }, { op: "INSERT", index: 3, item: member("a") }, { op: "UPDATE", index: 1, item: member("C") }]));
  expect(list.items).toEqual([group, member("C"), member("b"), member("a")]);
  const far = applyListUpdate(list, update(1_000_000, [{ op: "SYNC", range: [500_000, 500_099], items: [member("z")] }]));
  expect(far.items.length).toBe(1_000_001);
  expect(far.items[500_000]).toEqual(member("z"));
  expect(far.items[400_000]).toBeUndefined();
  const invalid = applyListUpdate(far, update(1_000_000, [{ op: "INVALIDATE", range: [500_000, 500_099] }]));
  expect(invalid.items[500_000]).toBeUndefined();
});

test("what is on the screen is asked for in at most three ranges of a hundred, the first among them", () => {
  expect(ranges(0, 20)).toEqual([[0, 99]]);
  expect(ranges(90, 120)).toEqual([[0, 99], [100, 199]]);
  expect(ranges(999_990, 1_000_010)).toEqual([[0, 99], [999_900, 999_999], [1_000_000, 1_000_099]]);
});
