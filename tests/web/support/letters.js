/** The mail that the instance under test puts into a directory. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where it is; not known when the tests run against an instance that somebody else has started. */
export const MAIL = process.env.GUILDHALL_MAIL;
const PATIENCE = 30_000;

/** Waits for the link to a page that somebody was sent, and gives its path and what is behind it. The host is whatever the instance is called. */
export async function link(address, page) {
  const wanted = new RegExp(`${page}#token=\\S+`);
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const found = to(address)
      .map((letter) => wanted.exec(letter)?.[0])
      .find(Boolean);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`nobody wrote to ${address} about ${page}`);
}

function to(address) {
  let names = [];
  try {
    names = readdirSync(MAIL);
  } catch {
    // The directory is made with the first mail.
  }
  return names
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .reverse()
    .map((name) => readFileSync(join(MAIL, name), "utf8"))
    .filter((letter) => letter.includes(`\r\nTo: ${address}\r\n`));
}
