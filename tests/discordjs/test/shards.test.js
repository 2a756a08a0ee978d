'use strict';
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { world, guild, authorise, must } = require('../support/platform');
const { login, closeAll, until, record } = require('../support/clients');

const shardOf = (id, shards) => Number((BigInt(id) >> 22n) % BigInt(shards));

describe('two shards', () => {
  let here;
  const guilds = [];
  before(async () => {
    here = await world();
    guilds.push(here.guild);
    // Which shard a guild falls on depends on the millisecond of its id: enough guilds until both have one.
    while (new Set(guilds.map(made => shardOf(made.id, 2))).size < 2) {
      const made = await guild(here.owner);
      await authorise(here.owner, made.id, here.bot.id);
      guilds.push(made);
    }
  });
  after(closeAll);

  test('each guild and its events come to its own shard only, once; direct messages come to shard 0', async () => {
    const client = await login(here.bot.token, { shards: [0, 1], shardCount: 2 });
    const packets = record(client);
    for (const made of guilds) {
      assert.equal(client.guilds.cache.get(made.id).shardId, shardOf(made.id, 2));
      await must(here.owner.token, 'POST', `/channels/${made.text}/messages`, { content: `to ${made.id}` });
    }
    const direct = await (await client.users.fetch(here.owner.id)).createDM();
    await must(here.owner.token, 'POST', `/channels/${direct.id}/messages`, { content: 'directly' });
    const messages = () => packets.filter(packet => packet.t === 'MESSAGE_CREATE');
    await until('every message came', () => messages().length >= guilds.length + 1);
    for (const made of guilds) {
      const mine = messages().filter(packet => packet.d.content === `to ${made.id}`);
      assert.deepEqual(mine.map(packet => packet.shardId), [shardOf(made.id, 2)]);
    }
    assert.deepEqual(messages().filter(packet => packet.d.content === 'directly').map(packet => packet.shardId), [0]);
  });
});
