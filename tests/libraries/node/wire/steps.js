'use strict';
// All steps of a library that passes on what the API says as it says it. What a library calls its requests is named in its program.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { take, until } = require('../support/steps');

/** All that bots have. */
const INTENTS = 0x331FFFF;

/**
 * Leads a library through the steps, and ends the program.
 *
 * @param open connects a client: open(token, intents, shards) answers {events, api, send, shardOf, quit}, where events is an emitter
 *     of what the gateway dispatched by its name, send(op, d) speaks to the gateway, and quit leaves it
 * @param absent why there is no way to take a step with this library, by the step's name
 */
function lead(open, absent = {}) {
  const opened = async (token, { without = 0, shards = 1 } = {}) => {
    const there = {};
    const client = await open(token, INTENTS & ~without, shards);
    client.events.on('READY', ready => {
      there.user = ready.user;
    });
    client.events.on('GUILD_CREATE', guild => {
      there.guild ??= guild;
    });
    await client.connect();
    await until('the client is ready', () => there.user && there.guild);
    return Object.assign(client, there);
  };
  const client = {};
  const steps = {
    async ready() {
      Object.assign(client, await opened(stage.TOKEN));
      assert.equal(client.user.id, stage.BOT);
      assert.equal(client.guild.id, stage.GUILD);
      assert.equal(client.guild.owner_id, stage.OWNER);
      assert.ok(client.guild.channels.some(channel => channel.id === stage.CHANNEL));
      assert.ok(client.guild.roles.some(role => role.id === stage.GUILD));
      assert.ok(client.guild.members.find(member => member.user.id === stage.BOT).roles.length > 0);
    },
  };
  // What a part has is known before there is a client; its steps are of the one that is there then.
  for (const part of [require('./messages'), require('./guild'), require('./people'), require('./posts'), require('./sessions')]) {
    for (const name of Object.keys(part({ api: {} }, opened))) {
      steps[name] = () => part(client, opened)[name]();
    }
  }
  return take({ ...steps, ...absent }).finally(() => process.exit(0));
}

module.exports = { lead };
