// What a page shows before its server answers, and what it leaves behind in the browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, open, register, tokenOf } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
});

after(() => house?.close());

const composer = () => ada.page.getByRole("textbox", { name: /^Message / });
const messages = () => ada.page.getByRole("log");

/** Everything that the browser keeps of the page's own, as a text. */
const keptHere = () =>
  ada.page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("guildhall")) return "[]";
    const database = await done(indexedDB.open("guildhall", 1));
    const kept = await done(database.transaction("state").objectStore("state").getAll());
    database.close();
    return JSON.stringify(kept);
  });

async function until(found, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await found()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(what);
}

test("a start shows where one was before the server has said anything", { skip }, async () => {
  await register(ada.page, "early");
  await ada.page.getByRole("button", { name: "Add a server" }).click();
  await ada.page.getByLabel("Server name").fill("The Hearth");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await composer().fill("the kettle is on");
  await composer().press("Enter");
  await messages().getByRole("article").filter({ hasText: "the kettle is on" }).and(ada.page.locator("[data-message]")).waitFor();
  await until(async () => (await keptHere()).includes("the kettle is on"), "nothing was kept");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await ada.context.route("**/api/v10/**", async (route) => {
    await held;
    await route.continue();
  });
  await ada.page.reload();
  await messages().getByText("the kettle is on").waitFor();
  await ada.page.getByRole("status").filter({ hasText: "Connecting…" }).waitFor();
  assert.deepEqual(await barriers(ada.page), []);
  release();
  await ada.page.getByText("Connecting…").first().waitFor({ state: "detached" });
  await composer().fill("tea is ready");
  await composer().press("Enter");
  await messages().getByText("tea is ready").and(ada.page.locator("[data-message] *")).waitFor();
  assert.equal(await messages().getByText("the kettle is on").count(), 1);
  await ada.context.unroute("**/api/v10/**");
});

test("no token is kept with it, and nothing stays behind whoever logs out", { skip }, async () => {
  const token = await tokenOf(ada.page);
  assert.equal((await keptHere()).includes(token), false);
  await ada.page.goto(`${BASE}/settings`);
  await ada.page.getByRole("button", { name: "Log out" }).click();
  await ada.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await until(async () => (await keptHere()) === "[]", "something stayed behind");
  assert.equal(await tokenOf(ada.page), null);
  await register(ada.page, "later");
  await ada.page.getByText("You are in no server yet.", { exact: false }).waitFor();
  assert.equal(await ada.page.getByText("The Hearth").count(), 0);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []);
});
