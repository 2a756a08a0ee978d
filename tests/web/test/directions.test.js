// The page in a language that is written from right to left, and words of one direction in a page of the other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, open, picture } from "../support/browser.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let page;
let place;

before(async () => {
  if (skip) return;
  house = await open();
  ({ page } = await house.person());
  const token = await newcomer("reader");
  place = await newGuild(token, "The Scriptorium");
  for (const content of ["peace be with you", "السلام عليكم", "`code` stays as it is"]) {
    await api(token, "POST", `/channels/${place.channel}/messages`, { content });
  }
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
});

after(() => house?.close());

const turn = (direction) => page.evaluate((to) => (document.documentElement.dir = to), direction);
const box = async (locator) => {
  await locator.waitFor();
  return locator.boundingBox();
};
const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test("servers, channels and messages stand from right to left, and nothing sticks out", { skip }, async () => {
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await page.getByRole("log").getByText("peace be with you").waitFor();
  const order = async () => {
    const boxes = [];
    for (const part of [page.getByRole("navigation", { name: "Servers" }), page.getByRole("region", { name: "Channels" }).first(), page.getByRole("log"), page.getByRole("complementary", { name: "Members" })]) boxes.push((await box(part)).x);
    return boxes;
  };
  const forwards = await order();
  assert.deepEqual(forwards, [...forwards].sort((left, right) => left - right));
  await turn("rtl");
  const backwards = await order();
  assert.deepEqual(backwards, [...backwards].sort((left, right) => right - left));
  assert.equal(await overflows(), false);
  assert.deepEqual(await barriers(page), []);
  await picture(page, "channel-right-to-left");
  await page.setViewportSize({ width: 390, height: 800 });
  assert.equal(await overflows(), false);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("each message runs as its own words do", { skip }, async () => {
  for (const page_ of ["ltr", "rtl"]) {
    await turn(page_);
    const direction = (text) => page.getByRole("log").locator(".content").filter({ hasText: text }).evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction("السلام"), "rtl");
    assert.equal(await direction("peace be"), "ltr");
  }
});

test("every other page holds, too", { skip }, async () => {
  const places = ["/channels/@me", "/settings", "/developers", `/channels/${place.guild}/settings/overview`, `/channels/${place.guild}/settings/roles`, `/channels/${place.guild}/settings/onboarding`];
  for (const path of places) {
    await page.goto(BASE + path);
    await page.getByRole("main").first().waitFor();
    await turn("rtl");
    assert.equal(await overflows(), false, path);
    assert.deepEqual(await barriers(page), [], path);
  }
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []);
});
