'use strict';
// Steps with more than one session, in dysnomia and in eris.
const assert = require('node:assert/strict');
const scenes = require('../support/scenes');
const stage = require('../support/stage');
const { event, until } = require('../support/steps');

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** What is said in guilds from now on, in the order in which it came. */
function record(client) {
  const heard = [];
  client.on('messageCreate', message => {
    if (message.guildID) heard.push(message.content);
  });
  return heard;
}

const quit = client => client.disconnect({ reconnect: false });

/** @param library makes clients: ./client, or eris's */
module.exports = (client, { clientOf, opened } = require('./client')) => ({
  async presence() {
    const second = await opened(clientOf(stage.SECOND_TOKEN));
    const typing = event(client, 'typingStart', (channel, user) => user.id === stage.SECOND_BOT);
    await second.sendChannelTyping(stage.CHANNEL);
    await typing;
    const changed = event(client, 'presenceUpdate', member => member.id === stage.SECOND_BOT && member.activities?.length > 0);
    second.editStatus('idle', [{ name: 'the hall', type: 0 }]);
    const [member] = await changed;
    assert.equal(member.status, 'idle');
    assert.equal(member.activities[0].name, 'the hall');
    quit(second);
  },
  async hidden() {
    const second = await opened(clientOf(stage.SECOND_TOKEN));
    const heard = record(second);
    const channel = await scenes.behindClosedDoors(heard);
    assert.equal(second.getChannel(channel)?.name ?? '___hidden___', '___hidden___');
    quit(second);
  },
  async resume() {
    await scenes.acrossACut(record(client), event(client, 'shardResume'));
  },
  async intents() {
    const second = await opened(clientOf(stage.SECOND_TOKEN, { without: PRIVILEGED }));
    await scenes.notForBots(record(second));
    quit(second);
  },
  async shards() {
    quit(client);
    const sharded = clientOf(stage.TOKEN, { shards: 2 });
    const heard = record(sharded);
    await opened(sharded);
    const expected = Number((BigInt(stage.GUILD) >> 22n) % 2n);
    assert.equal(sharded.guilds.get(stage.GUILD).shard.id, expected);
    await stage.count(0, 3);
    await until('the last message came', () => heard.includes('number 2'));
    assert.deepEqual(stage.numbersIn(heard), stage.numbers(3));
    quit(sharded);
  },
});
