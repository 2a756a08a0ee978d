/** Ids are decimal numbers of up to 64 bits, kept as text: JavaScript's numbers are too small for them. */
export type Id = string;

const EPOCH = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;

/** Older before newer. */
export function compareIds(left: Id, right: Id): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function newer(left: Id, right: Id): boolean {
  return compareIds(left, right) > 0;
}

/** Milliseconds since 1970. */
export function timeOf(id: Id): number {
  return Number(BigInt(id) >> TIMESTAMP_SHIFT) + EPOCH;
}

/** The lowest id that a thing of this time can have. */
export function idAt(milliseconds: number): Id {
  return (BigInt(Math.max(0, Math.floor(milliseconds) - EPOCH)) << TIMESTAMP_SHIFT).toString();
}

let lastNonce = 0n;

/** A text that no other message of this page has; of a snowflake's form, as other clients send it. */
export function nonce(now: number = Date.now()): string {
  const next = BigInt(idAt(now));
  lastNonce = next > lastNonce ? next : lastNonce + 1n;
  return lastNonce.toString();
}

/** The first place in a sorted list whose id is not older than the given one. */
export function insertionPoint(ids: readonly Id[], id: Id): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(ids[middle]!, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
