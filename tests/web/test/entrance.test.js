// Ways into an account beside its password: codes of an app, backup codes, and what comes by mail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, open, picture, register } from "../support/browser.js";
import { code } from "../support/codes.js";
import { link, MAIL } from "../support/letters.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const skipMail = skip || (MAIL ? false : "no mail directory: set GUILDHALL_MAIL to that of the instance");
const PASSWORD = "a long enough passphrase";
const ANOTHER = "a passphrase that came by mail";
let house;
let ada;
let elsewhere;
let address;
let secret;
let backups;
const page = () => ada.page;
const factor = () => page().getByRole("region", { name: "Two-step login" });
const dialog = () => page().getByRole("dialog");
const isIn = (somebody) => somebody.page.getByRole("heading", { name: "Friends" }).first().waitFor();
const complains = (place) => place.getByRole("alert").filter({ hasText: /./ }).waitFor();

async function password(somebody, given) {
  await somebody.page.goto(`${BASE}/login`);
  await somebody.page.getByLabel("Email").fill(address);
  await somebody.page.getByLabel("Password").fill(given);
  await somebody.page.getByRole("button", { name: "Log in" }).click();
}

async function secondStep(somebody, given) {
  await somebody.page.getByRole("heading", { name: "One more step" }).waitFor();
  await somebody.page.getByLabel("Code").fill(given);
  await somebody.page.getByRole("button", { name: "Log in" }).click();
}

async function shownCodes() {
  const list = factor().getByRole("list", { name: "Backup codes" });
  await list.waitFor();
  return list.getByRole("listitem").allInnerTexts();
}

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  elsewhere = await house.person();
});

after(() => house?.close());

test("codes are set up, and backup codes shown once", { skip }, async () => {
  address = `${await register(page(), "entrant")}@example.com`;
  await page().goto(`${BASE}/settings`);
  await factor().getByRole("button", { name: "Set up codes" }).click();
  secret = await factor().getByRole("textbox", { name: "Secret key", exact: true }).inputValue();
  assert.match(secret, /^[A-Z2-7]{32}$/);
  const app = await factor().getByRole("link", { name: "Open in an app on this device" }).getAttribute("href");
  assert.match(app, new RegExp(`^otpauth://totp/.+\\?secret=${secret}&issuer=.+`));
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "settings-codes-dark");
  await factor().getByLabel("Password").fill("not the passphrase");
  await factor().getByLabel("Code").fill(code(secret));
  await factor().getByRole("button", { name: "Turn on" }).click();
  await complains(factor());
  await factor().getByLabel("Password").fill(PASSWORD);
  await factor().getByLabel("Code").fill(code(secret));
  await factor().getByRole("button", { name: "Turn on" }).click();
  backups = await shownCodes();
  assert.equal(new Set(backups).size, 10);
  await factor().getByRole("button", { name: "Copy: Backup codes" }).click();
  await page().getByText("Copied").first().waitFor();
  assert.equal(await page().evaluate(() => navigator.clipboard.readText()), backups.join("\n"));
  assert.deepEqual(await barriers(page()), []);
  await factor().getByRole("button", { name: "I have kept them" }).click();
  await factor().getByRole("list", { name: "Backup codes" }).waitFor({ state: "detached" });
  await page().goto(`${BASE}/channels/@me`);
  await isIn(ada);
});

test("the password alone lets nobody in any more, a code of the app does", { skip }, async () => {
  await password(elsewhere, PASSWORD);
  await secondStep(elsewhere, "no-code");
  await complains(elsewhere.page);
  assert.deepEqual(await barriers(elsewhere.page), []);
  await picture(elsewhere.page, "login-code-dark");
  await secondStep(elsewhere, code(secret, 1));
  await isIn(elsewhere);
});

test("somebody who gives up the second step is asked for the password again", { skip }, async () => {
  const third = await house.person();
  await password(third, PASSWORD);
  await third.page.getByRole("heading", { name: "One more step" }).waitFor();
  await third.page.getByRole("button", { name: "Cancel" }).click();
  await third.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await password(third, PASSWORD);
  await secondStep(third, backups[0]);
  await isIn(third);
});

test("other backup codes take the place of those of before", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await factor().getByRole("button", { name: "New backup codes" }).click();
  await dialog().getByLabel("Password").fill(PASSWORD);
  await dialog().getByLabel("Code").fill(backups[0]);
  await dialog().getByRole("button", { name: "New backup codes" }).click();
  await complains(dialog());
  await dialog().getByLabel("Code").fill(backups[1]);
  await dialog().getByRole("button", { name: "New backup codes" }).click();
  const before = backups;
  backups = await shownCodes();
  assert.equal(new Set([...before, ...backups]).size, 20);
});

test("another password comes by mail, and the code is asked for all the same", { skip: skipMail }, async () => {
  const forgetful = (await house.person()).page;
  await forgetful.goto(`${BASE}/login`);
  await forgetful.getByRole("button", { name: "Forgot your password?" }).click();
  await forgetful.getByLabel("Email or username").fill(address);
  assert.deepEqual(await barriers(forgetful), []);
  await forgetful.getByRole("button", { name: "Send the mail" }).click();
  await forgetful.getByText("a mail is on its way to it").waitFor();
  await forgetful.goto(BASE + (await link(address, "/reset")));
  await forgetful.getByLabel("New password").fill(ANOTHER);
  await forgetful.getByRole("button", { name: "Change password" }).click();
  await secondStep({ page: forgetful }, backups[0]);
  await isIn({ page: forgetful });
  // Who was logged in before is not any more, and the old password is none.
  await page().getByRole("heading", { name: "Welcome back" }).waitFor();
  await password(ada, PASSWORD);
  await complains(page());
  await password(ada, ANOTHER);
  await secondStep(ada, backups[1]);
  await isIn(ada);
});

test("codes are turned off", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await factor().getByRole("button", { name: "Turn off codes" }).click();
  await dialog().getByLabel("Code").fill(backups[2]);
  await dialog().getByRole("button", { name: "Turn off codes" }).click();
  await factor().getByRole("button", { name: "Set up codes" }).waitFor();
  const fourth = await house.person();
  await password(fourth, MAIL ? ANOTHER : PASSWORD);
  await isIn(fourth);
});

test("a link that is no good says so, and leaves whoever is logged in where they are", { skip }, async () => {
  await page().goto(`${BASE}/reset#token=made.up`);
  await page().getByLabel("New password").fill(ANOTHER);
  await page().getByRole("button", { name: "Change password" }).click();
  await complains(page());
  assert.deepEqual(await barriers(page()), []);
  await page().goto(`${BASE}/verify#token=made.up`);
  await page().getByRole("button", { name: "Confirm" }).click();
  await complains(page());
  assert.deepEqual(await barriers(page()), []);
  await page().goto(`${BASE}/verify`);
  await page().getByRole("heading", { name: "This address is not whole." }).waitFor();
  assert.deepEqual(await barriers(page()), []);
  await page().goto(`${BASE}/channels/@me`);
  await isIn(ada);
});

test("no page complained", { skip }, () => {
  const expected = /Failed to load resource/;
  assert.deepEqual(house.complaints().filter((complaint) => !expected.test(complaint)), []);
});
