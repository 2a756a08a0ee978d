import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, barriers, BROWSER, eventually, open, picture, reads, register } from "../support/browser.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;
let ada;
let ben;
let adasName;
let bensName;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light", width: 1100 });
});

after(() => house?.close());

const messages = (person) => person.page.getByRole("log");
const composer = (person) => person.page.getByRole("textbox", { name: /^Message / });

async function say(person, text) {
  await composer(person).fill(text);
  await composer(person).press("Enter");
}

test("a person registers and makes a server", { skip }, async () => {
  adasName = await register(ada.page, "ada");
  await picture(ada.page, "empty-dark");
  await ada.page.getByRole("button", { name: "Add a server" }).click();
  await ada.page.getByLabel("Server name").fill("The Long Table");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await ada.page.getByRole("heading", { name: "The Long Table" }).waitFor();
  await composer(ada).waitFor();
});

test("another one joins by a link", { skip }, async () => {
  await ada.page.getByRole("button", { name: "The Long Table, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Invite people" }).click();
  const link = await ada.page.getByLabel("Invite link or code").inputValue();
  await ada.page.keyboard.press("Escape");
  bensName = await register(ben.page, "ben");
  await ben.page.goto(link);
  await ben.page.getByRole("heading", { name: "You are invited to The Long Table" }).waitFor();
  await ben.page.getByRole("button", { name: "Accept invite" }).click();
  await ben.page.getByRole("heading", { name: "The Long Table" }).waitFor();
  await composer(ben).waitFor();
});

test("they talk, with marks, mentions and replies", { skip }, async () => {
  await say(ada, "Welcome **in**, `ben`!");
  await messages(ben).getByText("Welcome").waitFor();
  await messages(ben).locator("strong", { hasText: "in" }).first().waitFor();
  await messages(ben).getByText("Welcome").hover();
  await messages(ben).getByRole("button", { name: "Reply" }).last().click();
  await say(ben, "Thank you");
  await messages(ada).getByText("Thank you").waitFor();
  // What is answered stands above the answer, and both begin at the same place.
  const answer = messages(ada).getByRole("article").filter({ hasText: "Thank you" }).and(ada.page.locator("[data-message]"));
  const above = await answer.locator(".referenced").boundingBox();
  const below = await answer.locator(".message-body").boundingBox();
  assert.equal(Math.round(above.x), Math.round(below.x));
  assert.ok(above.y + above.height <= below.y + 1 && below.width > 300, JSON.stringify({ above, below }));
  await composer(ada).pressSequentially(`@${bensName.slice(0, 4)}`);
  await ada.page.getByRole("option", { name: new RegExp(bensName) }).waitFor();
  await composer(ada).press("Enter");
  await composer(ada).pressSequentially("look here");
  await composer(ada).press("Enter");
  await messages(ben).locator(".mention.me").waitFor();
});

test("a message is changed, answered with an emoji, and deleted", { skip }, async () => {
  await say(ada, "teh end");
  await messages(ben).getByText("teh end").waitFor();
  await composer(ada).press("ArrowUp");
  await ada.page.getByLabel("Edit message").fill("the end");
  await ada.page.getByLabel("Edit message").press("Enter");
  await messages(ben).getByText("the end").waitFor();
  await messages(ben).getByText("(edited)").waitFor();
  await messages(ben).getByText("the end").hover();
  await messages(ben).getByRole("button", { name: "Add a reaction" }).last().click();
  await ben.page.getByRole("button", { name: "🎉" }).click();
  await messages(ada).getByRole("button", { name: "🎉, 1 reaction" }).click();
  await messages(ben).getByRole("button", { name: "🎉, 2 reactions" }).waitFor();
  await messages(ada).getByText("the end").hover();
  await messages(ada).getByRole("button", { name: "Delete" }).last().click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await messages(ben).getByText("the end").waitFor({ state: "detached" });
});

test("a file is sent and opened", { skip }, async () => {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  await ada.page.locator("input[type=file]").setInputFiles([
    { name: "dot.png", mimeType: "image/png", buffer: png },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("minutes of the meeting") },
  ]);
  await say(ada, "two files");
  await messages(ben).getByRole("img", { name: "Picture dot.png" }).waitFor();
  const download = ben.page.waitForEvent("download");
  await messages(ben).getByRole("link", { name: /Download notes.txt/ }).click();
  assert.equal((await download).suggestedFilename(), "notes.txt");
  const shown = messages(ben).getByRole("img", { name: "Picture dot.png" });
  await assert.doesNotReject(shown.evaluate((image) => image.decode()));
});

test("what somebody writes is text, never a page", { skip }, async () => {
  const hostile = ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[x](javascript:alert(1))", "<svg/onload=alert(1)>", "**<b>bold</b>**"];
  for (const text of hostile) await say(ada, text);
  await messages(ben).getByText("<b>bold</b>").waitFor();
  for (const text of hostile.slice(0, 4)) await messages(ben).getByText(text).waitFor();
  assert.equal(await messages(ben).locator("script, svg[onload], img[onerror], a[href^=javascript]").count(), 0);
});

test("channels are made, shown as unread, and found by name", { skip }, async () => {
  await ada.page.getByRole("button", { name: "The Long Table, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Create channel" }).click();
  await ada.page.getByLabel("Channel name").fill("kitchen");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await ada.page.getByRole("heading", { name: "kitchen" }).first().waitFor();
  await say(ada, "who cooks?");
  await ben.page.getByRole("link", { name: "kitchen, text channel, unread" }).waitFor();
  await ben.page.keyboard.press("Control+k");
  await ben.page.getByRole("combobox", { name: /Find a channel/ }).fill("kitch");
  await ben.page.keyboard.press("Enter");
  await messages(ben).getByText("who cooks?").waitFor();
  await ben.page.getByRole("link", { name: "kitchen, text channel", exact: true }).waitFor();
  await picture(ben.page, "channel-light");
  await picture(ada.page, "channel-dark");
});

test("the member list shows who is there, and opens a conversation", { skip }, async () => {
  const members = ada.page.getByRole("complementary", { name: "Members" });
  await members.getByRole("button", { name: new RegExp(bensName) }).click();
  await ada.page.getByRole("dialog").getByLabel("Note, which only you see").fill("brings the bread");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Message" }).click();
  await ada.page.getByText(`This is the beginning of your conversation with ${bensName}.`).waitFor();
  await say(ada, "between us");
  await ben.page.getByRole("link", { name: "Direct messages" }).click();
  await ben.page.getByRole("link", { name: new RegExp(`^${adasName}`) }).click();
  await messages(ben).getByText("between us").waitFor();
});

test("they become friends", { skip }, async () => {
  await ada.page.goto(`${BASE}/channels/@me`);
  await ada.page.getByLabel("Username").fill(bensName);
  await ada.page.getByRole("button", { name: "Add as a friend" }).click();
  await ada.page.getByRole("heading", { name: "Whom you asked — 1" }).waitFor();
  await ben.page.goto(`${BASE}/channels/@me`);
  await ben.page.getByRole("button", { name: `Accept: ${adasName}` }).click();
  await ben.page.getByRole("heading", { name: "Friends — 1" }).waitFor();
  await ada.page.getByRole("heading", { name: "Friends — 1" }).waitFor();
  await picture(ada.page, "friends-dark");
});

test("friends begin a group, name it, and leave it", { skip }, async () => {
  await ada.page.getByRole("button", { name: "Begin a group" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Begin a group" }).click();
  await composer(ada).waitFor();
  await ada.page.getByRole("button", { name: "Channel menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Add friends" }).click();
  await ada.page.getByRole("dialog").getByLabel(bensName).check();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Add friends" }).click();
  await messages(ada).getByText(`${adasName} added ${bensName} to the group.`).waitFor();
  await ada.page.getByRole("button", { name: "Channel menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Name the group" }).click();
  await ada.page.getByRole("dialog").getByLabel("Name").fill("Kitchen crew");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Name the group" }).click();
  await ada.page.getByRole("heading", { name: "Kitchen crew" }).first().waitFor();
  await say(ada, "only us here");
  await ben.page.getByRole("link", { name: /^Kitchen crew/ }).click();
  await messages(ben).getByText("only us here").waitFor();
  await messages(ben).getByText(`${adasName} called the group Kitchen crew.`).waitFor();
  await ben.page.getByRole("button", { name: "Channel menu" }).click();
  await ben.page.getByRole("menuitem", { name: "Who belongs to it" }).click();
  await ben.page.getByRole("dialog").getByText("Owner").waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await ben.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: "Channel menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Leave the group" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Leave the group" }).click();
  await ada.page.getByRole("heading", { name: "Friends — 1" }).waitFor();
  await messages(ben).getByText(`${adasName} left the group.`).waitFor();
});

test("a friend can be blocked, and unblocked", { skip }, async () => {
  await ada.page.getByRole("main").getByRole("button", { name: bensName }).first().click();
  await reads(ada.page.getByRole("dialog").getByLabel("Note, which only you see"), "brings the bread");
  assert.deepEqual(await barriers(ada.page), []);
  await ada.page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Unblock" }).click();
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("heading", { name: "Blocked — 1" }).waitFor({ state: "detached" });
  await ada.page.getByRole("link", { name: new RegExp(`^${bensName}`) }).click();
  await ben.page.getByRole("link", { name: new RegExp(`^${adasName}`) }).click();
  await composer(ben).waitFor();
});

test("what is written without a network leaves when it is back, once", { skip }, async () => {
  await ada.context.setOffline(true);
  try {
    await say(ada, "from the tunnel");
    await messages(ada).getByText("Will be sent when the connection is back.").waitFor();
  } finally {
    await ada.context.setOffline(false);
  }
  await messages(ada).getByRole("button", { name: "Try again" }).click();
  await messages(ben).getByText("from the tunnel").waitFor();
  await messages(ada).getByText("Will be sent when the connection is back.").waitFor({ state: "detached" });
  assert.equal(await messages(ben).getByText("from the tunnel").count(), 1);
});

test("a thread begins at a message, and a forum has posts", { skip }, async () => {
  await ada.page.getByRole("link", { name: "The Long Table", exact: true }).click();
  await ada.page.getByRole("link", { name: /^kitchen/ }).click();
  await messages(ada).getByText("who cooks?").hover();
  await messages(ada).getByRole("button", { name: "Begin a thread" }).last().click();
  await ada.page.getByLabel("Name of the thread").fill("the soup");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await ada.page.getByRole("heading", { name: "the soup" }).first().waitFor();
  await say(ada, "more salt");
  await ben.page.getByRole("link", { name: /^The Long Table/ }).click();
  await ben.page.getByRole("link", { name: /^the soup, thread/ }).click();
  await messages(ben).getByText("more salt").waitFor();
  const token = await ada.page.evaluate(() => localStorage.getItem("guildhall.token"));
  const guild = new URL(ada.page.url()).pathname.split("/")[2];
  const made = await fetch(`${BASE}/api/v10/guilds/${guild}/channels`, {
    method: "POST",
    headers: { Authorization: token, "Content-Type": "application/json" },
    body: JSON.stringify({ name: "recipes", type: 15, available_tags: [{ name: "sweet" }] }),
  });
  assert.equal(made.status, 201, await made.text());
  await ada.page.getByRole("link", { name: /^recipes/ }).click();
  await ada.page.getByRole("button", { name: "New post" }).click();
  await ada.page.getByLabel("Title").fill("Pancakes");
  await ada.page.getByLabel("What you want to say").fill("Flour, milk, eggs.");
  await ada.page.getByLabel("sweet").check();
  await ada.page.getByRole("button", { name: "Post", exact: true }).click();
  await messages(ada).getByText("Flour, milk, eggs.").waitFor();
  await ben.page.getByRole("link", { name: /^recipes/ }).click();
  await ben.page.getByRole("link", { name: /Pancakes.*sweet/ }).click();
  await messages(ben).getByText("Flour, milk, eggs.").waitFor();
  await picture(ben.page, "forum-post-light");
});

test("a long history is read upwards, with few elements at a time", { skip }, async () => {
  await ben.page.goto(`${BASE}/channels/@me`);
  await ben.page.getByRole("link", { name: new RegExp(`^${adasName}`) }).click();
  await composer(ben).waitFor();
  const token = await ben.page.evaluate(() => localStorage.getItem("guildhall.token"));
  const channel = new URL(ben.page.url()).pathname.split("/").at(-1);
  for (let index = 0; index < 120; index++) {
    for (;;) {
      const answer = await fetch(`${BASE}/api/v10/channels/${channel}/messages`, {
        method: "POST",
        headers: { Authorization: token, "Content-Type": "application/json" },
        body: JSON.stringify({ content: `line ${index}` }),
      });
      if (answer.ok) break;
      assert.equal(answer.status, 429, await answer.clone().text());
      const { retry_after: seconds } = await answer.json();
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
  await messages(ben).getByText("line 119", { exact: true }).waitFor();
  await messages(ben).hover();
  await eventually("the beginning is there", async () => {
    await ben.page.mouse.wheel(0, -2000);
    return ben.page.getByText("This is the beginning of your conversation").isVisible();
  });
  await messages(ben).getByText("between us").waitFor();
  await eventually("few elements are left", async () => (await messages(ben).getByRole("article").count()) < 80);
  await ben.page.getByRole("button", { name: "Jump to the newest" }).click();
  await messages(ben).getByText("line 119", { exact: true }).waitFor();
});

test("language, theme and text size are the person's choice", { skip }, async () => {
  await ben.page.goto(`${BASE}/settings`);
  await ben.page.getByLabel("Theme").selectOption("contrast");
  await ben.page.getByLabel("Language").selectOption("zh-CN");
  await ben.page.getByRole("heading", { name: "设置" }).waitFor();
  await ben.page.reload();
  await ben.page.getByRole("heading", { name: "设置" }).waitFor();
  assert.equal(await ben.page.evaluate(() => document.documentElement.dataset.theme), "contrast");
  await picture(ben.page, "settings-contrast-chinese");
});

test("nothing stands in the way of those who hear the page or use keys alone", { skip }, async () => {
  for (const theme of ["dark", "light", "contrast"]) {
    await ada.page.evaluate((chosen) => localStorage.setItem("guildhall.preferences", JSON.stringify({ theme: chosen })), theme);
    for (const path of ["/channels/@me", "/settings", "/login?stay"]) {
      await ada.page.goto(BASE + path);
      await ada.page.getByRole("main").first().waitFor();
      assert.deepEqual(await barriers(ada.page), [], `${theme} ${path}`);
    }
    await ada.page.getByRole("link", { name: /The Long Table/ }).click();
    await composer(ada).waitFor();
    await messages(ada).getByRole("article").first().waitFor();
    assert.deepEqual(await barriers(ada.page), [], `${theme} channel`);
  }
});

test("a telephone shows the same", { skip }, async () => {
  await ada.page.setViewportSize({ width: 390, height: 800 });
  await picture(ada.page, "phone-channel");
  await ada.page.getByRole("button", { name: "Channels" }).click();
  await ada.page.getByRole("link", { name: /kitchen/ }).click();
  await messages(ada).getByText("who cooks?").waitFor();
  assert.equal(await ada.page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

test("one logs out, and in again", { skip }, async () => {
  await ada.page.setViewportSize({ width: 1280, height: 800 });
  await ada.page.goto(`${BASE}/settings`);
  await ada.page.getByRole("button", { name: "Log out" }).click();
  await ada.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await ada.page.getByLabel("Email").fill(`${adasName}@example.com`);
  await ada.page.getByLabel("Password").fill("not the passphrase");
  await ada.page.getByRole("button", { name: "Log in" }).click();
  await ada.page.getByRole("alert").filter({ hasText: /./ }).waitFor();
  await ada.page.getByLabel("Password").fill("a long enough passphrase");
  await ada.page.getByRole("button", { name: "Log in" }).click();
  await ada.page.getByRole("link", { name: "The Long Table" }).waitFor();
});

test("no page complained", { skip }, () => {
  const expected = /Failed to load resource|WebSocket connection .* failed|ERR_INTERNET_DISCONNECTED/;
  assert.deepEqual(house.complaints().filter((complaint) => !expected.test(complaint)), []);
});
