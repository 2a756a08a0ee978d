// How people want to be seen: as away, as not there, with a word of their own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, open, register } from "../support/browser.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;
let ben;
let name;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light" });
});

after(() => house?.close());

const list = () => ben.page.getByRole("complementary", { name: "Members" });
const row = () => list().getByRole("button").filter({ hasText: name });

async function choose(change) {
  await ada.page.getByRole("button", { name: new RegExp(name) }).first().click();
  const dialog = ada.page.getByRole("dialog", { name: "Your status" });
  await change(dialog);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
}

test("others see what one has chosen", { skip }, async () => {
  const owner = await newcomer("host");
  const { guild, channel } = await newGuild(owner, "Mood House");
  const { code } = await api(owner, "POST", `/channels/${channel}/invites`, {});
  name = await register(ada.page, "moody");
  await register(ben.page, "watcher");
  for (const person of [ada, ben]) {
    await person.page.goto(`${BASE}/invite/${code}`);
    await person.page.getByRole("button", { name: "Accept invite" }).click();
    await person.page.getByRole("textbox", { name: /^Message / }).waitFor();
  }
  await row().getByRole("img", { name: "online" }).waitFor();
  await choose(async (dialog) => {
    await dialog.getByLabel(/^do not disturb/).check();
    await dialog.getByLabel("What you are up to").fill("counting spoons");
    assert.deepEqual(await barriers(ada.page), []);
  });
  await row().getByRole("img", { name: "do not disturb" }).waitFor();
  await row().getByText("counting spoons").waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  assert.ok(guild);
});

test("it is kept for the next time, and nobody sees who does not want to be seen", { skip }, async () => {
  await ada.page.reload();
  await ada.page.getByText("counting spoons").first().waitFor();
  await ada.page.getByRole("img", { name: "do not disturb" }).first().waitFor();
  await choose((dialog) => dialog.getByLabel(/^invisible/).check());
  await row().getByRole("img", { name: "do not disturb" }).waitFor({ state: "detached" });
  await ada.page.getByRole("img", { name: "invisible" }).first().waitFor();
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints(), []);
});
