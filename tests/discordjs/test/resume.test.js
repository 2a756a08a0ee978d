'use strict';
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { Events } = require('discord.js');
const { world, must } = require('../support/platform');
const { login, closeAll, event, until, record } = require('../support/clients');
const { cutter } = require('../support/cutter');
const { Session } = require('../support/session');

/** Answers discord.js's question for the gateway with the address of the cutter; everything else is unchanged. */
function throughCutter(port) {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (!String(url).includes('/gateway/bot')) return response;
    const body = await response.json();
    const gateway = new URL(body.url);
    gateway.port = String(port);
    return Response.json({ ...body, url: gateway.toString().replace(/\/$/, '') }, { headers: response.headers });
  };
}

async function write(here, from, to) {
  for (let index = from; index < to; index += 1) {
    await must(here.owner.token, 'POST', `/channels/${here.guild.text}/messages`, { content: `number ${index}` });
  }
}

const numbers = count => Array.from({ length: count }, (unused, index) => `number ${index}`);

describe('resuming', () => {
  let here;
  before(async () => { here = await world(); });
  after(closeAll);

  test('discord.js loses and doubles nothing when its connection is cut', async () => {
    const gateway = new URL((await must(null, 'GET', '/gateway')).url);
    const relay = await cutter(gateway.hostname, gateway.port);
    const client = await login(here.bot.token, { rest: { makeRequest: throughCutter(relay.port) } });
    const packets = record(client);
    const resumed = event(client, Events.ShardResume);
    await write(here, 0, 5);
    const writing = write(here, 5, 25);
    relay.cut();
    await writing;
    await resumed;
    await write(here, 25, 30);
    const received = () => packets.filter(packet => packet.t === 'MESSAGE_CREATE').map(packet => packet.d.content);
    await until('the last message came', () => received().includes('number 29'));
    assert.deepEqual(received(), numbers(30));
    const sequences = packets.filter(packet => packet.s).map(packet => packet.s);
    assert.deepEqual(sequences, [...sequences].sort((a, b) => a - b));
    assert.equal(new Set(sequences).size, sequences.length);
    relay.close();
  });

  for (const compress of [undefined, 'zlib-stream']) {
    test(`a session that is away for a while gets all of it, ${compress ?? 'plain'}`, async () => {
      const session = await (await new Session(here.bot.token, { compress }).open()).identify();
      await write(here, 0, 2);
      await session.dispatch('MESSAGE_CREATE', message => message.content === 'number 1');
      session.cut();
      await write(here, 2, 10);
      const answer = await session.resume();
      assert.equal(answer.t, 'RESUMED');
      await write(here, 10, 12);
      await until('the last message came', () => session.contents().includes('number 11'));
      assert.deepEqual(session.contents(), numbers(12));
      session.close();
    });
  }

  test('a session that ended with 1000 can not be resumed', async () => {
    const session = await (await new Session(here.bot.token).open()).identify();
    session.close(1000);
    await until('the connection is closed', () => session.closed);
    const answer = await session.resume();
    assert.equal(answer.op, 9);
    assert.equal(answer.d, false);
    session.close();
  });
});
