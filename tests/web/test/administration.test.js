// Somebody looks after the whole instance, by the pages for that alone; others meet what they decide.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asked, barriers, BASE, BROWSER, eventually, open, picture, register, tokenOf } from "../support/browser.js";
import { operate, OPERATES } from "../support/operator.js";
import { api, newGuild } from "../support/people.js";

const skip = BROWSER ? (OPERATES ? false : "no secret: set GUILDHALL_MAIL to that of the instance") : "no Chromium: install Debian's package chromium";
const POLICIES = { registration: "open", email_required: false, proof_of_work_bits: 0, description: "" };
let house;
let ada;
let ben;
let adasName;
let bensName;
let guild;
let channel;
const page = () => ada.page;
const dialog = (somebody = ada) => somebody.page.getByRole("dialog");
const tab = (name) => page().getByRole("navigation", { name: "Instance" }).getByRole("link", { name, exact: true });
const saved = () => page().getByText("Saved.").first().waitFor();

async function holds(name) {
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), `administration-${name}-dark`);
}

before(async () => {
  if (skip) return;
  house = await open();
  ada = await house.person();
  ben = await house.person({ theme: "light" });
  adasName = await register(page(), "keeper");
  bensName = await register(ben.page, "seller");
  ({ guild, channel } = await newGuild(await tokenOf(ben.page), "The Market"));
  const { code } = await api(await tokenOf(ben.page), "POST", `/channels/${channel}/invites`, {});
  await api(await tokenOf(page()), "POST", `/invites/${code}`, {});
});

after(async () => {
  if (!skip) await operate("PATCH", "/admin/settings", POLICIES);
  await house?.close();
});

test("whoever looks after nothing is shown no way there, and nothing at its address", { skip }, async () => {
  await page().goto(`${BASE}/settings`);
  await page().getByRole("link", { name: "Make bots and other programs" }).waitFor();
  await page().getByRole("heading", { name: "Leaving" }).waitFor();
  assert.equal(await page().getByRole("link", { name: "Look after this instance" }).count(), 0);
  await page().goto(`${BASE}/administration/policies`);
  await page().getByText("You do not look after this").waitFor();
  assert.equal(await page().getByRole("navigation", { name: "Instance" }).getByRole("link").count(), 0);
  assert.deepEqual(await barriers(page()), []);
});

test("moderators see what is theirs, administrators all", { skip }, async () => {
  const { id } = await api(await tokenOf(page()), "GET", "/users/@me");
  await operate("PUT", `/admin/administrators/${id}`, { role: "moderator" });
  await page().goto(`${BASE}/settings`);
  await page().getByRole("link", { name: "Look after this instance" }).click();
  await tab("Reports").waitFor();
  assert.deepEqual(await page().getByRole("navigation", { name: "Instance" }).getByRole("link").allTextContents(), ["Reports", "People", "Servers"]);
  await operate("PUT", `/admin/administrators/${id}`, { role: "administrator" });
  await page().reload();
  await tab("Journal").waitFor();
  await tab("Who looks after it").click();
  await page().getByRole("list", { name: "Who looks after it" }).getByText(adasName).waitFor();
  await holds("administrators");
});

test("everybody is told something, puts it away, and is told no more", { skip }, async () => {
  await tab("Announcements").click();
  await page().getByLabel("What everybody is to know").fill("The hall is painted tonight.");
  await page().getByLabel("For how long").selectOption("a day");
  await page().getByRole("button", { name: "Announce" }).click();
  await page().getByRole("main").getByRole("list", { name: "Announcements" }).getByText("The hall is painted tonight.").waitFor();
  await ben.page.reload();
  const bar = ben.page.getByRole("region", { name: "Announcements" });
  await bar.getByText("The hall is painted tonight.").waitFor();
  await ben.page.getByRole("heading", { name: "Friends" }).first().waitFor();
  assert.deepEqual(await barriers(ben.page), []);
  await picture(ben.page, "announcement-light");
  await bar.getByRole("button", { name: "Put this announcement away" }).click();
  await bar.waitFor({ state: "detached" });
  await ben.page.reload();
  await ben.page.getByRole("heading", { name: "Friends" }).first().waitFor();
  assert.equal(await bar.count(), 0);
  await holds("announcements");
  await page().getByRole("button", { name: "Take away" }).click();
  await page().getByText("There are no announcements.").waitFor();
});

test("a message is reported by the keyboard alone, and the report is settled", { skip }, async () => {
  await api(await tokenOf(ben.page), "POST", `/channels/${channel}/messages`, { content: "Buy my <b>miracle</b> water!" });
  await page().goto(`${BASE}/channels/${guild}/${channel}`);
  await page().getByRole("log").getByText("miracle").waitFor();
  await page().getByRole("log").getByRole("article").last().focus();
  await page().keyboard.press("!");
  await dialog().getByRole("radio", { name: "Spam or scams" }).waitFor();
  assert.deepEqual(await barriers(page()), []);
  await picture(page(), "report-dark");
  await dialog().getByRole("radio", { name: "Spam or scams" }).check();
  await dialog().getByLabel("What else they should know").fill("Every day.");
  await page().keyboard.press("Tab");
  await page().keyboard.press("Tab");
  await page().keyboard.press("Enter");
  await page().getByText("Somebody will look at it.").waitFor();

  await page().goto(`${BASE}/administration`);
  const reports = page().getByRole("main").getByRole("list", { name: "Reports" });
  const report = reports.getByRole("article").filter({ hasText: bensName });
  await report.getByText("Buy my <b>miracle</b> water!").waitFor();
  await report.getByText("They say: Every day.").waitFor();
  await holds("reports");
  await report.getByRole("button", { name: "Resolve" }).click();
  await dialog().getByLabel("Note").fill("Told him once.");
  await dialog().getByRole("button", { name: "Resolve" }).click();
  await report.waitFor({ state: "detached" });
  await page().getByLabel("Which").selectOption("Settled ones");
  await report.getByText("Note: Told him once.").waitFor();
  await report.getByRole("button", { name: "Open again" }).click();
  await dialog().getByRole("button", { name: "Open again" }).click();
  await report.waitFor({ state: "detached" });
});

test("a person is reported from their profile, and a server from its menu", { skip }, async () => {
  await page().goto(`${BASE}/channels/${guild}/${channel}`);
  await page().getByRole("log").getByRole("button", { name: bensName }).first().click();
  await dialog().getByRole("button", { name: "Report person" }).click();
  await dialog().getByRole("radio", { name: "Something else", exact: true }).check();
  await dialog().getByRole("button", { name: "Send the report" }).click();
  await page().getByText("Somebody will look at it.").first().waitFor();
  await page().getByRole("button", { name: "The Market, server menu" }).click();
  await page().getByRole("menuitem", { name: "Report server" }).click();
  await dialog().getByRole("radio", { name: "Hate" }).check();
  await dialog().getByRole("button", { name: "Send the report" }).click();
  await dialog().waitFor({ state: "detached" });
  const open = await asked("/admin/reports", await tokenOf(page()), (all) => all.length >= 3);
  assert.deepEqual(open.slice(0, 2).map(({ subject, reason }) => [subject, reason]), [["guild", "hate"], ["user", "other"]]);
});

test("somebody is found, kept out, given another password, and let in again", { skip }, async () => {
  await page().goto(`${BASE}/administration/people`);
  await page().getByLabel("Username, address or id").fill("nobody.like.that");
  await page().getByRole("button", { name: "Find" }).click();
  await page().getByText("There is nobody like that.").waitFor();
  await page().getByLabel("Username, address or id").fill(bensName);
  await page().getByRole("button", { name: "Find" }).click();
  const account = page().getByRole("region", { name: bensName });
  await account.getByRole("link", { name: "The Market" }).waitFor();
  await holds("people");
  await account.getByRole("button", { name: "Disable" }).click();
  await dialog().getByLabel("Reason").fill("sells things");
  await dialog().getByRole("button", { name: "Disable" }).click();
  await ben.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  await account.getByRole("button", { name: "Enable" }).click();
  await dialog().getByRole("button", { name: "Enable" }).click();
  await account.getByRole("button", { name: "Disable" }).waitFor();
  await account.getByRole("button", { name: "Another password" }).click();
  await dialog().getByRole("button", { name: "Another password" }).click();
  const password = await dialog().getByLabel("New password").inputValue();
  assert.ok(password.length >= 16, password);
  await page().keyboard.press("Escape");
  await ben.page.getByLabel("Email or username").fill(bensName);
  await ben.page.getByLabel("Password").fill(password);
  await ben.page.getByRole("button", { name: "Log in" }).click();
  await ben.page.getByRole("navigation", { name: "Servers" }).getByRole("link", { name: /The Market/ }).waitFor();
});

test("somebody is named to help, and named no more", { skip }, async () => {
  const account = page().getByRole("region", { name: bensName });
  await account.getByLabel("What they look after here").selectOption("moderator");
  await saved();
  await tab("Who looks after it").click();
  await page().getByRole("button", { name: `Take the role away: ${bensName}` }).click();
  await dialog().getByRole("button", { name: "Take the role away" }).click();
  await page().getByRole("main").getByText(bensName).waitFor({ state: "detached" });
});

test("a server is found, suspended, and comes back", { skip }, async () => {
  await ben.page.goto(`${BASE}/channels/${guild}/${channel}`);
  await ben.page.getByRole("log").waitFor();
  await tab("Servers").click();
  await page().getByLabel("Id, or the code of an invite").fill(guild);
  await page().getByRole("button", { name: "Find" }).click();
  const record = page().getByRole("region", { name: "The Market" });
  await record.getByRole("button", { name: "Suspend" }).click();
  await dialog().getByLabel("Reason").fill("quiet for a while");
  await dialog().getByRole("button", { name: "Suspend" }).click();
  await record.getByText("suspended").waitFor();
  await ben.page.getByText("This server is not available right now.").waitFor();
  await holds("servers");
  await record.getByRole("button", { name: "Restore" }).click();
  await dialog().getByRole("button", { name: "Restore" }).click();
  await record.getByText("in use").waitFor();
  await eventually("the server is back", async () => (await api(await tokenOf(ben.page), "GET", `/guilds/${guild}`).catch(() => null)) !== null);
});

test("who comes in needs an invitation and does some work, as the policies say", { skip }, async () => {
  await tab("Policies").click();
  await page().getByLabel("Accounts are made by").selectOption("whoever has an invitation");
  await page().getByLabel("Bits of work that a browser proves").fill("12");
  await page().getByLabel("Description").fill("A hall for everybody.");
  await page().getByRole("button", { name: "Save" }).click();
  await saved();
  await holds("policies");
  await page().reload();
  assert.equal(await page().getByLabel("Accounts are made by").inputValue(), "invitation");
  await tab("Invitations").click();
  await page().getByRole("button", { name: "Make an invitation" }).click();
  const invitations = page().getByRole("main").getByRole("list", { name: "Invitations" });
  await invitations.getByText("0 of 1 used").first().waitFor();
  await holds("invitations");
  await invitations.getByRole("button", { name: /^Copy link: / }).first().click();
  await page().getByText("Copied").first().waitFor();
  const link = await page().evaluate(() => navigator.clipboard.readText());

  const { page: newcomer } = await house.person();
  const fill = async (name) => {
    await newcomer.getByLabel("Username").fill(name);
    await newcomer.getByLabel("Password").fill("a long enough passphrase");
    await newcomer.getByLabel("Date of birth").fill("1990-05-17");
    await newcomer.getByRole("button", { name: "Register" }).click();
  };
  await newcomer.goto(`${BASE}/register`);
  await newcomer.getByLabel("Invitation").fill("no-such-code");
  await fill(`uninvited${process.pid}`);
  await newcomer.getByRole("alert").filter({ hasText: /./ }).waitFor();
  assert.deepEqual(await barriers(newcomer), []);
  await picture(newcomer, "register-by-invitation-dark");
  await newcomer.goto(link);
  assert.match(await newcomer.getByLabel("Invitation").inputValue(), /./);
  await fill(`invited${process.pid}`);
  await newcomer.getByRole("heading", { name: "Friends" }).first().waitFor();

  await operate("PATCH", "/admin/settings", { registration: "closed" });
  const { page: late } = await house.person();
  await eventually("the page says that nobody comes in", async () => {
    await late.goto(`${BASE}/register`);
    await late.getByRole("heading", { name: "Create an account" }).waitFor();
    return (await late.getByText("No accounts are made here at the moment.").count()) === 1;
  });
  assert.deepEqual(await barriers(late), []);
});

test("all that was done is in the journal", { skip }, async () => {
  await tab("Journal").click();
  const journal = page().getByRole("main").getByRole("list", { name: "Journal" });
  await journal.getByText("suspendGuild").first().click();
  await journal.getByText("quiet for a while").first().waitFor();
  await holds("journal");
});

test("every page of it holds from right to left and on a phone", { skip }, async () => {
  for (const name of ["reports", "people", "servers", "announcements", "invitations", "policies", "administrators", "journal"]) {
    await page().goto(`${BASE}/administration/${name}`);
    await page().getByRole("navigation", { name: "Instance" }).getByRole("link").first().waitFor();
    for (const width of [1280, 390]) {
      await page().setViewportSize({ width, height: 800 });
      await page().evaluate(() => (document.documentElement.dir = "rtl"));
      assert.equal(await page().evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${name} at ${width}`);
      assert.deepEqual(await barriers(page()), [], `${name} at ${width}`);
    }
  }
  await page().setViewportSize({ width: 1280, height: 800 });
});

test("no page complained", { skip }, () => {
  const expected = /Failed to load resource/;
  assert.deepEqual(house.complaints().filter((complaint) => !expected.test(complaint)), []);
});
