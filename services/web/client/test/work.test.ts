import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { solve } from "../src/state/work";

/** Zero bits at the beginning, by another implementation of the hash. */
function zeroBits(challenge: string, text: string): number {
  const bits = [...createHash("sha256").update(`${challenge}:${text}`).digest()].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.indexOf("1");
}

// Around the lengths at which the text goes on in another block.
test.each([0, 1, 20, 52, 53, 54, 55, 61, 62, 63, 64, 100, 118, 119, 126, 127, 128, 250])("work behind a challenge of %i letters holds", async (length) => {
  const challenge = "c".repeat(length);
  const text = await solve({ challenge, bits: 8 });
  expect(zeroBits(challenge, text)).toBeGreaterThanOrEqual(8);
});

test("no less is found than the first text that is enough", async () => {
  const challenge = "an-unguessable.challenge_with/signs+and=more";
  let expected = 0;
  while (zeroBits(challenge, String(expected)) < 12) expected++;
  expect(await solve({ challenge, bits: 12 })).toBe(String(expected));
});

test("the page is let breathe while it works, and nothing is asked of it for no bits", async () => {
  let breaths = 0;
  await solve({ challenge: "long", bits: 17 }, async () => void breaths++);
  expect(breaths).toBeGreaterThan(0);
  expect(await solve({ challenge: "none", bits: 0 })).toBe("0");
});
