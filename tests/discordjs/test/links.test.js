'use strict';
// A discord.js bot writes links, and everybody is shown what they lead to.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const http = require('node:http');
const { once } = require('node:events');
const { Events, MessageFlags } = require('discord.js');
const { world, must } = require('../support/platform');
const { login, closeAll, event } = require('../support/clients');
const { Session } = require('../support/session');

describe('links in messages', () => {
  let here;
  let client;
  let channel;
  let server;
  let page;

  before(async () => {
    here = await world();
    client = await login(here.bot.token);
    channel = client.channels.cache.get(here.guild.text);
    server = http.createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<head><meta property="og:title" content="Page ${request.url}"><meta property="og:description" content="About it"></head>`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    page = `http://127.0.0.1:${server.address().port}`;
  });

  after(async () => {
    server?.closeAllConnections();
    server?.close();
    await closeAll();
  });

  const shown = () => event(client, Events.MessageUpdate, (before, now) => now.embeds.length > 0);

  test('are shown with what they lead to', async () => {
    const updated = shown();
    const sent = await channel.send(`look ${page}/one`);
    const [, message] = await updated;
    assert.equal(message.id, sent.id);
    assert.equal(message.embeds[0].title, 'Page /one');
    assert.equal(message.embeds[0].description, 'About it');
    assert.equal(message.editedTimestamp, null);
    assert.equal((await channel.messages.fetch({ message: sent.id, force: true })).embeds[0].url, `${page}/one`);
  });

  test('show something else once the message is edited, and nothing once that is suppressed', async () => {
    const updated = shown();
    const sent = await channel.send(`look ${page}/two`);
    await updated;
    const again = event(client, Events.MessageUpdate, (before, now) => now.embeds[0]?.title === 'Page /three');
    await sent.edit(`look ${page}/three`);
    await again;
    assert.equal((await sent.suppressEmbeds()).embeds.length, 0);
  });

  test('are shown to the one person who sees the message', async () => {
    const owner = await (await new Session(here.owner.token).open()).identify();
    const command = await client.application.commands.create({ name: 'look', description: 'Looks' });
    const received = event(client, Events.InteractionCreate);
    await must(here.owner.token, 'POST', '/interactions', {
      type: 2, application_id: here.bot.id, guild_id: here.guild.id, channel_id: here.guild.text, session_id: owner.ready.session_id,
      data: { id: command.id, version: command.version, name: 'look', type: 1 },
    });
    await (await received).reply({ content: `look ${page}/quiet`, flags: MessageFlags.Ephemeral });
    const updated = await owner.dispatch('MESSAGE_UPDATE', d => d.embeds?.[0]?.title === 'Page /quiet');
    assert.equal(updated.d.flags, MessageFlags.Ephemeral);
    owner.close();
  });
});
