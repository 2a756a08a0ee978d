/** Votes as they come and go. */
import type { AnswerCount, Poll } from "../protocol/polls";

export function countOf(poll: Poll, answerId: number): AnswerCount {
  return poll.results?.answer_counts.find(({ id }) => id === answerId) ?? { id: answerId, count: 0, me_voted: false };
}

/** Only answers that somebody chose have a count on the wire. */
export function totalOf(poll: Poll): number {
  return (poll.results?.answer_counts ?? []).reduce((sum, { count }) => sum + count, 0);
}

/** One vote more or fewer. This person's own is counted once, however often it is told. */
export function voted(poll: Poll, answerId: number, mine: boolean, given: boolean): Poll {
  const known = countOf(poll, answerId);
  if (mine && known.me_voted === given) return poll;
  const changed = { id: answerId, count: Math.max(0, known.count + (given ? 1 : -1)), me_voted: mine ? given : known.me_voted };
  const others = (poll.results?.answer_counts ?? []).filter(({ id }) => id !== answerId);
  return { ...poll, results: { is_finalized: poll.results?.is_finalized ?? false, answer_counts: [...others, changed] } };
}

/** Whether it takes no more votes. */
export function ended(poll: Poll, now: number = Date.now()): boolean {
  return poll.results?.is_finalized === true || (poll.expiry !== null && Date.parse(poll.expiry) <= now);
}
