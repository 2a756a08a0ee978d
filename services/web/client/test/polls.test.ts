import { expect, test } from "vitest";
import type { Poll } from "../src/protocol/polls";
import { countOf, ended, totalOf, voted } from "../src/state/polls";

const poll: Poll = {
  question: { text: "Tea or coffee?" },
  answers: [
    { answer_id: 1, poll_media: { text: "Tea" } },
    { answer_id: 2, poll_media: { text: "Coffee" } },
  ],
  expiry: "2026-05-01T00:00:00Z",
  allow_multiselect: false,
};

test("votes come and go", () => {
  const one = voted(voted(poll, 1, false, true), 2, true, true);
  expect([countOf(one, 1), countOf(one, 2), totalOf(one)]).toEqual([{ id: 1, count: 1, me_voted: false }, { id: 2, count: 1, me_voted: true }, 2]);
  const none = voted(one, 2, true, false);
  expect([countOf(none, 2), totalOf(none)]).toEqual([{ id: 2, count: 0, me_voted: false }, 1]);
});

test("one's own vote counts once, however often it is told", () => {
  const once = voted(poll, 1, true, true);
  expect(voted(once, 1, true, true)).toBe(once);
  expect(voted(poll, 1, true, false)).toBe(poll);
});

test("it is over by time, and when the server says so", () => {
  const time = Date.parse(poll.expiry!);
  expect([ended(poll, time - 1), ended(poll, time)]).toEqual([false, true]);
  expect(ended({ ...poll, expiry: null, results: { is_finalized: true, answer_counts: [] } }, 0)).toBe(true);
});
