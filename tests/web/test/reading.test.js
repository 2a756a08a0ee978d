// Ways to a message that is far above, and files that are taken back on their way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, open, tokenOf } from "../support/browser.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const ABOVE = 60;
let house;
let page;
let place;

before(async () => {
  if (skip) return;
  house = await open();
  ({ page } = await house.person());
  const token = await newcomer("climber");
  place = await newGuild(token, "The Ladder");
  const first = await api(token, "POST", `/channels/${place.channel}/messages`, { content: "the lowest rung" });
  place.first = first.id;
  await api(token, "PUT", `/channels/${place.channel}/messages/pins/${first.id}`);
  for (let number = 0; number < ABOVE; number++) await api(token, "POST", `/channels/${place.channel}/messages`, { content: `rung ${number}` });
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
});

after(() => house?.close());

const log = () => page.getByRole("log");

test("an address of a message leads to it, however far above it is", { skip }, async () => {
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}/${place.first}`);
  await log().getByText("the lowest rung").waitFor();
  await page.locator(`[data-message="${place.first}"].highlighted`).waitFor();
  assert.equal(await log().getByText(`rung ${ABOVE - 1}`, { exact: true }).count(), 0);
  await page.getByRole("button", { name: "Jump to the newest" }).click();
  await log().getByText(`rung ${ABOVE - 1}`, { exact: true }).waitFor();
});

test("so does what is pinned", { skip }, async () => {
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await log().getByText(`rung ${ABOVE - 1}`, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Pinned messages" }).click();
  const pins = page.getByRole("dialog", { name: "Pinned messages" });
  await pins.getByText("the lowest rung").waitFor();
  assert.deepEqual(await barriers(page), []);
  await pins.getByRole("link").first().click();
  await pins.waitFor({ state: "detached" });
  await page.locator(`[data-message="${place.first}"].highlighted`).waitFor();
});

test("a file that is on its way is taken back", { skip }, async () => {
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await log().getByText(`rung ${ABOVE - 1}`, { exact: true }).waitFor();
  let held;
  const reached = new Promise((resolve) => (held = resolve));
  await page.route("**/messages", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    held();
  });
  await page.locator("input[type=file]").setInputFiles([{ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("a plan") }]);
  await page.getByRole("textbox", { name: /^Message / }).fill("the plan");
  await page.getByRole("textbox", { name: /^Message / }).press("Enter");
  await reached;
  const takenBack = page.waitForEvent("requestfailed", (request) => request.method() === "POST" && request.url().endsWith("/messages"));
  await page.locator(".message.outgoing").getByRole("button", { name: "Cancel" }).click();
  await page.locator(".message.outgoing").waitFor({ state: "detached" });
  // A browser that holds a request for nobody any more lets it go on, unless it knows already that it was taken back.
  await takenBack;
  await page.unroute("**/messages");
  const newest = await api(await tokenOf(page), "GET", `/channels/${place.channel}/messages?limit=1`);
  assert.equal(newest[0].content, `rung ${ABOVE - 1}`);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []);
});
