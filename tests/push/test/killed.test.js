import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { house } from "../support/house.js";
import { receiver } from "../support/receiver.js";

const IN_FLIGHT = 4;
const MESSAGES = 40;

test("a process that is killed in a burst tells nothing twice, and what it did not send it sends after its next start", { timeout: 300_000 }, async (t) => {
  const home = await house({ "guildhall.push.in-flight": IN_FLIGHT });
  t.after(() => home.close());
  const ada = await home.person("ada");
  const ben = await home.person("ben");
  const { application_server_key: key } = await ada.call("GET", "/push/key");
  const service = await receiver(key);
  t.after(() => service.close());
  const phone = service.device();
  await ben.call("POST", "/users/@me/devices", phone.registration());
  await home.befriend(ada, ben);
  const direct = await ada.call("POST", "/users/@me/channels", { recipients: [ben.id] });
  service.answer = () => ({ status: 201, after: 100 });
  const sent = [];
  for (let count = 0; count < MESSAGES; count++) {
    sent.push((await ada.call("POST", `/channels/${direct.id}/messages`, { content: `message ${count}` })).id);
  }
  while (phone.got.length < MESSAGES / 4) await pause(20);
  await home.kill();
  await home.start();
  assert.equal((await ada.call("GET", "/push/key")).application_server_key, key, "the keys stay");
  service.answer = () => ({ status: 201 });
  // Who was in flight may be lost: it was written down as told, and nobody knows whether it was.
  const subjects = () => new Set(phone.got.map((one) => one.shown.subject_id));
  // What it had not taken in yet lies in its owner's log, where it is looked for every ten seconds.
  // Friends' requests are told as well, so that only messages count.
  const told = () => sent.filter((id) => subjects().has(id)).length;
  for (let quiet = 0, before = -1; quiet < (MESSAGES - before > IN_FLIGHT ? 300 : 60); quiet++) {
    if (told() !== before) quiet = 0;
    before = told();
    if (before === MESSAGES) break;
    await pause(100);
  }
  assert.equal(phone.got.length, subjects().size, "told twice");
  const lost = sent.filter((id) => !subjects().has(id));
  assert.ok(lost.length <= IN_FLIGHT, `${lost.length} were lost`);
  assert.ok(service.mostInFlight <= IN_FLIGHT, `${service.mostInFlight} were in flight`);
});
