'use strict';
// Searches for messages: what was sent is found, with the filters of the route, and nobody finds or counts what they may not read.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, person, join, must, call, expecting, unique } = require('../support/platform');

const VIEW_CHANNEL = '1024';
const ROLE = 0;

// A cluster has search where there are Kafka and Elasticsearch, which the stack of the other suites has not.
describe('searches for messages', { skip: !['standalone', 'search'].includes(process.env.GUILDHALL_SUITE) }, () => {
  let here;
  let expect;
  let home;
  let channel;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
    home = `/guilds/${here.guild.id}`;
    channel = `/channels/${here.guild.text}`;
  });

  /** Asks until the index knows as many messages: they go in a moment after they were sent. */
  async function find(query, total, authorization = here.bot.authorization, place = home) {
    // Through a cluster's event log it takes longer than in one process.
    for (let attempt = 0; attempt < 300; attempt++) {
      const answer = await call(authorization, 'GET', `${place}/messages/search?${query}`);
      if (answer.status === 202) {
        assert.equal(answer.body.code, 110000);
        assert.ok(answer.body.retry_after > 0);
        assert.ok(answer.body.documents_indexed >= 0);
      } else {
        assert.equal(answer.status, 200, answer.text);
        if (answer.body.total_results === total) return answer.body;
      }
      await new Promise(resolve => setTimeout(resolve, attempt < 50 ? 20 : 100));
    }
    return assert.fail(`${query} does not find ${total}`);
  }

  const hits = answer => answer.messages.map(group => group[0].id);

  test('find what was sent, edited and deleted', async () => {
    const word = unique('fox');
    const first = await expect(200, 'POST', `${channel}/messages`, { content: `the quick ${word}` });
    const second = await expect(200, 'POST', `${channel}/messages`, {
      content: `${word} at https://www.example.org/den`, embeds: [{ title: 'a den' }],
    });
    const found = await find(`content=${word}&limit=5`, 2);
    assert.deepEqual(hits(found), [second.id, first.id]);
    assert.equal(found.messages[0][0].hit, true);
    assert.equal(found.doing_deep_historical_index, false);
    assert.deepEqual(hits(await find(`content=${word}&sort_order=asc&limit=1`, 2)), [first.id]);
    assert.deepEqual(hits(await find(`content=${word}&has=-link&has=-embed`, 1)), [first.id]);
    assert.deepEqual(hits(await find(`content=${word}&link_hostname=example.org&author_id=${here.bot.id}`, 1)), [second.id]);
    await expect(200, 'PATCH', `${channel}/messages/${first.id}`, { content: 'the quick badger' });
    assert.deepEqual(hits(await find(`content=${word}`, 1)), [second.id]);
    await expect(204, 'DELETE', `${channel}/messages/${second.id}`);
    await find(`content=${word}`, 0);
  });

  test('bring the threads of what they found', async () => {
    const word = unique('hare');
    const thread = await expect(201, 'POST', `${channel}/threads`, { name: 'a burrow', type: 11 });
    const sent = await expect(200, 'POST', `/channels/${thread.id}/messages`, { content: word });
    const found = await find(`content=${word}&channel_id=${thread.id}`, 1);
    assert.deepEqual(hits(found), [sent.id]);
    assert.deepEqual(found.threads.map(one => one.id), [thread.id]);
    assert.deepEqual(found.members.map(one => one.id), [thread.id]);
  });

  test('neither find nor count what is hidden from who searches', async () => {
    const word = unique('mole');
    const guest = await person('guest');
    await join(here.owner, here.guild.text, guest);
    const hidden = await expect(201, 'POST', `${home}/channels`, {
      name: 'hidden', type: 0, permission_overwrites: [{ id: here.guild.id, type: ROLE, allow: '0', deny: VIEW_CHANNEL }],
    });
    const open = await expect(200, 'POST', `${channel}/messages`, { content: word });
    await must(here.owner.token, 'POST', `/channels/${hidden.id}/messages`, { content: word });
    await find(`content=${word}`, 2, here.owner.token);
    const found = await find(`content=${word}`, 1, guest.token);
    assert.deepEqual(hits(found), [open.id]);
    await find(`content=${word}&channel_id=${hidden.id}`, 0, guest.token);
  });

  test('find what two people write to each other', async () => {
    const word = unique('owl');
    const friend = await person('friend');
    await join(here.owner, here.guild.text, friend);
    const { id } = await must(here.owner.token, 'POST', '/users/@me/channels', { recipient_id: friend.id });
    const sent = await must(friend.token, 'POST', `/channels/${id}/messages`, { content: `the ${word}` });
    for (const one of [here.owner, friend]) {
      assert.deepEqual(hits(await find(`content=${word}`, 1, one.token, `/channels/${id}`)), [sent.id]);
      const found = await find(`content=${word}`, 1, one.token, '/users/@me');
      assert.deepEqual(hits(found), [sent.id]);
      assert.deepEqual(found.channels.map(one => one.id), [id]);
    }
    await find(`content=${word}`, 0, here.owner.token);
    const stranger = await person('stranger');
    await expect(403, 'GET', `/channels/${id}/messages/search`, undefined, stranger.token);
    await find('', 0, stranger.token, '/users/@me');
    await expect(400, 'GET', `${channel}/messages/search`);
    await expect(403, 'GET', '/users/@me/messages/search');
  });

  test('refuse what is out of bounds, and strangers', async () => {
    await expect(400, 'GET', `${home}/messages/search?limit=26`);
    await expect(400, 'GET', `${home}/messages/search?has=nothing`);
    const stranger = await person('stranger');
    const answer = await call(stranger.token, 'GET', `${home}/messages/search`);
    assert.ok(answer.status === 403 || answer.status === 404, answer.text);
  });
});
