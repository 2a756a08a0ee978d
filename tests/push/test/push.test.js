import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { house } from "../support/house.js";
import { receiver } from "../support/receiver.js";

let home;
let service;
let ada;
let ben;
let phone;
let guild;
let channel;
let direct;

const about = (message) => (shown) => shown.subject_id === message.id;
const write = (author, where, content, more = {}) => author.call("POST", `/channels/${where}/messages`, { content, ...more });
const settings = (body) => ben.call("PATCH", `/users/@me/guilds/${guild.id}/settings`, body);

/** What was said before this is told by then, if it ever is. */
async function isNotTold(message, where = direct) {
  const last = await write(ada, where, `last <@${ben.id}>`);
  await phone.told(about(last));
  assert.deepEqual(phone.got.filter((one) => about(message)(one.shown)), []);
}

/** Waits for so many more requests, so that what changes after it is seen by the next attempt. */
async function refused(count) {
  const before = service.requests;
  while (service.requests < before + count) await pause(50);
}

before(async () => {
  home = await house();
  ada = await home.person("ada");
  ben = await home.person("ben");
  const { application_server_key: key } = await ada.call("GET", "/push/key");
  service = await receiver(key);
  phone = service.device();
  await ben.call("POST", "/users/@me/devices", phone.registration());
  guild = await ada.call("POST", "/guilds", { name: "Push" });
  channel = (await ada.call("GET", `/guilds/${guild.id}/channels`)).find((one) => one.type === 0).id;
  const { code } = await ada.call("POST", `/channels/${channel}/invites`, {});
  await ben.call("POST", `/invites/${code}`, {});
  await settings({ message_notifications: 1 });
  direct = (await ada.call("POST", "/users/@me/channels", { recipients: [ben.id] })).id;
});

after(async () => {
  service?.close();
  await home?.close();
});

test("a private message is told, encrypted and signed, with who wrote it and how much waits", async () => {
  const message = await write(ada, direct, "are you there?");
  const [{ shown, headers }] = await phone.told(about(message));
  assert.equal(shown.reason, "PRIVATE_MESSAGE");
  assert.equal(shown.content, "are you there?");
  assert.equal(shown.author.id, ada.id);
  assert.equal(shown.channel_id, direct);
  assert.equal(shown.guild_id, null);
  assert.ok(shown.badge >= 1);
  assert.equal(headers.urgency, "high");
  assert.equal(headers["content-encoding"], "aes128gcm");
});

test("in a guild mentions, replies and roles are told, and other messages are not", async () => {
  const other = await write(ada, channel, "nothing for anybody");
  const named = await write(ada, channel, `for <@${ben.id}>`);
  assert.equal((await phone.told(about(named)))[0].shown.reason, "MENTION");
  const question = await write(ben, channel, "a question");
  const reply = await write(ada, channel, "an answer", { message_reference: { message_id: question.id } });
  assert.equal((await phone.told(about(reply)))[0].shown.reason, "REPLY");
  const role = await ada.call("POST", `/guilds/${guild.id}/roles`, { name: "crew", mentionable: true });
  await ada.call("PUT", `/guilds/${guild.id}/members/${ben.id}/roles/${role.id}`);
  const crew = await write(ada, channel, `<@&${role.id}>`);
  const [{ shown, headers }] = await phone.told(about(crew));
  assert.equal(shown.reason, "ROLE_MENTION");
  assert.equal(headers.urgency, "normal");
  assert.ok(headers.topic.length <= 32);
  await isNotTold(other, channel);
});

test("everyone is told of what is for everyone, unless they do not want it", async () => {
  const all = await write(ada, channel, "@everyone");
  assert.equal((await phone.told(about(all)))[0].shown.reason, "EVERYONE_MENTION");
  await settings({ suppress_everyone: true });
  await isNotTold(await write(ada, channel, "@everyone again"), channel);
  await settings({ suppress_everyone: false, muted: true });
  await isNotTold(await write(ada, channel, "@everyone in vain"), channel);
  await settings({ muted: false, message_notifications: 0 });
  const any = await write(ada, channel, "anything");
  const [{ shown, headers }] = await phone.told(about(any));
  assert.equal(shown.reason, "CHANNEL_MESSAGE");
  assert.equal(headers.urgency, "low");
  await isNotTold(await write(ada, channel, "quietly", { flags: 4096 }), channel);
  await settings({ message_notifications: 1 });
});

test("who follows a thread is told of it", async () => {
  const thread = await ada.call("POST", `/channels/${channel}/threads`, { name: "thread", type: 11 });
  const before = await write(ada, thread.id, "before");
  await ben.call("PUT", `/channels/${thread.id}/thread-members/@me`);
  const message = await write(ada, thread.id, "after");
  assert.equal((await phone.told(about(message)))[0].shown.reason, "THREAD_MESSAGE");
  await isNotTold(before, channel);
});

test("a request to become friends is told", async () => {
  const carl = await home.person("carl");
  await carl.call("POST", "/users/@me/relationships", { username: ben.username });
  const [{ shown }] = await phone.told((one) => one.subject_id === carl.id);
  assert.equal(shown.reason, "FRIEND_REQUEST");
  assert.equal(shown.author.id, carl.id);
});

test("whoever is in a group is told of it, until they leave", async () => {
  const others = [await home.person("dora"), await home.person("emil")];
  for (const other of others) {
    await home.befriend(ben, other);
    const [{ shown }] = await phone.told((one) => one.subject_id === other.id);
    assert.equal(shown.reason, "FRIEND_ACCEPTED");
  }
  const group = await ben.call("POST", "/users/@me/channels", { recipients: others.map((other) => other.id) });
  const message = await write(others[0], group.id, "hello, all");
  const [{ shown }] = await phone.told(about(message));
  assert.deepEqual([shown.reason, shown.channel_id, shown.guild_id], ["PRIVATE_MESSAGE", group.id, null]);
  await ben.call("DELETE", `/channels/${group.id}`);
  await isNotTold(await write(others[0], group.id, "without one"));
});

test("who is interested in an event is told when it begins, unless events are muted", async () => {
  const begin = async (muted) => {
    await settings({ mute_scheduled_events: muted });
    const event = await ada.call("POST", `/guilds/${guild.id}/scheduled-events`, {
      name: "A concert",
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: "outside" },
      scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
      scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
    });
    await ben.call("PUT", `/guilds/${guild.id}/scheduled-events/${event.id}/users/@me`);
    await ada.call("PATCH", `/guilds/${guild.id}/scheduled-events/${event.id}`, { status: 2 });
    return event;
  };
  const [{ shown, headers }] = await phone.told(about(await begin(false)));
  assert.deepEqual([shown.reason, shown.event, shown.guild_id, shown.channel_id], ["EVENT_START", "A concert", guild.id, null]);
  assert.equal(headers.urgency, "normal");
  await isNotTold(await begin(true), channel);
  await settings({ mute_scheduled_events: false });
});

test("what was edited meanwhile is told as it is, and what was deleted or read is not", async () => {
  service.answer = () => ({ status: 503, headers: { "retry-after": "1" } });
  const edited = await write(ada, direct, "first");
  const deleted = await write(ada, direct, "gone");
  await refused(2);
  await ada.call("PATCH", `/channels/${direct}/messages/${edited.id}`, { content: "second" });
  await ada.call("DELETE", `/channels/${direct}/messages/${deleted.id}`);
  service.answer = () => ({ status: 201 });
  assert.equal((await phone.told(about(edited)))[0].shown.content, "second");
  await isNotTold(deleted);
  service.answer = () => ({ status: 503, headers: { "retry-after": "2" } });
  const read = await write(ada, direct, "read elsewhere");
  await refused(1);
  await ben.call("POST", `/channels/${direct}/messages/${read.id}/ack`, { token: null });
  service.answer = () => ({ status: 201 });
  await isNotTold(read);
});

test("an overloaded push service is left alone for as long as it asks, and then has everything once", async () => {
  let refusals = 2;
  service.answer = () => (refusals-- > 0 ? { status: 429, headers: { "retry-after": "1" } } : { status: 201 });
  const messages = [];
  for (let count = 0; count < 5; count++) messages.push(await write(ada, direct, `message ${count}`));
  for (const message of messages) assert.equal((await phone.told(about(message))).length, 1);
  service.answer = () => ({ status: 201 });
});

test("a device that hides content is told that there is something, and one without keys is woken", async () => {
  const hidden = service.device();
  await ben.call("POST", "/users/@me/devices", hidden.registration({ hide_content: true }));
  const bare = service.device();
  await ben.call("POST", "/users/@me/devices", { provider: "unifiedpush", token: bare.address });
  const message = await write(ada, direct, "a secret");
  const [{ shown }] = await hidden.told(about(message));
  assert.deepEqual([shown.content, shown.author], [undefined, undefined]);
  assert.deepEqual((await bare.told())[0].shown, {});
  await ben.call("DELETE", "/users/@me/devices", { provider: "webpush", token: hidden.address });
  await ben.call("DELETE", "/users/@me/devices", { provider: "unifiedpush", token: bare.address });
});

test("a device goes when its push service knows it no more, and with its login", async () => {
  const gone = service.device();
  await ben.call("POST", "/users/@me/devices", gone.registration());
  service.answer = (request, device) => ({ status: device === gone ? 410 : 201 });
  await write(ada, direct, "to one who is gone");
  while ((await ben.call("GET", "/users/@me/devices")).length !== 1) await pause(50);
  service.answer = () => ({ status: 201 });
  const { token } = await home.done(null, "POST", "/auth/login", { login: ben.username, password: "a long enough passphrase" });
  await home.done(token, "POST", "/users/@me/devices", service.device().registration());
  assert.equal((await ben.call("GET", "/users/@me/devices")).length, 2);
  await home.done(token, "POST", "/auth/logout", {});
  const [left] = await ben.call("GET", "/users/@me/devices");
  assert.equal(left.current, true);
});

test("nothing that is a secret stands in the log", () => {
  assert.ok(!home.lines().includes(new URL(phone.address).pathname));
  assert.ok(!home.lines().includes(phone.registration().keys.auth));
});
