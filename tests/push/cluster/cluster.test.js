import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { kill, start } from "../support/nodes.js";
import { people } from "../support/people.js";
import { receiver } from "../support/receiver.js";

const NODES = ["push-1", "push-2"];
const IN_FLIGHT = 4;
const MESSAGES = 40;

const home = people(process.env.GUILDHALL_API);
let service;
let ada;
let ben;
let phone;
let direct;

const about = (message) => (shown) => shown.subject_id === message.id;
const write = (where, content) => ada.call("POST", `/channels/${where}/messages`, { content });
const told = (messages) => phone.got.filter((one) => messages.some((message) => about(message)(one.shown)));

/** Waits until so many are told, or nothing new was for so long. */
async function toldOf(messages, seconds) {
  for (let quiet = 0, before = -1; quiet < seconds * 10 && told(messages).length < messages.length; quiet++) {
    if (told(messages).length !== before) quiet = 0;
    before = told(messages).length;
    await pause(100);
  }
  // What comes twice comes soon.
  await pause(3000);
  return told(messages);
}

async function burst(count) {
  const sent = [];
  for (let number = 0; number < count; number++) sent.push(await write(direct, `message ${number}`));
  return sent;
}

before(async () => {
  ada = await home.person("ada");
  ben = await home.person("ben");
  const { application_server_key: key } = await ada.call("GET", "/push/key");
  service = await receiver(key);
  phone = service.device();
  await ben.call("POST", "/users/@me/devices", phone.registration());
  await home.befriend(ada, ben);
  direct = (await ada.call("POST", "/users/@me/channels", { recipients: [ben.id] })).id;
  await phone.told(about(await write(direct, "the first")));
});

after(() => service?.close());

test("what is meant for one, and what is meant for everyone, comes through the event log to devices, once", { timeout: 300_000 }, async () => {
  const guild = await ada.call("POST", "/guilds", { name: "Push" });
  const channel = (await ada.call("GET", `/guilds/${guild.id}/channels`)).find((one) => one.type === 0).id;
  const { code } = await ada.call("POST", `/channels/${channel}/invites`, {});
  await ben.call("POST", `/invites/${code}`, {});
  await ben.call("PATCH", `/users/@me/guilds/${guild.id}/settings`, { message_notifications: 1 });
  const message = await write(direct, "are you there?");
  const named = await write(channel, `for <@${ben.id}>`);
  assert.equal((await phone.told(about(message)))[0].shown.content, "are you there?");
  assert.equal((await phone.told(about(named)))[0].shown.reason, "MENTION");
  // Who has a device is looked up once a minute by those who do not hear of it.
  for (let tries = 0; tries < 90; tries++) {
    const all = await write(channel, "@everyone");
    await pause(1000);
    if (told([all]).length === 1) {
      assert.equal(told([all])[0].shown.reason, "EVERYONE_MENTION");
      return;
    }
  }
  assert.fail("nobody is told of what is for everyone");
});

test("while Kafka is dead nothing is lost, and nothing comes twice when it is back", { timeout: 300_000 }, async () => {
  service.answer = () => ({ status: 201, after: 100 });
  const sent = await burst(MESSAGES / 2);
  await kill("kafka");
  sent.push(...(await burst(MESSAGES / 2)));
  await start("kafka");
  const got = await toldOf(sent, 120);
  assert.equal(got.length, sent.length);
  assert.equal(new Set(got.map((one) => one.shown.subject_id)).size, sent.length, "told twice");
});

test("push nodes that are killed in a burst lose no more than was in flight, and tell nothing twice", { timeout: 300_000 }, async () => {
  for (const node of NODES) {
    await kill(node);
    await start(node, { GUILDHALL_PUSH_IN_FLIGHT: String(IN_FLIGHT) });
  }
  service.mostInFlight = 0;
  service.answer = () => ({ status: 201, after: 1000 });
  const sent = await burst(MESSAGES);
  await Promise.all(NODES.map((node) => kill(node)));
  const before = told(sent).length;
  assert.ok(before < MESSAGES, "the burst was over before they were killed");
  service.answer = () => ({ status: 201 });
  for (const node of NODES) await start(node, { GUILDHALL_PUSH_IN_FLIGHT: String(IN_FLIGHT) });
  const got = await toldOf(sent, 60);
  const subjects = new Set(got.map((one) => one.shown.subject_id));
  assert.equal(got.length, subjects.size, "told twice");
  // Who was in flight may be lost: it was written down as told, and nobody knows whether it was.
  const lost = sent.filter((message) => !subjects.has(message.id)).length;
  assert.ok(lost <= NODES.length * IN_FLIGHT, `${lost} were lost`);
  assert.ok(service.mostInFlight <= NODES.length * IN_FLIGHT, `${service.mostInFlight} were in flight`);
  assert.ok(subjects.size > before, "what was waiting came after the start");
});
