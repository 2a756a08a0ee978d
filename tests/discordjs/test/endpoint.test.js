'use strict';
// A bot without a gateway session: it is called at an address of its own, and checks who calls with the library that such bots use.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const http = require('node:http');
const { once } = require('node:events');
const { InteractionResponseType, InteractionType, verifyKey } = require('discord-interactions');
const { world, must, call } = require('../support/platform');
const { closeAll } = require('../support/clients');
const { Session } = require('../support/session');

/** What the bot does with an interaction that is not a PING: returns a type and a body, or nothing for no answer at all. */
let answer;

/** Whether the bot checks who calls. */
let careful = true;

const json = body => ({ type: 'application/json', body: JSON.stringify(body) });

/** A form with a file, as bots send it that answer with one. */
async function form(payload, name, content) {
  const fields = new FormData();
  fields.set('payload_json', JSON.stringify(payload));
  fields.set('files[0]', new Blob([content]), name);
  const encoded = new Response(fields);
  return { type: encoded.headers.get('content-type'), body: Buffer.from(await encoded.arrayBuffer()) };
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

describe('a bot that is called', () => {
  let here;
  let key;
  let server;
  let url;
  let owner;
  let command;
  let nonces = 0;
  const events = [];

  before(async () => {
    here = await world();
    key = (await must(`Bot ${here.bot.token}`, 'GET', '/applications/@me')).verify_key;
    server = http.createServer(async (request, response) => {
      const raw = await body(request);
      const signed = await verifyKey(raw, request.headers['x-signature-ed25519'], request.headers['x-signature-timestamp'], key);
      if (careful && !signed) return response.writeHead(401).end('bad request signature');
      const interaction = JSON.parse(raw);
      if (request.url === '/events') {
        events.push(interaction);
        return response.writeHead(204).end();
      }
      if (interaction.type === InteractionType.PING) {
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ type: InteractionResponseType.PONG }));
      }
      const said = await answer(interaction);
      if (!said) return response.writeHead(202).end();
      return response.writeHead(200, { 'content-type': said.type }).end(said.body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${server.address().port}/interactions`;
    command = await must(`Bot ${here.bot.token}`, 'POST', `/applications/${here.bot.id}/commands`, { name: 'ask', description: 'Asks' });
    owner = await (await new Session(here.owner.token).open()).identify();
  });
  after(async () => {
    owner?.close();
    server?.closeAllConnections();
    server?.close();
    await closeAll();
  });

  const change = interactions_endpoint_url => call(`Bot ${here.bot.token}`, 'PATCH', '/applications/@me', { interactions_endpoint_url });

  /** The owner runs the command; returns the nonce. */
  async function run() {
    nonces += 1;
    const nonce = `e${nonces}`;
    await must(here.owner.token, 'POST', '/interactions', {
      type: 2, nonce, application_id: here.bot.id, guild_id: here.guild.id, channel_id: here.guild.text, session_id: owner.ready.session_id,
      data: { id: command.id, version: command.version, name: 'ask', type: 1 },
    });
    return nonce;
  }
  const told = (name, nonce) => owner.dispatch(name, d => d.nonce === nonce);
  const message = content => owner.dispatch('MESSAGE_CREATE', d => d.content === content).then(frame => frame.d);

  test('is stored only when it checks signatures and answers', async () => {
    careful = false;
    const careless = await change(url);
    assert.equal(careless.status, 400);
    assert.ok(careless.body.errors.interactions_endpoint_url);
    careful = true;
    assert.equal((await change('http://127.0.0.1:9/nobody')).status, 400);
    assert.equal((await change('http://169.254.169.254/')).status, 400);
    const stored = await change(url);
    assert.equal(stored.status, 200);
    assert.equal(stored.body.interactions_endpoint_url, url);
  });

  test('is told of events at an address of its own, once that is proved too', async () => {
    const address = url.replace('/interactions', '/events');
    const asked = { event_webhooks_url: address, event_webhooks_status: 2, event_webhooks_types: ['APPLICATION_AUTHORIZED'] };
    const ask = () => call(`Bot ${here.bot.token}`, 'PATCH', '/applications/@me', asked);
    careful = false;
    assert.ok((await ask()).body.errors.event_webhooks_url);
    careful = true;
    assert.equal((await ask()).status, 200);
    assert.deepEqual(events.at(-1), { version: 1, application_id: here.bot.id, type: 0 });
    events.length = 0;
    await must(here.owner.token, 'POST', `/oauth2/authorize?client_id=${here.bot.id}&scope=bot`, { guild_id: here.guild.id, authorize: true });
    while (events.length === 0) await new Promise(resolve => { setTimeout(resolve, 20); });
    assert.equal(events[0].event.type, 'APPLICATION_AUTHORIZED');
    assert.equal(events[0].event.data.user.id, here.owner.id);
    assert.equal(events[0].event.data.guild.id, here.guild.id);
    assert.deepEqual(events[0].event.data.scopes, ['bot']);
  });

  test('answers with a message', async () => {
    answer = interaction => {
      assert.equal(interaction.data.name, 'ask');
      assert.equal(interaction.member.user.id, here.owner.id);
      return json({ type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data: { content: 'called and answered' } });
    };
    const seen = message('called and answered');
    const nonce = await run();
    await told('INTERACTION_SUCCESS', nonce);
    assert.equal((await seen).interaction_metadata.user.id, here.owner.id);
  });

  test('answers with a file', async () => {
    answer = () => form({ type: 4, data: { content: 'with a file', attachments: [{ id: 0, filename: 'a.txt' }] } }, 'a.txt', 'content');
    const seen = message('with a file');
    await run();
    const [file] = (await seen).attachments;
    assert.equal(file.filename, 'a.txt');
    assert.equal(await (await fetch(file.url)).text(), 'content');
  });

  test('announces an answer and follows it up', async () => {
    let token;
    answer = interaction => {
      token = interaction.token;
      return json({ type: InteractionResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE });
    };
    await told('INTERACTION_SUCCESS', await run());
    const edited = await must(null, 'PATCH', `/webhooks/${here.bot.id}/${token}/messages/@original`, { content: 'later' });
    assert.equal(edited.content, 'later');
  });

  test('may answer by a call of its own', async () => {
    answer = interaction => {
      setTimeout(() => must(
        null, 'POST', `/interactions/${interaction.id}/${interaction.token}/callback`, { type: 4, data: { content: 'by a call' } }), 50);
      return undefined;
    };
    const seen = message('by a call');
    await run();
    await seen;
  });

  test('that says nonsense, or nothing in time, has failed', async () => {
    answer = () => json({ type: 99 });
    await told('INTERACTION_FAILURE', await run());
    answer = () => new Promise(() => {});
    await told('INTERACTION_FAILURE', await run());
  });

  test('is told over the gateway again when it takes the address back', async () => {
    const bot = await (await new Session(here.bot.token).open()).identify();
    assert.equal((await change(null)).status, 200);
    const created = bot.dispatch('INTERACTION_CREATE', d => d.data?.name === 'ask');
    await run();
    await created;
    bot.close();
  });
});
