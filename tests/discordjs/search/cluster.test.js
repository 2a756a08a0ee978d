'use strict';
// Searches in a cluster: what was acknowledged is found, whatever of the way to the index was away meanwhile, and nobody's search has another guild's messages.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, must, call, unique } = require('../support/platform');
const nodes = require('../support/nodes');

const PATIENCE = 120_000;

describe('searches in a cluster', () => {
  let here;
  let token;

  before(async () => {
    here = await world();
    token = here.owner.token;
  });

  /** Asks until so many messages are found; their ids. */
  async function find(guild, word, total) {
    let last;
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      last = await call(token, 'GET', `/guilds/${guild}/messages/search?content=${word}`);
      if (last.status === 200 && last.body.total_results === total) return last.body.messages.map(group => group[0].id);
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    return assert.fail(`${word} is not found ${total} times: ${last.status} ${last.text}`);
  }

  const send = (channel, content) => must(token, 'POST', `/channels/${channel}/messages`, { content });

  test('find nothing of another guild', async () => {
    const word = unique('crow');
    const other = await must(token, 'POST', '/guilds', { name: 'another' });
    const elsewhere = (await must(token, 'GET', `/guilds/${other.id}/channels`)).find(channel => channel.type === 0);
    const own = await send(here.guild.text, word);
    const others = await send(elsewhere.id, word);
    assert.deepEqual(await find(here.guild.id, word, 1), [own.id]);
    assert.deepEqual(await find(other.id, word, 1), [others.id]);
  });

  test('find nothing of what was deleted, alone, with others or with its channel', async () => {
    const word = unique('wren');
    const channel = await must(token, 'POST', `/guilds/${here.guild.id}/channels`, { name: 'nest', type: 0 });
    const sent = [];
    for (let count = 0; count < 5; count++) sent.push((await send(channel.id, word)).id);
    await find(here.guild.id, word, 5);
    await must(token, 'DELETE', `/channels/${channel.id}/messages/${sent.pop()}`);
    await find(here.guild.id, word, 4);
    await must(here.bot.authorization, 'POST', `/channels/${channel.id}/messages/bulk-delete`, { messages: sent.splice(0, 2) });
    await find(here.guild.id, word, 2);
    await must(token, 'DELETE', `/channels/${channel.id}`);
    await find(here.guild.id, word, 0);
  });

  test('find what was sent while the only search node was dead', async () => {
    const word = unique('rook');
    const first = await send(here.guild.text, word);
    await find(here.guild.id, word, 1);
    await nodes.end('search-1', 'SIGKILL');
    const second = await send(here.guild.text, word);
    const refused = await call(token, 'GET', `/guilds/${here.guild.id}/messages/search?content=${word}`);
    assert.equal(refused.status, 503, refused.text);
    await nodes.start('search-1');
    assert.deepEqual(await find(here.guild.id, word, 2), [second.id, first.id]);
  });

  test('find what was sent while Kafka was dead', async () => {
    const word = unique('dove');
    const first = await send(here.guild.text, word);
    await find(here.guild.id, word, 1);
    await nodes.end('kafka', 'SIGKILL');
    const second = await send(here.guild.text, word);
    await nodes.start('kafka');
    assert.deepEqual(await find(here.guild.id, word, 2), [second.id, first.id]);
  });
});
