'use strict';
// Clients of oceanic.js, which are pointed at the instance by their own settings.
const { Client } = require('oceanic.js');
const stage = require('../support/stage');
const { event } = require('../support/steps');

/** All that bots have. */
const INTENTS = 0x331FFFF;

/** A client that is not connected yet. */
function clientOf(token, { without = 0, shards = 1 } = {}) {
  const client = new Client({
    auth: `Bot ${token}`,
    gateway: { intents: INTENTS & ~without, maxShards: shards, reconnectDelay: () => 200 },
    rest: { baseURL: `${stage.API.origin}/api/v10` },
  });
  client.on('error', failure => console.error(failure));
  return client;
}

/** The same, once it is ready. */
async function opened(client) {
  const ready = event(client, 'ready');
  await client.connect();
  await ready;
  return client;
}

module.exports = { clientOf, opened };
