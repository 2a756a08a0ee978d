'use strict';
// A discord.js bot makes a webhook, and somebody who has nothing but its token writes with it.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { Events, WebhookClient } = require('discord.js');
const { world, API } = require('../support/platform');
const { login, closeAll, event } = require('../support/clients');

describe('webhooks', () => {
  let client;
  let channel;
  let made;
  let hook;

  before(async () => {
    const here = await world();
    client = await login(here.bot.token);
    channel = client.channels.cache.get(here.guild.text);
  });

  after(closeAll);

  test('are made, and told to who looks at the channel', async () => {
    const told = event(client, Events.WebhooksUpdate, where => where.id === channel.id);
    made = await channel.createWebhook({ name: 'Captain Hook' });
    await told;
    hook = new WebhookClient({ id: made.id, token: made.token }, { rest: { api: API } });
    assert.equal((await channel.fetchWebhooks()).get(made.id).owner.id, client.user.id);
  });

  test('send messages that are nobody else\'s', async () => {
    const came = event(client, Events.MessageCreate, message => message.webhookId === made.id);
    const sent = await hook.send({
      content: 'ahoy', username: 'Smee', embeds: [{ title: 'map' }], files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
    });
    const message = await came;
    assert.equal(message.id, sent.id);
    assert.equal(message.author.username, 'Smee');
    assert.equal(message.member, null);
    assert.equal(message.attachments.size, 1);
    assert.equal(message.embeds[0].title, 'map');
  });

  test('edit and delete what they sent', async () => {
    const sent = await hook.send('one');
    const edited = event(client, Events.MessageUpdate, (before, now) => now.id === sent.id);
    await hook.editMessage(sent.id, 'two');
    assert.equal((await edited)[1].content, 'two');
    assert.equal((await hook.fetchMessage(sent.id)).content, 'two');
    const deleted = event(client, Events.MessageDelete, message => message.id === sent.id);
    await hook.deleteMessage(sent.id);
    await deleted;
  });

  test('are no more once their token deleted them', async () => {
    await hook.delete();
    await assert.rejects(hook.send('x'), { code: 10015 });
  });
});
