// What is read and what is not, said by keys; and the parts of the page, one after the other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, eventually, open } from "../support/browser.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let page;
let place;
let bens;
const channel = (name) => page.getByRole("navigation", { name: "Channels" }).getByRole("link", { name });
const say = (content, where = place.channel) => api(bens, "POST", `/channels/${where}/messages`, { content });

before(async () => {
  if (skip) return;
  house = await open();
  ({ page } = await house.person());
  const adas = await newcomer("bookworm");
  bens = await newcomer("teller");
  place = await newGuild(adas, "The Library");
  place.second = (await api(adas, "POST", `/guilds/${place.guild}/channels`, { name: "novels", type: 0 })).id;
  const { code } = await api(adas, "POST", `/channels/${place.channel}/invites`, {});
  await api(bens, "POST", `/invites/${code}`, {});
  for (const number of [1, 2, 3]) await say(`chapter ${number}`);
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), adas);
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await page.getByRole("log").getByText("chapter 3").waitFor();
});

after(() => house?.close());

test("a channel is left unread from a message, and stays so until one comes back to it", { skip }, async () => {
  await page.getByRole("log").getByRole("article").filter({ hasText: "chapter 2" }).focus();
  await page.keyboard.press("Alt+Enter");
  await channel(/^general, text channel, unread/).waitFor();
  assert.deepEqual(await barriers(page), []);
  await channel(/^novels/).click();
  await channel(/^general, text channel, unread/).waitFor();
  await page.reload();
  await channel(/^general, text channel, unread/).click();
  await page.getByRole("separator").filter({ hasText: "New" }).or(page.getByText("New", { exact: true })).first().waitFor();
  await channel(/^general, text channel$/).waitFor();
});

test("the whole server is read by two keys", { skip }, async () => {
  await say("a novel", place.second);
  await channel(/^novels, text channel, unread/).waitFor();
  await page.keyboard.press("Shift+Escape");
  await channel(/^novels, text channel$/).waitFor();
});

test("keys lead to the oldest unread message, to pins and to emoji", { skip }, async () => {
  await page.getByRole("log").getByRole("article").filter({ hasText: "chapter 2" }).focus();
  await page.keyboard.press("Alt+Enter");
  await page.getByRole("textbox", { name: /^Message / }).focus();
  await page.keyboard.press("Shift+PageUp");
  await eventually("the message has its turn", async () =>
    page.getByRole("log").getByRole("article").filter({ hasText: "chapter 2" }).evaluate((element) => element.tabIndex === 0),
  );
  await page.keyboard.press("Control+p");
  await page.getByRole("dialog", { name: "Pinned messages" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog").getByRole("searchbox").or(page.getByRole("dialog").getByRole("textbox")).first().waitFor();
  await page.keyboard.press("Escape");
});

test("F6 goes through the parts of the page, and back", { skip }, async () => {
  const region = () => page.evaluate(() => document.activeElement.closest("[data-region]")?.className.split(" ")[0] ?? "");
  const forwards = [];
  for (let part = 0; part < 4; part++) {
    await page.keyboard.press("F6");
    forwards.push(await region());
  }
  assert.deepEqual([...forwards].sort(), ["channel-view", "members", "rail", "sidebar"]);
  await page.keyboard.press("Shift+F6");
  assert.equal(await region(), forwards[2]);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints(), []);
});
