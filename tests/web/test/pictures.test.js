// The pictures of README and docs, from the running product. They are written when GUILDHALL_DOCS names where to; the way there is walked each time.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BASE, BROWSER, open } from "../support/browser.js";
import { operate, OPERATES } from "../support/operator.js";
import { api, newcomer, newGuild } from "../support/people.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
const FOLDER = process.env.GUILDHALL_DOCS;
const SIZE = { width: 1000, height: 620 };
let house;
let place;
let token;

before(async () => {
  if (!skip) house = await open();
});

after(() => house?.close());

async function picture(page, name) {
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

async function somebody(theme) {
  const { page } = await house.person({ ...SIZE, theme });
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
  return page;
}

test("a server in which people talk", { skip }, async () => {
  token = await newcomer("ada");
  place = await newGuild(token, "Bakers' Row");
  await api(token, "PATCH", "/users/@me", { global_name: "Ada" });
  const guest = await newcomer("ben");
  await api(guest, "PATCH", "/users/@me", { global_name: "Ben" });
  const { code } = await api(token, "POST", `/channels/${place.channel}/invites`, {});
  await api(guest, "POST", `/invites/${code}`, {});
  for (const name of ["oven-times", "recipes", "market-day"]) await api(token, "POST", `/guilds/${place.guild}/channels`, { name, type: 0 });
  const say = (own, content, more = {}) => api(own, "POST", `/channels/${place.channel}/messages`, { content, ...more });
  await say(token, "The **big oven** is free from six. Who needs it?");
  const asked = await say(guest, "Me, for the rye. Forty loaves, so about two hours.");
  await say(token, "Good. Then the list is:\n1. Ben, rye, six to eight\n2. me, plaits, from eight\n> and nobody opens the door before `20:15`");
  await say(guest, "Written down.", { message_reference: { message_id: asked.id } });
  const page = await somebody("dark");
  await page.goto(`${BASE}/channels/${place.guild}/${place.channel}`);
  await page.getByRole("log").getByText("Written down.").waitFor();
  await page.getByRole("complementary", { name: "Members" }).getByText("Ben").waitFor();
  await picture(page, "channel");
});

test("the first steps, in the light theme", { skip }, async () => {
  const { page } = await house.person({ ...SIZE, theme: "light" });
  await page.goto(`${BASE}/login`);
  const fresh = await newcomer("cleo");
  await api(fresh, "PATCH", "/users/@me", { global_name: "Cleo" });
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), fresh);
  await page.goto(`${BASE}/channels/@me`);
  await page.getByRole("heading", { name: "First steps" }).waitFor();
  await picture(page, "first-steps");
});

test("a rule that keeps words out", { skip }, async () => {
  const page = await somebody("dark");
  await page.goto(`${BASE}/channels/${place.guild}/settings/automod`);
  await page.getByRole("button", { name: "Create a rule" }).click();
  await page.getByLabel("Name of the rule").fill("No burnt bread");
  await page.getByLabel(/^Words, one a line/).fill("burnt*\ncharred");
  await picture(page, "rules");
});

test("the queue of reports", { skip: skip || (OPERATES ? false : "no secret: set GUILDHALL_MAIL to that of the instance") }, async () => {
  const { id } = await api(token, "GET", "/users/@me");
  await operate("PUT", `/admin/administrators/${id}`, { role: "administrator" });
  const stranger = await newcomer("mallory");
  const { code } = await api(token, "POST", `/channels/${place.channel}/invites`, {});
  await api(stranger, "POST", `/invites/${code}`, {});
  const message = await api(stranger, "POST", `/channels/${place.channel}/messages`, { content: "Double your flour in a day! Ask me how." });
  await api(token, "POST", "/reporting/message", { breadcrumbs: [1, 10], channel_id: place.channel, message_id: message.id, comment: "The third time this week." });
  const page = await somebody("dark");
  await page.goto(`${BASE}/administration/reports`);
  await page.getByText("The third time this week.").first().waitFor();
  await picture(page, "reports");
});
