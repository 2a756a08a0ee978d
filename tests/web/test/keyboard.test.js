// Somebody without a mouse: every step of this is a key.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, open } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const FARTHEST = 80;
let house;
let page;

before(async () => {
  if (skip) return;
  house = await open();
  ({ page } = await house.person());
});

after(() => house?.close());

const key = (name) => page.keyboard.press(name);
const write = (text) => page.keyboard.type(text);
const message = (text) => page.getByRole("log").getByRole("article").filter({ hasText: text });
const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until this has the focus, as somebody does who hears what they come past. */
async function reach(locator, step = "Tab") {
  await locator.first().waitFor();
  for (let turn = 0; turn < FARTHEST; turn++) {
    if (await hasFocus(locator.first())) return;
    await key(step);
  }
  assert.fail(`Tab does not lead to ${locator}`);
}

/** Waits until this has the focus by itself. */
async function isGiven(locator) {
  await locator.first().waitFor();
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    if (await hasFocus(locator.first())) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${locator} is not given the focus`);
}

/** Goes to a message: into the list, where one stop stands for all, and on with arrows. */
async function atMessage(text) {
  const wanted = page.locator("[data-message]").filter({ hasText: text }).last();
  await wanted.waitFor();
  await reach(page.locator('[data-message][tabindex="0"]'), "Shift+Tab");
  for (let turn = 0; turn < FARTHEST && !(await hasFocus(wanted)); turn++) {
    await key("ArrowDown");
    // The focus follows with the next picture.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await isGiven(wanted);
}

const composer = () => page.getByRole("textbox", { name: /^Message / });
const dialog = (name) => page.getByRole("dialog", { name });

test("one registers", { skip }, async () => {
  await page.goto(`${BASE}/register`);
  const name = `keys${process.pid}`;
  for (const [label, value] of [["Email", `${name}@example.com`], ["Username", name], ["Password", "a long enough passphrase"]]) {
    await reach(page.getByLabel(label));
    await write(value);
  }
  await key("Tab");
  await write("05171990");
  await key("Enter");
  await page.getByRole("heading", { name: "First steps" }).waitFor();
  assert.deepEqual(await barriers(page), []);
});

test("the first steps lead to a server, and are put away", { skip }, async () => {
  await reach(page.getByRole("button", { name: "Put this away" }));
  await key("Enter");
  await page.getByRole("heading", { name: "First steps" }).waitFor({ state: "detached" });
  await reach(page.getByRole("button", { name: "Add a server" }));
  await key("Enter");
  await isGiven(dialog("Create a server").getByLabel("Server name"));
  await write("The Typing Pool");
  await key("Enter");
  await composer().waitFor();
});

test("one writes, changes and answers messages", { skip }, async () => {
  await reach(composer());
  await write("frist");
  await key("Enter");
  await message("frist").and(page.locator("[data-message]")).waitFor();
  await key("ArrowUp");
  const editor = page.getByLabel("Edit message");
  await isGiven(editor);
  await key("Control+a");
  await write("first");
  await key("Enter");
  await message("first").getByText("(edited)").waitFor();
  await reach(composer());
  await write("second");
  await key("Enter");
  await message("second").and(page.locator("[data-message]")).waitFor();
});

test("one goes through the messages, and acts on the one that one is at", { skip }, async () => {
  await atMessage("second");
  await key("ArrowUp");
  await isGiven(page.locator("[data-message]").filter({ hasText: "first" }));
  await key("r");
  await page.getByText(/^Replying to /).waitFor();
  await isGiven(composer());
  await write("an answer");
  await key("Enter");
  await message("an answer").and(page.locator("[data-message]")).waitFor();
  await atMessage("an answer");
  await key("+");
  const search = dialog("Add a reaction").getByRole("searchbox");
  await isGiven(search);
  await write("tada");
  await dialog("Add a reaction").getByRole("button", { name: "🎉" }).waitFor();
  await key("Enter");
  await page.getByRole("button", { name: "🎉, 1 reaction" }).waitFor();
});

test("a message is deleted, and the dialog keeps the focus until it is answered", { skip }, async () => {
  await reach(composer());
  await write("a mistake");
  await key("Enter");
  const mistake = page.locator("[data-message]").filter({ hasText: "a mistake" });
  await mistake.waitFor();
  await atMessage("a mistake");
  await key("Backspace");
  await reach(dialog("Delete").getByRole("button", { name: "Delete" }));
  await key("Enter");
  await mistake.waitFor({ state: "detached" });
});

test("a channel is made, found by its name, and read", { skip }, async () => {
  await reach(page.getByRole("button", { name: "The Typing Pool, server menu" }), "Shift+Tab");
  await key("Enter");
  const entry = page.getByRole("menuitem", { name: "Create channel" });
  for (let turn = 0; turn < 10 && !(await hasFocus(entry)); turn++) await key("ArrowDown");
  await key("Enter");
  await isGiven(page.getByLabel("Channel name"));
  await write("dictation");
  await key("Enter");
  await page.getByRole("heading", { name: "dictation" }).first().waitFor();
  await key("Control+k");
  await isGiven(page.getByRole("combobox", { name: /Find a channel/ }));
  await write("general");
  await page.getByRole("option", { name: /general/ }).first().waitFor();
  await key("Enter");
  await page.getByRole("heading", { name: "general" }).first().waitFor();
  await key("Alt+ArrowUp");
  await page.getByRole("heading", { name: "dictation" }).first().waitFor();
});

test("a dialog gives the focus back however it is closed, and the next key opens another", { skip }, async () => {
  await reach(composer());
  for (const close of [() => key("Escape"), () => reach(dialog("Keyboard").getByRole("button", { name: "Close" })).then(() => key("Enter"))]) {
    await key("Control+/");
    await dialog("Keyboard").waitFor();
    await close();
    await key("Control+/");
    await dialog("Keyboard").waitFor();
    await key("Escape");
    await isGiven(composer());
  }
});

test("settings are reached and left again", { skip }, async () => {
  await key("Control+/");
  await dialog("Keyboard").waitFor();
  assert.deepEqual(await barriers(page), []);
  await key("Escape");
  await dialog("Keyboard").waitFor({ state: "detached" });
  await reach(page.getByRole("link", { name: "Settings" }));
  await key("Enter");
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await reach(page.getByRole("link", { name: "Close" }));
  await key("Enter");
  await page.getByRole("heading", { name: "Friends" }).first().waitFor();
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints(), []);
});
