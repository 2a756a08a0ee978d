'use strict';
// Clients of dysnomia, which are pointed at the instance by their own settings.
const { Client } = require('@projectdysnomia/dysnomia');
const stage = require('../support/stage');
const { event } = require('../support/steps');

/** All that bots have. */
const INTENTS = 0x331FFFF;

/** A client that is not connected yet. */
function clientOf(token, { without = 0, shards = 1 } = {}) {
  const client = new Client(`Bot ${token}`, {
    gateway: { intents: INTENTS & ~without, maxShards: shards, autoreconnect: true, reconnectDelay: () => 200 },
    restMode: true,
    rest: { domain: stage.API.hostname, port: Number(stage.API.port), https: false, baseURL: '/api/v10' },
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
