'use strict';
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { REST } = require('@discordjs/rest');
const { WebSocketManager, CompressionMethod, WebSocketShardEvents } = require('@discordjs/ws');
const { API, world, must, bot, person, join } = require('../support/platform');
const { event, until } = require('../support/clients');
const { Session } = require('../support/session');

describe('the gateway', () => {
  let here;
  before(async () => { here = await world(); });

  const say = content => must(here.owner.token, 'POST', `/channels/${here.guild.text}/messages`, { content });

  for (const [compress, inflater] of [
    [undefined, 'plain'], ['zlib-stream', 'node'], ['zlib-stream', 'pako'], ['zlib-stream', 'fflate'], ['zstd-stream', 'zstd-stream'],
  ]) {
    test(`is understood ${compress ? `as ${compress} by ${inflater}` : 'without compression'}`, async () => {
      const session = await (await new Session(here.bot.token, { compress, inflater }).open()).identify();
      const said = [];
      for (let index = 0; index < 20; index += 1) {
        said.push(`${inflater} ${'ä€𝄞'.repeat(index * 10)} ${index}`);
        await say(said[index]);
      }
      await until('the last message came', () => session.contents().includes(said.at(-1)));
      assert.ok(session.contents().join('\n') === said.join('\n'), 'each message came once, in order and unharmed');
      session.close();
    });
  }

  test('is understood by @discordjs/ws with zlib-stream', async () => {
    const rest = new REST({ api: API, version: '10' }).setToken(here.bot.token);
    const manager = new WebSocketManager({
      token: here.bot.token, intents: 53608447, rest, compression: CompressionMethod.ZlibNative,
    });
    const received = event(manager, WebSocketShardEvents.Dispatch, payload =>
      (payload.data ?? payload).t === 'MESSAGE_CREATE' && (payload.data ?? payload).d.content === 'compressed');
    await manager.connect();
    await say('compressed');
    await received;
    await manager.destroy();
  });

  test('answers heartbeats before and after IDENTIFY', async () => {
    const session = await new Session(here.bot.token).open();
    session.send(1, null);
    await session.frame('HEARTBEAT_ACK', frame => frame.op === 11);
    await session.identify();
    session.frames = [];
    session.send(1, session.sequence);
    await session.frame('HEARTBEAT_ACK', frame => frame.op === 11);
    session.close();
  });

  test('counts the sessions that a bot begins, and none that resumes', async () => {
    const limit = async () => (await must(here.bot.authorization, 'GET', '/gateway/bot')).session_start_limit;
    const session = await (await new Session(here.bot.token).open()).identify();
    const after = await limit();
    assert.ok(after.remaining < after.total);
    assert.ok(after.reset_after > 0 && after.reset_after <= 24 * 3_600_000);
    session.socket.terminate();
    await session.resume();
    assert.equal((await limit()).remaining, after.remaining);
    session.close();
    const next = await (await new Session(here.bot.token).open()).identify();
    assert.equal((await limit()).remaining, after.remaining - 1);
    next.close();
  });

  test('takes a token with and without its scheme, for bots and for people', async () => {
    for (const token of [here.bot.token, `Bot ${here.bot.token}`, here.owner.token]) {
      const session = await (await new Session(token).open()).identify();
      assert.ok(session.ready.user.id);
      assert.ok(session.ready.session_id);
      session.close();
    }
  });

  test('closes with the documented codes', async () => {
    const cases = [
      ['an unknown opcode', 4001, session => session.send(99, null)],
      ['a frame that is no JSON', 4002, session => session.socket.send('{')],
      ['a frame over 4096 bytes', 4002, session => session.socket.send(JSON.stringify({ op: 1, d: 'x'.repeat(5000) }))],
      ['a command before IDENTIFY', 4003, session => session.send(3, { status: 'idle', since: null, activities: [], afk: false })],
      ['a wrong token', 4004, session => session.send(2, { token: 'a.b.c', intents: 0, properties: {} })],
      ['an impossible shard', 4010, session => session.send(2, { token: here.bot.token, intents: 0, properties: {}, shard: [2, 2] })],
      ['unknown intents', 4013, session => session.send(2, { token: here.bot.token, intents: 2 ** 40, properties: {} })],
    ];
    for (const [what, code, act] of cases) {
      const session = await new Session(here.bot.token).open();
      act(session);
      await until(`${what} closes the connection`, () => session.closed);
      assert.equal(session.closed, code, what);
    }
    const twice = await (await new Session(here.bot.token).open()).identify();
    twice.send(2, { token: here.bot.token, intents: 0, properties: {} });
    await until('a second IDENTIFY closes the connection', () => twice.closed);
    assert.equal(twice.closed, 4005);
  });

  test('answers a request for members in chunks, by query, by id and with a nonce', async () => {
    const session = await (await new Session(here.bot.token).open()).identify();
    session.send(8, { guild_id: here.guild.id, query: '', limit: 0, nonce: 'all' });
    const all = await session.dispatch('GUILD_MEMBERS_CHUNK', chunk => chunk.nonce === 'all');
    assert.ok(all.d.members.some(member => member.user.id === here.owner.id));
    assert.equal(all.d.chunk_index, 0);
    session.send(8, { guild_id: here.guild.id, user_ids: [here.owner.id, '1'], nonce: 'some', presences: true });
    const some = await session.dispatch('GUILD_MEMBERS_CHUNK', chunk => chunk.nonce === 'some');
    assert.deepEqual(some.d.members.map(member => member.user.id), [here.owner.id]);
    assert.deepEqual(some.d.not_found, ['1']);
    session.close();
  });

  test('tells a person of presences and typing where it looks, and bots by their intents', async () => {
    const friend = await person('friend');
    await join(here.owner, here.guild.text, friend);
    const [looking, helper] = await Promise.all([here.owner, here.bot].map(async ({ token }) =>
      (await new Session(token).open()).identify()));
    const other = await (await new Session(friend.token).open()).identify();
    const from = looking.dispatches.length;
    const ofFriend = presence => presence.user.id === friend.id;
    const type = () => must(friend.token, 'POST', `/channels/${here.guild.text}/typing`);

    await type();
    other.send(3, { status: 'idle', since: null, activities: [], afk: false });
    await helper.dispatch('TYPING_START', typing => typing.user_id === friend.id);
    await helper.dispatch('PRESENCE_UPDATE', presence => ofFriend(presence) && presence.status === 'idle');
    await must(friend.token, 'POST', `/channels/${here.guild.text}/messages`, { content: 'after both' });
    await looking.dispatch('MESSAGE_CREATE', message => message.content === 'after both');
    assert.ok(!looking.dispatches.slice(from).some(frame => ['TYPING_START', 'PRESENCE_UPDATE'].includes(frame.t)));

    looking.send(14, { guild_id: here.guild.id, typing: true, threads: true, activities: true, members: [friend.id], channels: {} });
    looking.send(8, { guild_id: here.guild.id, user_ids: [friend.id], nonce: 'later' });
    await looking.dispatch('GUILD_MEMBERS_CHUNK', chunk => chunk.nonce === 'later');
    await type();
    await looking.dispatch('TYPING_START', typing => typing.user_id === friend.id);
    other.send(3, { status: 'dnd', since: null, activities: [], afk: false });
    await looking.dispatch('PRESENCE_UPDATE', presence => ofFriend(presence) && presence.status === 'dnd');
    [looking, helper, other].forEach(session => session.close());
  });

  test('tells a person the part of the member list that it looks at, and what changes in it', async () => {
    const friend = await person('friend');
    await join(here.owner, here.guild.text, friend);
    const looking = await (await new Session(here.owner.token).open()).identify();
    const [created] = looking.dispatches.filter(frame => frame.t === 'GUILD_CREATE' && frame.d.id === here.guild.id);
    assert.ok(created.d.members.every(member => member.user.id !== friend.id));

    looking.send(37, { subscriptions: { [here.guild.id]: { typing: true, channels: { [here.guild.text]: [[0, 99]] } } } });
    const first = await looking.dispatch('GUILD_MEMBER_LIST_UPDATE', update => update.ops.some(op => op.op === 'SYNC'));
    const [{ items, range }] = first.d.ops;
    assert.equal(first.d.id, 'everyone');
    assert.deepEqual(range, [0, 99]);
    assert.ok(items.some(({ group }) => group?.id === 'online'));
    assert.ok(items.some(({ member }) => member?.user.id === here.owner.id && member.presence.status === 'online'));
    assert.ok(items.some(({ member }) => member?.user.id === friend.id && member.presence.status === 'offline'));

    const other = await (await new Session(friend.token).open()).identify();
    await looking.dispatch('GUILD_MEMBER_LIST_UPDATE', update => update.ops.some(op =>
      op.op === 'INSERT' && op.item.member?.user.id === friend.id && op.item.member.presence.status === 'online'));
    [looking, other].forEach(session => session.close());
  });

  test('tells a person the threads of a guild, and who is in those that it looks at', async () => {
    const friend = await person('friend');
    await join(here.owner, here.guild.text, friend);
    const start = (name, type) => must(here.owner.token, 'POST', `/channels/${here.guild.text}/threads`, { name, type });
    const [open, closed] = [await start('Open', 11), await start('Closed', 12)];
    const looking = await (await new Session(friend.token).open()).identify();

    looking.send(37, { subscriptions: { [here.guild.id]: { threads: true, thread_member_lists: [open.id, closed.id] } } });
    const sync = await looking.dispatch('THREAD_LIST_SYNC', threads => threads.guild_id === here.guild.id && !threads.channel_ids);
    const names = sync.d.threads.map(thread => thread.id);
    assert.ok(names.includes(open.id));
    assert.ok(!names.includes(closed.id));
    const of = (thread, ...users) => list => list.thread_id === thread.id && users.every(user =>
      list.members.some(member => member.user_id === user.id && member.member.user.id === user.id && member.presence));
    const first = await looking.dispatch('THREAD_MEMBER_LIST_UPDATE', of(open, here.owner));
    assert.equal(first.d.guild_id, here.guild.id);
    assert.equal(first.d.members.length, 1);

    await must(friend.token, 'PUT', `/channels/${open.id}/thread-members/@me`);
    await looking.dispatch('THREAD_MEMBER_LIST_UPDATE', of(open, here.owner, friend));
    const before = looking.dispatches.length;
    await must(friend.token, 'DELETE', `/channels/${open.id}/thread-members/@me`);
    await until('the list has only the owner again', () => looking.dispatches.slice(before).some(frame =>
      frame.t === 'THREAD_MEMBER_LIST_UPDATE' && of(open, here.owner)(frame.d) && frame.d.members.length === 1));
    assert.ok(!looking.dispatches.some(frame => frame.t === 'THREAD_MEMBER_LIST_UPDATE' && frame.d.thread_id === closed.id));
    looking.close();
  });

  test('answers requests for soundboard sounds and channel information', async () => {
    const session = await (await new Session(here.bot.token).open()).identify();
    session.send(31, { guild_ids: [here.guild.id] });
    await session.dispatch('SOUNDBOARD_SOUNDS', sounds => sounds.guild_id === here.guild.id);
    session.send(43, { guild_id: here.guild.id, fields: ['status'] });
    await session.dispatch('CHANNEL_INFO', info => info.guild_id === here.guild.id);
    session.close();
  });

  test('sends a voice state with its member and then the voice server', async () => {
    const session = await (await new Session(here.bot.token).open()).identify();
    session.send(4, { guild_id: here.guild.id, channel_id: here.guild.voice, self_mute: false, self_deaf: false });
    await session.dispatch('VOICE_SERVER_UPDATE', server => server.guild_id === here.guild.id);
    const names = session.dispatches.map(frame => frame.t);
    assert.ok(names.indexOf('VOICE_STATE_UPDATE') < names.indexOf('VOICE_SERVER_UPDATE'));
    const state = session.dispatches.find(frame => frame.t === 'VOICE_STATE_UPDATE');
    assert.equal(state.d.member.user.id, here.bot.id);
    session.close();
  });

  test('ends the sessions of a bot whose token is made anew', async () => {
    const revoked = await bot(here.owner);
    const session = await (await new Session(revoked.token).open()).identify();
    const { token } = await must(here.owner.token, 'POST', `/applications/${revoked.id}/bot/reset`, {});
    await until('the session is told or closed', () => session.closed || session.frames.some(frame => frame.op === 9));
    const again = await (await new Session(token).open()).identify();
    again.close();
    session.close();
  });
});
