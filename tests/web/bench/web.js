/**
 * What the web client weighs and how fast it is, in a real browser. Usage: node bench/web.js [MESSAGES [GUILDS]], against the instance
 * that GUILDHALL_WEB names, which must not limit rates. The last line has the numbers; what weighs too much ends with status 1.
 */
import { BASE, BROWSER, open } from "../support/browser.js";
import { api, newcomer, newGuild, times } from "../support/people.js";
import { MOST_CSS, MOST_JS, noted, weight } from "../support/weight.js";

const MESSAGES = Number(process.argv[2] ?? 100_000);
const GUILDS = Number(process.argv[3] ?? 200);
const AT_ONCE = 16;
const SCROLL_SECONDS = 20;
const BURST_SECONDS = 5;
const BURST = 1000;
/** A frame that took longer than one and a half of sixty in a second was not shown in time. */
const LATE = 25;

/** Notes in the page when READY came and when the first message was painted after it. */
function watch() {
  globalThis.times = {};
  const Real = globalThis.WebSocket;
  globalThis.WebSocket = class extends Real {
    set onmessage(handler) {
      super.onmessage = (event) => {
        if (globalThis.times.ready === undefined && typeof event.data === "string" && event.data.includes('"READY"')) globalThis.times.ready = performance.now();
        handler(event);
      };
    }
  };
  const look = () => {
    if (globalThis.times.ready !== undefined && document.querySelector("[data-message]")) {
      requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.times.painted = performance.now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function comeIn(house, token, path) {
  const person = await house.person();
  await person.page.goto(`${BASE}/login`);
  await person.page.evaluate((own) => localStorage.setItem("guildhall.token", own), token);
  await person.page.addInitScript(watch);
  const files = noted(person.page);
  await person.page.goto(BASE + path);
  await person.page.waitForFunction(() => globalThis.times.painted !== undefined);
  const { ready, painted } = await person.page.evaluate(() => globalThis.times);
  return { ...person, files, painted: painted - ready };
}

/** Scrolls upwards a little each frame, and tells how long each frame took. */
function scrollUp(seconds) {
  return new Promise((resolve) => {
    const list = document.querySelector(".messages");
    const frames = [];
    const end = performance.now() + seconds * 1000;
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      list.scrollTop -= 60;
      if (now < end) requestAnimationFrame(step);
      else resolve(frames);
    };
    requestAnimationFrame(step);
  });
}

/** How long frames take while something else goes on. */
function frames(seconds) {
  return new Promise((resolve) => {
    const taken = [];
    const end = performance.now() + seconds * 1000;
    let last = performance.now();
    const step = (now) => {
      taken.push(now - last);
      last = now;
      if (now < end) requestAnimationFrame(step);
      else resolve(taken);
    };
    requestAnimationFrame(step);
  });
}

async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return Math.round(usedSize / 1_000_000);
}

async function run() {
  const house = await open();
  try {
    const reader = await newcomer("reader");
    const { guild, channel } = await newGuild(reader, "Archive");
    console.log(`writing ${MESSAGES} messages`);
    await times(MESSAGES, AT_ONCE, (index) => api(reader, "POST", `/channels/${channel}/messages`, { content: `message ${index} ${"and some more of it ".repeat(index % 7)}` }));
    const page = await comeIn(house, reader, `/channels/${guild}/${channel}`);
    const js = await weight(page.files.js);
    const css = await weight(page.files.css);

    const before = await heap(page.page);
    const scrolled = await page.page.evaluate(scrollUp, SCROLL_SECONDS);
    const after = await heap(page.page);
    const dropped = (100 * scrolled.filter((taken) => taken > LATE).length) / scrolled.length;
    await page.page.getByRole("button", { name: "Jump to the newest" }).click();
    await page.page.getByRole("button", { name: "Jump to the newest" }).waitFor({ state: "detached" });

    let sent = 0;
    const began = Date.now();
    const watching = page.page.evaluate(frames, BURST_SECONDS);
    await times(BURST * BURST_SECONDS, AT_ONCE, async () => {
      if (Date.now() - began > BURST_SECONDS * 1000) return;
      await api(reader, "POST", `/channels/${channel}/messages`, { content: "burst" });
      sent++;
    });
    const burst = await watching;

    const member = await newcomer("joiner");
    let guilds = 0;
    let last;
    try {
      for (; guilds < GUILDS; guilds++) last = await newGuild(member, `Guild ${guilds}`);
    } catch (refused) {
      // An instance may let one person be in fewer.
      if (refused.status !== 400) throw refused;
    }
    await api(member, "POST", `/channels/${last.channel}/messages`, { content: "here" });
    const many = await comeIn(house, member, `/channels/${last.guild}/${last.channel}`);

    const numbers = {
      js_gzip: js,
      css_gzip: css,
      first_paint_ms: Math.round(page.painted),
      scroll_dropped: `${dropped.toFixed(1)}%`,
      scroll_frames: scrolled.length,
      heap_mb: `${before}/${after}`,
      guilds,
      guilds_paint_ms: Math.round(many.painted),
      burst_per_s: Math.round(sent / BURST_SECONDS),
      burst_longest_frame_ms: Math.round(Math.max(...burst)),
    };
    console.log(`web ${Object.entries(numbers).map(([name, value]) => `${name}=${value}`).join(" ")}`);
    return js <= MOST_JS && css <= MOST_CSS;
  } finally {
    await house.close();
  }
}

if (!BROWSER) {
  console.error("There is no Chromium: install Debian's package chromium.");
  process.exit(1);
}
if (!(await run())) {
  console.error(`The first load may weigh ${MOST_JS} bytes of JavaScript and ${MOST_CSS} of CSS.`);
  process.exit(1);
}
