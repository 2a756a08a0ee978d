'use strict';
// Clients of eris. It knows HTTPS only; the agent, which is a setting of its own, decides what such a connection is made of.
const https = require('node:https');
const net = require('node:net');
const { Client } = require('eris');
const stage = require('../support/stage');
const { event } = require('../support/steps');

/** All that bots have. */
const INTENTS = 0x331FFFF;

/** Connects in plain text, and to the instance whatever the name. */
class PlainAgent extends https.Agent {
  createConnection(options, connected) {
    return net.connect(Number(stage.API.port), stage.API.hostname, connected);
  }
}

/** A client that is not connected yet. */
function clientOf(token, { without = 0, shards = 1 } = {}) {
  const client = new Client(`Bot ${token}`, {
    intents: INTENTS & ~without,
    maxShards: shards,
    autoreconnect: true,
    reconnectDelay: () => 200,
    restMode: true,
    rest: { domain: stage.API.hostname, baseURL: '/api/v10', agent: new PlainAgent() },
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
