'use strict';
// Every operation of webhooks, and of channels that others follow by one, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, must, expecting } = require('../support/platform');

const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('webhooks: every operation', () => {
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

  test('of webhooks', async () => {
    const made = await expect(200, 'POST', `${channel}/webhooks`, { name: 'Captain Hook', avatar: PICTURE });
    assert.match(made.token, /^[\w-]{68}$/);
    assert.equal(made.application_id, here.bot.id);
    assert.equal((await expect(200, 'GET', `${channel}/webhooks`)).length, 1);
    assert.equal((await expect(200, 'GET', `${home}/webhooks`)).length, 1);
    await expect(200, 'GET', `/webhooks/${made.id}`);
    await expect(200, 'PATCH', `/webhooks/${made.id}`, { name: 'Smee', channel_id: here.guild.text });
    const hook = `/webhooks/${made.id}/${made.token}`;
    assert.equal((await expect(200, 'GET', hook, undefined, null)).name, 'Smee');
    await expect(200, 'PATCH', hook, { name: 'Peter', avatar: null }, null);
    await expect(401, 'GET', `/webhooks/${made.id}/${'x'.repeat(68)}`, undefined, null);
    await expect(204, 'POST', hook, { content: 'no answer' }, null);
    const sent = await expect(200, 'POST', `${hook}?wait=true`, {
      content: 'ahoy', username: 'Smee', avatar_url: 'https://example.org/smee.png', embeds: [{ title: 'a' }],
    }, null);
    assert.equal(sent.author.username, 'Smee');
    const message = `${hook}/messages/${sent.id}`;
    await expect(200, 'GET', message, undefined, null);
    assert.equal((await expect(200, 'PATCH', message, { content: 'avast' }, null)).content, 'avast');
    assert.equal(await expect(200, 'POST', `${hook}/slack`, { text: 'aye', attachments: [{ title: 'map', color: 'good' }] }, null), 'ok');
    const sender = { id: 1, login: 'smee', html_url: 'https://example.org/smee', avatar_url: 'https://example.org/smee.png' };
    await expect(204, 'POST', `${hook}/github`, { zen: 'Keep it logically awesome.', sender }, null);
    const aside = await expect(201, 'POST', `${channel}/threads`, { name: 'Aside', type: 11 });
    const within = `thread_id=${aside.id}`;
    const spoken = await expect(200, 'POST', `${hook}?wait=true&${within}`, { content: 'in' }, null);
    assert.equal(spoken.channel_id, aside.id);
    const inside = `${hook}/messages/${spoken.id}`;
    await expect(200, 'GET', `${inside}?${within}`, undefined, null);
    await expect(200, 'PATCH', `${inside}?${within}`, { content: 'still in' }, null);
    await expect(404, 'GET', inside, undefined, null);
    await expect(204, 'DELETE', `${inside}?${within}`, undefined, null);
    await expect(200, 'DELETE', `/channels/${aside.id}`);
    await expect(404, 'GET', `${hook}/messages/@original`, undefined, null);
    await expect(404, 'PATCH', `${hook}/messages/@original`, { content: 'x' }, null);
    await expect(404, 'DELETE', `${hook}/messages/@original`, undefined, null);
    await expect(204, 'DELETE', message, undefined, null);
    await expect(204, 'DELETE', hook, undefined, null);
    await expect(404, 'GET', hook, undefined, null);
    const other = await expect(200, 'POST', `${channel}/webhooks`, { name: 'Other' });
    await expect(204, 'DELETE', `/webhooks/${other.id}`);
  });

  test('of channels that others follow', async () => {
    const news = await expect(201, 'POST', `${home}/channels`, { name: 'news', type: 5 });
    const elsewhere = await must(here.owner.token, 'POST', '/guilds', { name: 'Elsewhere', channels: [{ name: 'from-here', type: 0 }] });
    const [there] = (await must(here.owner.token, 'GET', `/guilds/${elsewhere.id}/channels`)).filter(one => one.type === 0);
    const followed = await expect(200, 'POST', `/channels/${news.id}/followers`, { webhook_channel_id: there.id }, here.owner.token);
    assert.equal(followed.channel_id, news.id);
    await expect(403, 'POST', `/channels/${news.id}/followers`, { webhook_channel_id: there.id });
    await expect(400, 'POST', `${channel}/followers`, { webhook_channel_id: there.id }, here.owner.token);
    const [hook] = await expect(200, 'GET', `/channels/${there.id}/webhooks`, undefined, here.owner.token);
    assert.equal(hook.id, followed.webhook_id);
    assert.equal(hook.type, 2);
    assert.equal(hook.source_channel.id, news.id);
    const message = await expect(200, 'POST', `/channels/${news.id}/messages`, { content: 'hear, hear' });
    await expect(200, 'POST', `/channels/${news.id}/messages/${message.id}/crosspost`);
    /** What the follower has, once it is as it should be. */
    async function copy(fits) {
      for (let tries = 0; tries < 100; tries++) {
        const [last] = await must(here.owner.token, 'GET', `/channels/${there.id}/messages?limit=1`);
        if (last && fits(last)) return last;
        await new Promise(done => setTimeout(done, 100));
      }
      return assert.fail('no such copy came');
    }
    const published = await copy(last => last.content === 'hear, hear');
    assert.equal(published.flags, 2);
    assert.equal(published.message_reference.message_id, message.id);
    await expect(200, 'PATCH', `/channels/${news.id}/messages/${message.id}`, { content: 'hear this' });
    assert.equal((await copy(last => last.content === 'hear this')).id, published.id);
    await expect(204, 'DELETE', `/channels/${news.id}/messages/${message.id}`);
    assert.equal((await copy(last => last.flags === 10)).id, published.id);
    await must(here.owner.token, 'DELETE', `/guilds/${elsewhere.id}`);
    await expect(200, 'DELETE', `/channels/${news.id}`);
  });
});
