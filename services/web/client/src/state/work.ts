/** Work that a server asks for instead of a captcha: a text whose SHA-256, behind the challenge, begins with so many zero bits. */
import type { Work } from "../protocol/rest";

/** For how long the page may stand still at a time. */
const SLICE_MS = 20;
const BLOCK = 64;
/** What stands behind the text in the last block: a bit, and the length. */
const TRAILER = 9;

/** The first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const ROUNDS = new Uint32Array(64);
const START = new Uint32Array(8);
{
  const bits = (root: number): number => (root - Math.floor(root)) * 2 ** 32;
  for (let candidate = 2, found = 0; found < 64; candidate++) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) prime &&= candidate % factor !== 0;
    if (!prime) continue;
    if (found < 8) START[found] = bits(Math.sqrt(candidate));
    ROUNDS[found++] = bits(Math.cbrt(candidate));
  }
}

/** What has to stand behind the challenge and a colon. The page is let breathe meanwhile. */
export async function solve(work: Work, breathe: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve))): Promise<string> {
  const prefix = new TextEncoder().encode(`${work.challenge}:`);
  const whole = prefix.length - (prefix.length % BLOCK);
  const before = Uint32Array.from(START);
  const words = new Uint32Array(BLOCK);
  for (let at = 0; at < whole; at += BLOCK) compress(before, prefix.subarray(at, at + BLOCK), words);
  const rest = prefix.subarray(whole);
  const state = new Uint32Array(8);
  let until = Date.now() + SLICE_MS;
  for (let tried = 0; ; tried++) {
    const text = String(tried);
    state.set(before);
    finish(state, rest, text, prefix.length + text.length, words);
    if (zeroBits(state) >= work.bits) return text;
    if (tried % 256 === 0 && Date.now() > until) {
      await breathe();
      until = Date.now() + SLICE_MS;
    }
  }
}

function finish(state: Uint32Array, rest: Uint8Array, text: string, length: number, words: Uint32Array): void {
  const used = rest.length + text.length;
  const last = new Uint8Array(Math.ceil((used + TRAILER) / BLOCK) * BLOCK);
  last.set(rest);
  for (let at = 0; at < text.length; at++) last[rest.length + at] = text.charCodeAt(at);
  last[used] = 0x80;
  new DataView(last.buffer).setUint32(last.length - 4, length * 8);
  for (let at = 0; at < last.length; at += BLOCK) compress(state, last.subarray(at, at + BLOCK), words);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** One block of SHA-256 (FIPS 180-4, 6.2.2). */
function compress(state: Uint32Array, block: Uint8Array, words: Uint32Array): void {
  for (let at = 0; at < 16; at++) {
    words[at] = (block[at * 4]! << 24) | (block[at * 4 + 1]! << 16) | (block[at * 4 + 2]! << 8) | block[at * 4 + 3]!;
  }
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15]!;
    const late = words[at - 2]!;
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = words[at - 16]! + low + words[at - 7]! + high;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[at]! + words[at]!) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = state[at]! + word));
}

function zeroBits(state: Uint32Array): number {
  let bits = 0;
  for (const word of state) {
    bits += Math.clz32(word);
    if (word) break;
  }
  return bits;
}
