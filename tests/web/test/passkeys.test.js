// Keys of devices: made, used in place of a code, renamed, and taken away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, open, picture, register } from "../support/browser.js";
import { device } from "../support/devices.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const PASSWORD = "a long enough passphrase";
let house;
let ada;
let phone;
let name;
const page = () => ada.page;
const dialog = () => page().getByRole("dialog");
const section = () => page().getByRole("region", { name: "Two-step login" });
const keys = () => section().getByRole("list", { name: "Passkeys" });
const complains = (place) => place.getByRole("alert").filter({ hasText: /./ }).waitFor();

async function password() {
  await page().goto(`${BASE}/login`);
  await page().getByLabel("Email or username").fill(name);
  await page().getByLabel("Password").fill(PASSWORD);
  await page().getByRole("button", { name: "Log in" }).click();
}

async function logOut() {
  await page().goto(`${BASE}/settings`);
  await page().getByRole("region", { name: "Account" }).getByRole("button", { name: "Log out" }).click();
  await page().getByRole("heading", { name: "Welcome back" }).waitFor();
}

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  phone = await device(ada);
});

after(() => house?.close());

test("a key is made, with backup codes for the day it is lost", { skip }, async () => {
  name = await register(page(), "locksmith");
  await page().goto(`${BASE}/settings`);
  await section().getByText("You have none.").waitFor();
  await section().getByRole("button", { name: "Add a passkey" }).click();
  await dialog().getByLabel("Name of the key").fill("Phone");
  await dialog().getByLabel("Password").fill("not the passphrase");
  await dialog().getByRole("button", { name: "Add a passkey" }).click();
  await complains(dialog());
  assert.equal((await phone.keys()).length, 0);
  assert.deepEqual(await barriers(page()), []);
  await dialog().getByLabel("Password").fill(PASSWORD);
  await dialog().getByRole("button", { name: "Add a passkey" }).click();
  await section().getByRole("list", { name: "Backup codes" }).getByRole("listitem").first().waitFor();
  assert.equal((await phone.keys()).length, 1);
  await keys().getByText("Phone").waitFor();
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "settings-passkeys-dark");
  await section().getByRole("button", { name: "I have kept them" }).click();
  await page().goto(`${BASE}/channels/@me`);
  await page().getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("the key lets in after the password, which alone does not", { skip }, async () => {
  await logOut();
  await password();
  await page().getByRole("heading", { name: "One more step" }).waitFor();
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "login-passkey-dark");
  await page().getByRole("button", { name: "Use a passkey" }).click();
  await page().getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("a key is called something else", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await section().getByRole("button", { name: "Rename Phone" }).click();
  await dialog().getByLabel("Name of the key").fill("Old phone");
  await dialog().getByRole("button", { name: "Save" }).click();
  await keys().getByText("Old phone").waitFor();
});

test("the last key that is taken away leaves the password alone", { skip }, async () => {
  await section().getByRole("button", { name: "Remove Old phone" }).click();
  await dialog().getByLabel("Password").fill(PASSWORD);
  await dialog().getByRole("button", { name: "Remove", exact: true }).click();
  await section().getByText("You have none.").waitFor();
  await section().getByRole("button", { name: "Set up codes" }).waitFor();
  await logOut();
  await password();
  await page().getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("no page complained", { skip }, () => {
  const expected = /Failed to load resource/;
  assert.deepEqual(house.complaints().filter((complaint) => !expected.test(complaint)), []);
});
