// Messages that are more than a text: questions, stickers, copies for other places.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, BASE, BROWSER, eventually, open, picture, register, tokenOf } from "../support/browser.js";
import { api } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
let house;
let ada;
let ben;

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light" });
});

after(() => house?.close());

const composer = (person) => person.page.getByRole("textbox", { name: /^Message / });
const messages = (person) => person.page.getByRole("log");

async function say(person, text) {
  await composer(person).fill(text);
  await composer(person).press("Enter");
}

test("two people meet in a server", { skip }, async () => {
  await register(ada.page, "asker");
  await ada.page.getByRole("button", { name: "Add a server" }).click();
  await ada.page.getByLabel("Server name").fill("The Market");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await composer(ada).waitFor();
  await ada.page.getByRole("button", { name: "The Market, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Invite people" }).click();
  const link = await ada.page.getByLabel("Invite link or code").inputValue();
  await ada.page.keyboard.press("Escape");
  await register(ben.page, "voter");
  await ben.page.goto(link);
  await ben.page.getByRole("button", { name: "Accept invite" }).click();
  await composer(ben).waitFor();
});

test("a question is asked, answered, and ended", { skip }, async () => {
  await ada.page.getByRole("button", { name: "Ask a question" }).click();
  await ada.page.getByLabel("Question", { exact: true }).fill("Tea or coffee?");
  await ada.page.getByLabel("Answer 1").fill("Tea");
  await ada.page.getByLabel("Answer 2").fill("Coffee");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Ask" }).click();
  const asked = (person) => person.page.getByRole("region", { name: "Tea or coffee?" });
  await asked(ben).getByLabel(/Tea/).check();
  await asked(ben).getByRole("button", { name: "Vote" }).click();
  await asked(ben).getByRole("button", { name: "Take my vote back" }).waitFor();
  await asked(ada).getByText("1 vote ·").waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await picture(ben.page, "poll-light");
  await asked(ben).getByRole("button", { name: "Take my vote back" }).click();
  await asked(ada).getByText("0 votes ·").waitFor();
  await asked(ada).getByLabel(/Coffee/).check();
  await asked(ada).getByRole("button", { name: "Vote" }).click();
  await asked(ben).getByText("1 vote ·").waitFor();
  await asked(ada).getByRole("button", { name: "End it now" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "End it now" }).click();
  await asked(ben).getByText("It is over.").waitFor();
});

test("a sticker is sent", { skip }, async () => {
  const token = await ada.page.evaluate(() => localStorage.getItem("guildhall.token"));
  const guild = new URL(ada.page.url()).pathname.split("/")[2];
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: "apple", description: "an apple", tags: "apple" })) form.append(name, value);
  form.append("file", new Blob([Buffer.from(PNG, "base64")], { type: "image/png" }), "apple.png");
  const made = await fetch(`${BASE}/api/v10/guilds/${guild}/stickers`, { method: "POST", headers: { Authorization: token }, body: form });
  assert.equal(made.status, 201, await made.text());
  await ada.page.getByRole("button", { name: "Add a reaction" }).last().click();
  await ada.page.getByRole("button", { name: "Send the sticker apple" }).click();
  const shown = messages(ben).getByRole("img", { name: "apple" });
  await shown.waitFor();
  await assert.doesNotReject(shown.evaluate((image) => image.decode()));
});

test("an emoji is found by its name and by what is on it", { skip }, async () => {
  await composer(ada).pressSequentially("well done :tad");
  await ada.page.getByRole("option", { name: /tada/ }).waitFor();
  await composer(ada).press("Enter");
  await composer(ada).press("Enter");
  await messages(ben).getByText("well done 🎉").waitFor();
  await messages(ben).getByText("well done 🎉").hover();
  await messages(ben).getByRole("button", { name: "Add a reaction" }).last().click();
  const picker = ben.page.getByRole("dialog", { name: "Add a reaction" });
  await picker.getByRole("button", { name: "Food and drink" }).click();
  await picker.getByRole("button", { name: "🥐" }).waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await picture(ben.page, "emoji-light");
  await picker.getByRole("searchbox", { name: "Find emoji" }).fill("fire engine");
  await picker.getByRole("button", { name: "🚒" }).click();
  await messages(ada).getByRole("button", { name: "🚒, 1 reaction" }).waitFor();
});

test("a message is forwarded", { skip }, async () => {
  await say(ada, "Fresh bread at nine.");
  await messages(ben).getByText("Fresh bread at nine.").waitFor();
  await ada.page.getByRole("button", { name: "The Market, server menu" }).click();
  await ada.page.getByRole("menuitem", { name: "Create channel" }).click();
  await ada.page.getByLabel("Channel name").fill("notices");
  await ada.page.getByRole("button", { name: "Create", exact: true }).click();
  await ada.page.getByRole("heading", { name: "notices" }).first().waitFor();
  await messages(ben).getByText("Fresh bread at nine.").hover();
  await messages(ben).getByRole("button", { name: "Forward" }).last().click();
  await ben.page.getByRole("dialog").getByRole("searchbox").fill("notic");
  await ben.page.getByRole("dialog").getByRole("button", { name: /^notices/ }).click();
  await messages(ada).getByText("Forwarded", { exact: true }).waitFor();
  await messages(ada).getByText("Fresh bread at nine.").waitFor();
  assert.deepEqual(await barriers(ada.page), []);
});

test("what was written is found again", { skip }, async () => {
  const box = ben.page.getByRole("searchbox", { name: "Search" });
  const results = ben.page.getByRole("complementary", { name: "Search results" });
  await ben.page.keyboard.press("Control+f");
  await box.fill("bread");
  // What was just written is found a moment later; whoever asks the same again is shown what is there.
  let turn = 0;
  await eventually("what was just written is found", async () => {
    await box.fill(turn++ % 2 ? "bread " : "bread");
    await box.press("Enter");
    await ben.page.waitForTimeout(500);
    return results.getByText("Fresh bread at nine.").first().isVisible();
  });
  await results.getByRole("link", { name: /^asker/ }).first().click();
  await ben.page.waitForURL(/\/channels\/\d+\/\d+\/\d+$/);
  await box.fill("in:notices from:nobody bread");
  await box.press("Enter");
  await results.getByText("Nothing here is called nobody (from:).").waitFor();
  await box.fill("in:general bread has:poll");
  await box.press("Enter");
  await results.getByText("0 messages").waitFor();
  await box.fill("in:general bread");
  await box.press("Enter");
  await results.getByText("1 message", { exact: true }).waitFor();
  await picture(ben.page, "search-light");
  assert.deepEqual(await barriers(ben.page), []);
  await results.getByRole("button", { name: "Close" }).click();
  await ben.page.getByRole("complementary", { name: "Members" }).waitFor();
});

test("what mentions one is looked through, and done with", { skip }, async () => {
  const token = (person) => person.page.evaluate(() => localStorage.getItem("guildhall.token"));
  const me = await (await fetch(`${BASE}/api/v10/users/@me`, { headers: { Authorization: await token(ben) } })).json();
  const channel = new URL(ada.page.url()).pathname.split("/")[3];
  const said = async (content) => {
    const answer = await fetch(`${BASE}/api/v10/channels/${channel}/messages`, {
      method: "POST",
      headers: { Authorization: await token(ada), "Content-Type": "application/json" },
      body: JSON.stringify({ content }),
    });
    assert.equal(answer.status, 200, await answer.text());
  };
  await said(`<@${me.id}> the oven is hot`);
  await said("@everyone the market closes");
  const inbox = ben.page.getByRole("dialog", { name: "Mentions" });
  await ben.page.getByRole("button", { name: "Mentions" }).click();
  await inbox.getByText("the oven is hot").waitFor();
  await inbox.getByText("the market closes").waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await picture(ben.page, "inbox-light");
  await inbox.getByLabel("Messages to everyone").uncheck();
  await inbox.getByText("the market closes").waitFor({ state: "detached" });
  await inbox.getByRole("button", { name: /^Done with the message/ }).click();
  await inbox.getByText("Nothing mentions you.").waitFor();
  await ben.page.keyboard.press("Escape");
  await inbox.waitFor({ state: "detached" });
  await ben.page.keyboard.press("Control+i");
  await inbox.getByRole("link", { name: /notices/ }).click();
  await ben.page.waitForURL(/\/channels\/\d+\/\d+\/\d+$/);
  await messages(ben).getByText("the market closes").waitFor();
});

test("a program is shown in colours, and as nothing but text", { skip }, async () => {
  const program = 'const size = 42; // <b>not bold</b>\n';
  const [, , , channel] = new URL(ada.page.url()).pathname.split("/");
  await api(await tokenOf(ada.page), "POST", `/channels/${channel}/messages`, { content: `\`\`\`js\n${program}\`\`\`` });
  for (const person of [ada, ben]) {
    await person.page.goto(ada.page.url());
    const block = messages(person).locator("pre code").last();
    await block.locator(".code-keyword").filter({ hasText: "const" }).waitFor();
    assert.equal((await block.textContent()).trim(), program.trim());
    assert.equal(await block.locator("b").count(), 0);
    assert.deepEqual(await barriers(person.page), []);
  }
});

test("no page complained", { skip }, () => {
  assert.deepEqual(house.complaints(), []);
});
