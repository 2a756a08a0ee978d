// The first load stays small: what is shown later comes later.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, BROWSER, open } from "../support/browser.js";
import { newcomer, newGuild } from "../support/people.js";
import { MOST_CSS, MOST_JS, noted, weight } from "../support/weight.js";

const skip = BROWSER ? false : "no Chromium: install Debian's package chromium";
let house;

before(async () => {
  if (!skip) house = await open();
});

after(() => house?.close());

test("what has to be there before the first channel is shown weighs little", { skip }, async () => {
  const token = await newcomer("weigher");
  const { guild, channel } = await newGuild(token, "Scales");
  const { page } = await house.person();
  await page.goto(`${BASE}/login`);
  await page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
  const files = noted(page);
  await page.goto(`${BASE}/channels/${guild}/${channel}`);
  await page.getByRole("textbox", { name: /^Message / }).waitFor();
  const js = await weight(files.js);
  const css = await weight(files.css);
  assert.ok(js > 10_000 && js <= MOST_JS, `${js} bytes of JavaScript`);
  assert.ok(css > 1_000 && css <= MOST_CSS, `${css} bytes of CSS`);
});
