// What somebody does about their own account, and for the programs they write.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asked, barriers, BASE, BROWSER, eventually, open, picture, reads, register, tokenOf } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;
let elsewhere;
let name;
const page = () => ada.page;
const saved = () => page().getByText("Saved.").first().waitFor();

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  elsewhere = await house.person();
});

after(() => house?.close());

test("a profile is changed", { skip }, async () => {
  name = await register(page(), "owner");
  await page().goto(`${BASE}/settings`);
  await page().getByLabel("Display name").fill("The Owner");
  await page().getByLabel("About me").fill("Keeps the keys.");
  await page().getByLabel("Choose a picture").setInputFiles([
    {
      name: "face.png",
      mimeType: "image/png",
      buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"),
    },
  ]);
  await page().getByRole("img", { name: "Your picture" }).waitFor();
  await page().getByRole("region", { name: "Profile" }).getByRole("button", { name: "Save" }).click();
  await saved();
  await page().reload();
  await page().getByLabel("About me").waitFor();
  await reads(page().getByLabel("About me"), "Keeps the keys.");
  await reads(page().getByLabel("Display name"), "The Owner");
  await picture(page(), "settings-profile-dark");
  assert.deepEqual(await barriers(page()), []);
});

test("one sees where one is logged in, and ends it from here", { skip }, async () => {
  await elsewhere.page.goto(`${BASE}/login`);
  await elsewhere.page.getByLabel("Email").fill(`${name}@example.com`);
  await elsewhere.page.getByLabel("Password").fill("a long enough passphrase");
  await elsewhere.page.getByRole("button", { name: "Log in" }).click();
  await elsewhere.page.getByRole("heading", { name: "Direct messages" }).or(elsewhere.page.getByRole("heading", { name: "Friends" })).first().waitFor();
  await page().reload();
  const logins = page().getByRole("list", { name: "Where you are logged in" });
  await logins.getByText("Here").waitFor();
  await logins.getByRole("button", { name: "Log out" }).click();
  await page().getByRole("dialog").getByLabel("Password").fill("not the passphrase");
  await page().getByRole("dialog").getByRole("button", { name: "Log out" }).click();
  await page().getByRole("dialog").getByRole("alert").filter({ hasText: /./ }).waitFor();
  await page().getByRole("dialog").getByLabel("Password").fill("a long enough passphrase");
  await page().getByRole("dialog").getByRole("button", { name: "Log out" }).click();
  await elsewhere.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await logins.getByRole("button", { name: "Log out" }).waitFor({ state: "detached" });
});

test("a password is changed without losing this page", { skip }, async () => {
  const security = page().getByRole("region", { name: "Security" });
  await security.getByLabel("Present password").fill("a long enough passphrase");
  await security.getByLabel("New password").fill("a longer and better passphrase");
  await security.getByRole("button", { name: "Change password" }).click();
  await page().getByText("Your password is changed.").waitFor();
  await page().goto(`${BASE}/channels/@me`);
  await page().getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("an application is made, and its bot logs in", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await page().getByRole("link", { name: "Make bots and other programs" }).click();
  await page().getByRole("button", { name: "Create an application" }).click();
  await page().getByRole("dialog").getByLabel("Name").fill("Parrot");
  await page().getByRole("dialog").getByRole("button", { name: "Create" }).click();
  const editor = page().getByRole("region", { name: "Parrot" });
  await editor.getByLabel("Description").fill("Says it again.");
  await editor.getByLabel(/^Message content/).check();
  await editor.getByRole("button", { name: "Save" }).click();
  await saved();
  await editor.getByRole("button", { name: "Make a new one: Bot token" }).click();
  await page().getByRole("dialog").getByRole("button", { name: "Make a new one" }).click();
  const token = await editor.getByLabel("Bot token", { exact: true }).inputValue();
  const bot = await (await fetch(`${BASE}/api/v10/applications/@me`, { headers: { Authorization: `Bot ${token}` } })).json();
  assert.equal(bot.name, "Parrot");
  assert.equal(bot.description, "Says it again.");
  assert.equal(bot.flags & (1 << 19), 1 << 19);
  await picture(page(), "developer-dark");
  assert.deepEqual(await barriers(page()), []);
  const address = await editor.getByRole("textbox", { name: "Link to add it" }).inputValue();
  assert.match(address, new RegExp(`client_id=${bot.id}&scope=bot\\+applications.commands&permissions=0$`));
});

test("one says who may come up to one", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  const privacy = page().getByRole("region", { name: "Privacy" });
  await privacy.getByLabel("people of servers that you are in").uncheck();
  await eventually("not everybody may ask", async () => !(await privacy.getByLabel("everybody").isChecked()));
  await privacy.getByLabel("servers that you join later").uncheck();
  const settings = await asked("/users/@me/settings", await tokenOf(page()), (now) => now.default_guilds_restricted);
  assert.deepEqual(settings.friend_source_flags, { all: false, mutual_friends: true, mutual_guilds: false });
  await page().reload();
  await privacy.getByLabel("servers that you join later").waitFor();
  assert.equal(await privacy.getByLabel("people of servers that you are in").isChecked(), false);
  assert.deepEqual(await barriers(page()), []);
});

const leaving = (button) => page().getByRole("region", { name: "Leaving" }).getByRole("button", { name: button });
const dialog = () => page().getByRole("dialog");

test("an account is put aside, and comes back with the next login", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await leaving("Put the account aside").click();
  await dialog().getByLabel("Password").fill("not the passphrase");
  await dialog().getByRole("button", { name: "Put the account aside" }).click();
  await dialog().getByRole("alert").filter({ hasText: /./ }).waitFor();
  assert.deepEqual(await barriers(page()), []);
  await dialog().getByLabel("Password").fill("a longer and better passphrase");
  await dialog().getByRole("button", { name: "Put the account aside" }).click();
  await page().getByText("Your account is put aside until you log in again.").waitFor();
  await page().getByLabel("Email or username").fill(name);
  await page().getByLabel("Password").fill("a longer and better passphrase");
  await page().getByRole("button", { name: "Log in" }).click();
  await page().getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("an account is deleted, and nobody logs in to it any more", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await leaving("Delete the account").click();
  await dialog().getByLabel("Password").fill("a longer and better passphrase");
  await picture(page(), "settings-leave-dark");
  await dialog().getByRole("button", { name: "Delete the account" }).click();
  await page().getByText("Your account is deleted.").waitFor();
  assert.equal(await page().evaluate(() => localStorage.getItem("guildhall.token")), null);
  await page().getByLabel("Email or username").fill(name);
  await page().getByLabel("Password").fill("a longer and better passphrase");
  await page().getByRole("button", { name: "Log in" }).click();
  await page().getByRole("alert").filter({ hasText: /./ }).waitFor();
});

test("no page complained", { skip }, () => {
  const expected = /Failed to load resource/;
  assert.deepEqual(house.complaints().filter((complaint) => !expected.test(complaint)), []);
});
