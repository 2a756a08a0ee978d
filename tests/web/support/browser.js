/** A real browser with people in it. Whatever a page complains of fails the test that it is in. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const BASE = process.env.GUILDHALL_WEB ?? "http://localhost:8080";
export const BROWSER = [process.env.GUILDHALL_BROWSER, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => path && existsSync(path));
const PICTURES = process.env.GUILDHALL_PICTURES;
/** For how long one waits for what a page should show; shorter where one writes tests. */
const PATIENCE = Number(process.env.GUILDHALL_PATIENCE ?? 30_000);
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export async function open() {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const people = [];
  return {
    /** A person with a browser profile of their own. */
    async person({ width = 1280, height = 800, theme = "dark", locale = "en-US" } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, permissions: ["clipboard-read", "clipboard-write"] });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const complaints = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.stack ?? String(error)));
      const person = { page, context, complaints };
      people.push(person);
      return person;
    },
    complaints: () => people.flatMap((person) => person.complaints),
    close: () => browser.close(),
  };
}

let number = 0;

/** Registers somebody new by the page's form, and waits until the page is there. */
export async function register(page, name) {
  const unique = `${name}${process.pid}${number++}`;
  await page.goto(`${BASE}/register`);
  await page.getByLabel("Email").fill(`${unique}@example.com`);
  await page.getByLabel("Username").fill(unique.toLowerCase());
  await page.getByLabel("Password").fill("a long enough passphrase");
  await page.getByLabel("Date of birth").fill("1990-05-17");
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByText(unique.toLowerCase()).first().waitFor();
  return unique.toLowerCase();
}

/** What a checker for people who cannot see or use a mouse finds wrong, by rule. */
export async function barriers(page) {
  // Half-way from one colour to another, nothing has the contrast that it will have.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
        .map((animation) => animation.finished),
    ).then(() => {}),
  );
  // Evaluated by the debugger, since the page's own policy rightly refuses a script that is put into it.
  await page.evaluate(readFileSync(axe, "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** Waits until something holds, which may do something for it each time. */
export async function eventually(what, holds) {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`it never came to pass: ${what}`);
}

/** Waits until a field holds a value: what a page asks its server for arrives after the field itself. */
export const reads = (field, value) => eventually(`a field holds ${value}`, async () => (await field.inputValue()) === value);

export async function picture(page, name) {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** With what the page speaks to its server. */
export function tokenOf(page) {
  return page.evaluate(() => localStorage.getItem("guildhall.token"));
}

/** Asks the API until the answer is as it should be, and gives the last one. */
export async function asked(path, token, enough) {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await fetch(`${BASE}/api/v10${path}`, { headers: { Authorization: token } });
    const body = await answer.json();
    if ((answer.ok && enough(body)) || Date.now() > until) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
