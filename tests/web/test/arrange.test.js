// Servers are put in order and into folders: by keys, with a mouse, and in a dialog; wherever one is logged in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, eventually, open, picture } from "../support/browser.js";
import { newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;
let elsewhere;
const page = () => ada.page;
const rail = (person = ada) => person.page.getByRole("navigation", { name: "Servers" });
const item = (name) => rail().getByRole("link", { name });
const dialog = () => page().getByRole("dialog");

/** The list as a person hears it: folders by their name, and what is in those that are open. */
const order = (person = ada) =>
  rail(person)
    .locator("[data-rail]")
    .evaluateAll((items) => items.map((each) => (each.getAttribute("aria-expanded") === null ? "" : each.getAttribute("aria-expanded") === "true" ? "v " : "> ") + each.title));

const stands = (expected, person = ada) =>
  eventually(`servers stand as ${expected}`, async () => JSON.stringify(await order(person)) === JSON.stringify(expected));

before(async () => {
  if (skip) return;
  house = await open();
  const token = await newcomer("arranger");
  for (const name of ["Oak", "Ash", "Elm", "Yew"]) await newGuild(token, name);
  ada = await house.person();
  elsewhere = await house.person({ theme: "light" });
  for (const person of [ada, elsewhere]) {
    await person.page.goto(`${BASE}/login`);
    await person.page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
    await person.page.goto(`${BASE}/channels/@me`);
    await rail(person).getByRole("link", { name: "Yew" }).waitFor();
  }
});

after(() => house?.close());

test("a server is moved by keys, and the keyboard stays with it", { skip }, async () => {
  await stands(["Oak", "Ash", "Elm", "Yew"]);
  await item("Yew").focus();
  for (const expected of [["Oak", "Ash", "Yew", "Elm"], ["Oak", "Yew", "Ash", "Elm"]]) {
    await page().keyboard.press("Control+Shift+ArrowUp");
    await stands(expected);
    assert.equal(await page().evaluate(() => document.activeElement.title), "Yew");
  }
  await page().keyboard.press("Control+Shift+ArrowDown");
  await stands(["Oak", "Ash", "Yew", "Elm"]);
  await stands(["Oak", "Ash", "Yew", "Elm"], elsewhere);
});

test("a server is dragged between others, onto another one, and into a folder", { skip }, async () => {
  const drop = async (name, target, share) => {
    const box = await target.boundingBox();
    await item(name).dragTo(target, { targetPosition: { x: box.width / 2, y: box.height * share } });
  };
  await drop("Elm", item("Oak"), 0.1);
  await stands(["Elm", "Oak", "Ash", "Yew"]);
  await drop("Ash", item("Oak"), 0.5);
  await stands(["Elm", "> Folder", "Yew"]);
  await drop("Yew", rail().getByRole("button", { name: "Folder" }), 0.5);
  await stands(["Elm", "> Folder"]);
  await rail().getByRole("button", { name: "Folder" }).click();
  await stands(["Elm", "v Folder", "Oak", "Ash", "Yew"]);
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "servers-in-a-folder-dark");
  await drop("Yew", item("Elm"), 0.9);
  await stands(["Elm", "Yew", "v Folder", "Oak", "Ash"]);
  await stands(["Elm", "Yew", "> Folder"], elsewhere);
});

test("all of it is done in a dialog, too, by the keyboard alone", { skip }, async () => {
  await rail().getByRole("button", { name: "Arrange servers" }).focus();
  await page().keyboard.press("Enter");
  await dialog().getByLabel("Name of the folder").fill("Trees");
  await dialog().getByLabel("Name of the folder").press("Enter");
  await stands(["Elm", "Yew", "v Trees", "Oak", "Ash"]);
  await dialog().getByRole("button", { name: "Move Yew up" }).press("Enter");
  await stands(["Yew", "Elm", "v Trees", "Oak", "Ash"]);
  await dialog().getByLabel("Put Elm into a folder").selectOption("Into Trees");
  await stands(["Yew", "v Trees", "Oak", "Ash", "Elm"]);
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "arrange-servers-dark");
  await dialog().getByLabel("Put Oak into a folder").selectOption("Out of its folder");
  await stands(["Yew", "v Trees", "Ash", "Elm", "Oak"]);
  await dialog().getByLabel("Put Yew into a folder").selectOption("New folder with Oak");
  await stands(["v Trees", "Ash", "Elm", "> Folder"]);
  await dialog().getByRole("button", { name: "Dissolve Folder" }).press("Enter");
  await stands(["v Trees", "Ash", "Elm", "Oak", "Yew"]);
  await dialog().getByRole("button", { name: "Move Trees down" }).press("Enter");
  await stands(["Oak", "v Trees", "Ash", "Elm", "Yew"]);
  await stands(["Oak", "> Trees", "Yew"], elsewhere);
  await page().keyboard.press("Escape");
});

test("the order is there after the page is loaded anew, and holds from right to left and on a phone", { skip }, async () => {
  await page().reload();
  await stands(["Oak", "v Trees", "Ash", "Elm", "Yew"]);
  await page().evaluate(() => (document.documentElement.dir = "rtl"));
  await rail().getByRole("button", { name: "Arrange servers" }).click();
  await page().setViewportSize({ width: 390, height: 800 });
  assert.equal(await page().evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  assert.deepEqual(await barriers(page()), []);
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints().filter((complaint) => !/Failed to load resource/.test(complaint)), []);
});
