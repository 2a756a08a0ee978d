// Connections to the gateway that break in the midst of talk: nothing is lost on the screen, and nothing stands there twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, BROWSER, open } from "../support/browser.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const MESSAGES = 40;
const CUT_EVERY = 8;
let house;
let page;
let place;
let token;
let guest;
let opened = 0;
/** Ends the page's connection of the moment as a node does that dies. */
let cut = () => {};

before(async () => {
  if (skip) return;
  house = await open();
  ({ page } = await house.person());
  token = await newcomer("listener");
  guest = await newcomer("talker");
  place = await newGuild(token, "The Bridge");
  const { code } = await api(token, "POST", `/channels/${place.channel}/invites`, {});
  await api(guest, "POST", `/invites/${code}`, {});
  await page.routeWebSocket(/\/gateway/, (connection) => {
    opened++;
    const server = connection.connectToServer();
    cut = async () => {
      cut = () => {};
      await server.close({ code: 4000 });
    };
  });
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await page.getByRole("textbox", { name: /^Message / }).waitFor();
});

after(() => house?.close());

/** What stands on the screen of the numbered messages, from above. The window is tall enough for all of them. */
const shown = (mark) =>
  page.getByRole("log").locator("[data-message] .content").allTextContents().then((texts) => texts.filter((text) => text.startsWith(mark)));

async function until(found, what) {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await found()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what}: ${await shown("")}`);
}

test("what others say arrives once and in order, however often the connection breaks", { skip }, async () => {
  await page.setViewportSize({ width: 1280, height: 4000 });
  for (let number = 0; number < MESSAGES; number++) {
    await api(guest, "POST", `/channels/${place.channel}/messages`, { content: `word ${number}` });
    if (number % CUT_EVERY === CUT_EVERY - 1) await cut();
  }
  const all = Array.from({ length: MESSAGES }, (_, number) => `word ${number}`);
  await until(async () => (await shown("word")).includes(all.at(-1)), "the last word did not come");
  await until(async () => (await shown("word")).length >= MESSAGES, "words are missing");
  assert.deepEqual(await shown("word"), all);
  assert.ok(opened > 1, "nothing was cut");
});

test("what one says oneself stands there once, too", { skip }, async () => {
  const composer = page.getByRole("textbox", { name: /^Message / });
  const mine = [];
  for (let number = 0; number < 8; number++) {
    const text = `mine ${number}`;
    mine.push(text);
    await composer.fill(text);
    await composer.press("Enter");
    if (number % 3 === 1) await cut();
  }
  await until(async () => (await shown("mine")).length >= mine.length, "words are missing");
  await page.locator(".message.outgoing").first().waitFor({ state: "detached" });
  assert.deepEqual((await shown("mine")).sort(), mine);
  await page.reload();
  await until(async () => (await shown("mine")).length >= mine.length, "words are missing after a new start");
  await page.getByRole("status").filter({ hasText: "Connecting…" }).waitFor({ state: "detached" });
  assert.deepEqual((await shown("mine")).sort(), mine);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/WebSocket|Failed to load resource/.test(complaint)), []);
});
