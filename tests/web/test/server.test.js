// Somebody looks after a server, by the pages of its settings alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BROWSER, open, picture, register } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;
let ben;
let bensName;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light" });
});

after(() => house?.close());

const composer = (person) => person.page.getByRole("textbox", { name: /^Message / });
const tab = (name) => ada.page.getByRole("navigation", { name: "Server settings" }).getByRole("link", { name, exact: true });
const saved = () => ada.page.getByText("Saved.").first().waitFor();

async function settings(name) {
  await ada.page.getByRole("button", { name: /, server menu$/ }).click();
  await ada.page.getByRole("menuitem", { name: "Server settings" }).click();
  await tab(name).click();
}

test("a server is made, and somebody comes in", { skip }, async () => {
  await register(ada.page, "keeper");
  await ada.page.getByRole("button", { name: "Add a server" }).click();
  await ada.page.getByLabel("Server name").fill("The Workshop");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await composer(ada).waitFor();
  await ada.page.getByRole("button", { name: "The Workshop, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Invite people" }).click();
  const link = await ada.page.getByLabel("Invite link or code").inputValue();
  await ada.page.keyboard.press("Escape");
  bensName = await register(ben.page, "guest");
  await ben.page.goto(link);
  await ben.page.getByRole("button", { name: "Accept invite" }).click();
  await composer(ben).waitFor();
});

test("it is renamed and described", { skip }, async () => {
  await settings("Overview");
  await ada.page.getByLabel("Server name").fill("The Old Workshop");
  await ada.page.getByLabel("Description").fill("Wood, iron, glass.");
  await ada.page.getByLabel("What members are told of").selectOption("Only mentions");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await saved();
  await ben.page.getByRole("heading", { name: "The Old Workshop" }).waitFor();
  await picture(ada.page, "server-overview-dark");
  assert.deepEqual(await barriers(ada.page), []);
});

test("a role is made, coloured, let do something, moved and given", { skip }, async () => {
  await tab("Roles").click();
  for (const name of ["Smiths", "Glaziers"]) {
    await ada.page.getByRole("button", { name: "Create a role" }).click();
    const editor = ada.page.getByRole("region", { name: "new role" });
    await editor.getByLabel("Names in a colour").check();
    await editor.getByLabel(/^Manage messages/).check();
    await editor.getByLabel("Role name").fill(name);
    await editor.getByRole("button", { name: "Save" }).click();
    await ada.page.getByRole("list", { name: "Roles" }).getByRole("link", { name, exact: true }).waitFor();
  }
  const order = () => ada.page.getByRole("list", { name: "Roles" }).getByRole("link").allTextContents();
  const before = await order();
  const lower = before[1];
  await ada.page.getByRole("button", { name: `Move ${lower} up` }).click();
  await ada.page.waitForFunction((first) => document.querySelector('ul[aria-label="Roles"] a').textContent === first, lower);
  assert.equal((await order()).at(-1), "@everyone");
  await picture(ada.page, "server-roles-dark");
  assert.deepEqual(await barriers(ada.page), []);
  await tab("Members").click();
  await ada.page.getByLabel("Find members by name").fill(bensName);
  await ada.page.getByLabel(`Give ${bensName} a role`).selectOption("Smiths");
  await ada.page.getByRole("button", { name: `Take the role Smiths from ${bensName}` }).waitFor();
  await picture(ada.page, "server-members-dark");
  assert.deepEqual(await barriers(ada.page), []);
});

test("a channel is hidden from all but a role, and tried on", { skip }, async () => {
  await tab("Channels").click();
  await ada.page.getByRole("link", { name: "general", exact: true }).first().click();
  const editor = ada.page.getByRole("region", { name: "general", exact: true });
  await editor.getByLabel("Topic").fill("What is on the bench");
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await ben.page.getByText("What is on the bench").first().waitFor();
  await editor.getByRole("radiogroup", { name: "View channels" }).getByLabel("Deny").check();
  await ada.page.getByRole("button", { name: "Save for @everyone" }).click();
  await ben.page.getByText("There is no channel here that you can see.").or(ben.page.getByText("This channel does not exist, or you cannot see it.")).first().waitFor();
  await ada.page.getByLabel("Add a role or a member").selectOption("Smiths");
  await ada.page.getByRole("radiogroup", { name: "View channels" }).getByLabel("Allow").check();
  await picture(ada.page, "server-channel-dark");
  assert.deepEqual(await barriers(ada.page), []);
  await ada.page.getByRole("button", { name: "Save for Smiths" }).click();
  await ben.page.getByRole("link", { name: /^general, text channel/ }).waitFor();
  await ada.page.getByLabel("Whose").selectOption("@everyone");
  await ada.page.getByRole("button", { name: "See the server as @everyone" }).click();
  await ada.page.getByText("You see the server as @everyone.").waitFor();
  await ada.page.getByRole("link", { name: /^general, text channel/ }).waitFor({ state: "detached" });
  await ada.page.getByRole("button", { name: "Back to your own view" }).click();
  await ada.page.getByRole("link", { name: /^general, text channel/ }).waitFor();
});

test("emoji are uploaded, renamed and used", { skip }, async () => {
  await settings("Emoji");
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  await ada.page.getByLabel("Upload emoji").setInputFiles([{ name: "hot iron.png", mimeType: "image/png", buffer: png }]);
  await ada.page.getByLabel("Name of hot_iron").fill("iron");
  await ada.page.getByLabel("Name of hot_iron").press("Enter");
  await ada.page.getByLabel("Name of iron").waitFor();
  assert.deepEqual(await barriers(ada.page), []);
});

test("a webhook is made, and a program writes by its address", { skip }, async () => {
  await tab("Webhooks").click();
  await ada.page.getByRole("button", { name: "Create a webhook" }).click();
  await ada.page.getByRole("dialog").getByLabel("Name").fill("Forge");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await ada.page.getByRole("button", { name: "Copy the address" }).click();
  await ada.page.getByText("Copied").first().waitFor();
  const address = await ada.page.evaluate(() => navigator.clipboard.readText());
  const told = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ content: "the iron is hot" }) });
  assert.equal(told.status, 204, await told.text());
  await ben.page.getByRole("link", { name: /^general, text channel/ }).click();
  await ben.page.getByRole("log").getByText("the iron is hot").waitFor();
  assert.deepEqual(await barriers(ada.page), []);
});

test("an invite is revoked", { skip }, async () => {
  await tab("Invites").click();
  await ada.page.getByRole("button", { name: /^Revoke / }).first().click();
  await ada.page.getByText("There are no invites.").waitFor();
});

test("somebody is banned, and the ban is lifted", { skip }, async () => {
  await tab("Members").click();
  await ada.page.getByLabel("Find members by name").fill(bensName);
  await ada.page.getByLabel(`Give ${bensName} a role`).waitFor();
  await ada.page.getByRole("button", { name: "Ban", exact: true }).last().click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Ban" }).click();
  await ada.page.getByRole("dialog").waitFor({ state: "detached" });
  await ben.page.getByRole("link", { name: "The Old Workshop" }).waitFor({ state: "detached" });
  await tab("Bans").click();
  await ada.page.getByRole("list", { name: "Bans" }).getByText(bensName).first().waitFor();
  await ada.page.getByRole("button", { name: "Lift the ban" }).click();
  await ada.page.getByText("Nobody is banned.").waitFor();
});

test("all of it is in the audit log", { skip }, async () => {
  await tab("Audit log").click();
  const log = ada.page.getByRole("list", { name: "Audit log" });
  await log.getByText(/lifted the ban of/).first().waitFor();
  await ada.page.getByLabel("What was done").selectOption("changed the server");
  await log.getByText(/lifted the ban of/).first().waitFor({ state: "detached" });
  await log.getByText(/changed the server/).first().click();
  await log.getByRole("cell", { name: "The Old Workshop" }).first().waitFor();
  await picture(ada.page, "server-audit-dark");
  assert.deepEqual(await barriers(ada.page), []);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints(), []);
});
