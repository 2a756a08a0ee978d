'use strict';
// Unmodified discord.js clients, and waiting for what they emit.

const { Client, Events, GatewayIntentBits, Partials } = require('discord.js');
const { API } = require('./platform');

const EVERYTHING = Object.values(GatewayIntentBits).filter(value => typeof value === 'number');
const opened = new Set();

/** How long a test waits before it says what did not come. No test passes or fails by how fast the answer was. */
const PATIENCE = 20_000;

/** Logs a bot in and waits until it is ready with its guilds. */
async function login(token, options = {}) {
  const client = new Client({
    intents: EVERYTHING,
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    ...options,
    rest: { api: API, ...options.rest },
  });
  opened.add(client);
  client.on(Events.Error, () => {});
  const ready = event(client, Events.ClientReady);
  await client.login(token);
  await ready;
  return client;
}

/** Ends every client that the test file opened. */
async function closeAll() {
  await Promise.all([...opened].map(client => client.destroy()));
  opened.clear();
}

/** The first emission of the event that the condition accepts; its arguments, or the only one. */
function event(emitter, name, accepts = () => true) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      emitter.off(name, listener);
      reject(new Error(`no ${name} came in ${PATIENCE / 1000} s`));
    }, PATIENCE);
    function listener(...values) {
      if (!accepts(...values)) return;
      clearTimeout(timer);
      emitter.off(name, listener);
      resolve(values.length > 1 ? values : values[0]);
    }
    emitter.on(name, listener);
  });
}

/** Waits until the condition holds, and says what was waited for when it never does. */
async function until(what, condition, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`never came to pass: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

/** Every raw dispatch of the client from now on, in order of arrival. */
function record(client) {
  const packets = [];
  client.on(Events.Raw, (packet, shardId) => packets.push({ ...packet, shardId }));
  return packets;
}

module.exports = { login, closeAll, event, until, record, EVERYTHING, PATIENCE };
