// Somebody sets up what a community has: greetings, rules, events, stickers, sounds, a template, apps.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asked, BASE, barriers, BROWSER, open, picture, register, tokenOf } from "../support/browser.js";
import { silence } from "../support/sounds.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
let house;
let ada;
let ben;
let guild;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light" });
});

after(() => house?.close());

const composer = (person) => person.page.getByRole("textbox", { name: /^Message / });
const tab = (name) => ada.page.getByRole("navigation", { name: "Server settings" }).getByRole("link", { name, exact: true });
const list = (name) => ada.page.getByRole("list", { name, exact: true });
const dialog = () => ada.page.getByRole("dialog");
/** So many days from now, as a field for a day and a time has it. */
const later = (days, clock) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${clock}`;
const saved = () => ada.page.getByText("Saved.").first().waitFor();

test("a server is made, and its settings are opened", { skip }, async () => {
  await register(ada.page, "mayor");
  await ada.page.getByRole("button", { name: "Add a server" }).click();
  await ada.page.getByLabel("Server name").fill("The Square");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await composer(ada).waitFor();
  guild = new URL(ada.page.url()).pathname.split("/")[2];
  await ada.page.getByRole("button", { name: "The Square, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Invite people" }).click();
  const link = await ada.page.getByLabel("Invite link or code").inputValue();
  await ada.page.keyboard.press("Escape");
  await register(ben.page, "passer");
  await ben.page.goto(link);
  await ben.page.getByRole("button", { name: "Accept invite" }).click();
  await composer(ben).waitFor();
  await ada.page.getByRole("button", { name: "The Square, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Server settings" }).click();
});

test("a rule keeps a word out", { skip }, async () => {
  await tab("Moderation by rules").click();
  await ada.page.getByRole("button", { name: "Create a rule" }).click();
  const editor = ada.page.getByRole("region", { name: "Create a rule" });
  await editor.getByLabel("Name of the rule").fill("No turnips");
  await editor.getByLabel(/^Words, one a line/).fill("turnip*");
  await editor.getByLabel("What its author is told").fill("We have had enough of those.");
  assert.deepEqual(await barriers(ada.page), []);
  await editor.getByRole("button", { name: "Save" }).click();
  await list("Moderation by rules").getByText("No turnips").waitFor();
  await picture(ada.page, "server-automod-dark");
  await composer(ben).fill("turnips for sale");
  await composer(ben).press("Enter");
  await ben.page.getByText(/^Not sent: /).waitFor();
  await ben.page.getByRole("button", { name: "Discard" }).click();
  await list("Moderation by rules").getByText("No turnips").click();
  await ada.page.getByRole("button", { name: "Turn off" }).click();
  await list("Moderation by rules").getByText(/ · off$/).waitFor();
  await composer(ben).fill("turnips after all");
  await composer(ben).press("Enter");
  await ben.page.getByRole("log").getByRole("article").filter({ hasText: "turnips after all" }).waitFor();
});

test("an event is planned, somebody wants to come, and it begins and ends", { skip }, async () => {
  await tab("Events").click();
  await ada.page.getByRole("button", { name: "Plan an event" }).click();
  await dialog().getByLabel("Name of the event").fill("Market day");
  await dialog().getByLabel("Begins").fill(later(7, "10:00"));
  await dialog().getByLabel("Place or link").fill("Town square");
  await dialog().getByLabel("Ends").fill(later(7, "18:00"));
  assert.deepEqual(await barriers(ada.page), []);
  await dialog().getByRole("button", { name: "Create" }).click();
  await list("Events").getByText("Market day").waitFor();
  await picture(ada.page, "server-events-dark");
  await ben.page.getByRole("button", { name: "The Square, server menu" }).click();
  await ben.page.getByRole("menuitem", { name: "Events" }).click();
  const interested = ben.page.getByRole("button", { name: "Interested in Market day" });
  await interested.click();
  await ben.page.getByRole("button", { name: "Interested in Market day", pressed: true }).waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await ben.page.keyboard.press("Escape");
  await list("Events").getByRole("button", { name: "Begin now" }).click();
  await list("Events").getByText(/^Now · Town square/).waitFor();
  await list("Events").getByRole("button", { name: "End", exact: true }).click();
  await ada.page.getByText("Nothing is planned.").waitFor();
});

test("who comes in is greeted and asked", { skip }, async () => {
  await tab("Coming in").click();
  await ada.page.getByLabel("Greet who comes in").check();
  await ada.page.getByLabel("What it says").fill("Mind the cobbles.");
  await ada.page.getByRole("group", { name: "Place 1 to begin at" }).getByLabel("Channel").selectOption("#general");
  await ada.page.getByLabel("What one does there").fill("Say hello");
  await ada.page.getByRole("button", { name: "Save the greeting" }).click();
  await saved();
  await ada.page.getByRole("button", { name: "One more question" }).click();
  await ada.page.getByLabel("Text of question 1").fill("What brings you here?");
  await ada.page.getByLabel("Text of answer 1").fill("Trade");
  await ada.page.getByRole("group", { name: "Channels that answer 1 opens" }).getByLabel("general").check();
  assert.deepEqual(await barriers(ada.page), []);
  await picture(ada.page, "server-onboarding-dark");
  await ada.page.getByRole("button", { name: "Save the questions" }).click();
  const kept = await asked(`/guilds/${guild}/onboarding`, await tokenOf(ada.page), (onboarding) => onboarding.prompts.length === 1);
  assert.equal(kept.prompts[0].options[0].title, "Trade");
  const welcome = await asked(`/guilds/${guild}/welcome-screen`, await tokenOf(ada.page), (screen) => screen.description !== null);
  assert.equal(welcome.description, "Mind the cobbles.");
  await ada.page.reload();
  await ada.page.getByLabel("Text of question 1").waitFor();
  assert.equal(await ada.page.getByLabel("Text of question 1").inputValue(), "What brings you here?");
});

test("a sticker and a sound are uploaded, changed and deleted", { skip }, async () => {
  await tab("Stickers").click();
  await ada.page.getByRole("button", { name: "Add a sticker" }).click();
  await dialog().getByLabel("Picture").setInputFiles([{ name: "pear.png", mimeType: "image/png", buffer: PNG }]);
  await dialog().getByLabel("Name of the sticker").fill("pear");
  await dialog().getByLabel(/^Emoji that is like it/).fill("fruit");
  assert.deepEqual(await barriers(ada.page), []);
  await dialog().getByRole("button", { name: "Save" }).click();
  await ada.page.getByRole("button", { name: "Edit pear" }).click();
  await dialog().getByLabel("Name of the sticker").fill("ripe pear");
  await dialog().getByRole("button", { name: "Save" }).click();
  await ada.page.getByRole("button", { name: "Delete ripe pear" }).waitFor();
  assert.deepEqual(await barriers(ada.page), []);
  await tab("Sounds").click();
  await ada.page.getByRole("button", { name: "Add a sound" }).click();
  await dialog().getByLabel("Sound file").setInputFiles([{ name: "bell.mp3", mimeType: "audio/mpeg", buffer: silence() }]);
  await dialog().getByLabel("Name of the sound").fill("bell");
  await dialog().getByLabel("Emoji").fill("🔔");
  assert.deepEqual(await barriers(ada.page), []);
  await dialog().getByRole("button", { name: "Save" }).click();
  await ada.page.getByRole("button", { name: "Play bell" }).waitFor();
  assert.deepEqual(await barriers(ada.page), []);
  await ada.page.getByRole("button", { name: "Delete bell" }).click();
  await ada.page.getByText("This server has no sounds of its own yet.").waitFor();
});

test("the server becomes a template, kept up to date", { skip }, async () => {
  await tab("Template").click();
  await ada.page.getByLabel("Name of the template").fill("A square like ours");
  await ada.page.getByRole("button", { name: "Make a template" }).click();
  await list("Template").getByText("A square like ours").waitFor();
  await ada.page.getByRole("button", { name: "Bring up to date" }).click();
  await saved();
  assert.deepEqual(await barriers(ada.page), []);
  await ada.page.getByRole("button", { name: "Delete template" }).click();
  await dialog().getByRole("button", { name: "Delete template" }).click();
  await ada.page.getByText("There is no template of this server.").waitFor();
});

test("an app that was added can be removed", { skip }, async () => {
  const token = await tokenOf(ada.page);
  const send = (path, body) =>
    fetch(`${BASE}/api/v10${path}`, { method: "POST", headers: { Authorization: token, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const made = await send("/applications", { name: "Town crier" });
  assert.equal(made.status, 201, await made.clone().text());
  const { id } = await made.json();
  const added = await send(`/oauth2/authorize?client_id=${id}&scope=bot&permissions=0`, { authorize: true, guild_id: guild, permissions: "0" });
  assert.equal(added.status, 200, await added.text());
  await tab("Apps").click();
  await list("Apps").getByText("Town crier").waitFor();
  assert.deepEqual(await barriers(ada.page), []);
  await ada.page.getByRole("button", { name: "Remove Town crier" }).click();
  await dialog().getByRole("button", { name: "Remove the app" }).click();
  await ada.page.getByText("No apps were added.").waitFor();
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []);
});
