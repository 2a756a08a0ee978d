'use strict';
// Steps with more than one session, for libraries that pass on what the API says as it says it.
const assert = require('node:assert/strict');
const scenes = require('../support/scenes');
const stage = require('../support/stage');
const { event, until } = require('../support/steps');

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** What is said in guilds from now on, in the order in which it came. */
function record({ events }) {
  const heard = [];
  events.on('MESSAGE_CREATE', message => {
    if (message.guild_id) heard.push(message.content);
  });
  return heard;
}

/** @param open makes a client that is ready: open(token, {without: intents, shards}) */
module.exports = (client, open) => ({
  async presence() {
    const second = await open(stage.SECOND_TOKEN);
    const typing = event(client.events, 'TYPING_START', ({ user_id: user }) => user === stage.SECOND_BOT);
    await second.api.typing(stage.CHANNEL);
    await typing;
    const changed = event(client.events, 'PRESENCE_UPDATE', ({ user, activities }) => user.id === stage.SECOND_BOT && activities.length > 0);
    second.send(3, { status: 'idle', afk: false, since: 0, activities: [{ name: 'the hall', type: 0 }] });
    const [presence] = await changed;
    assert.equal(presence.status, 'idle');
    assert.equal(presence.activities[0].name, 'the hall');
    await second.quit();
  },
  async hidden() {
    const second = await open(stage.SECOND_TOKEN);
    const told = [];
    second.events.on('CHANNEL_CREATE', channel => told.push(channel));
    const channel = await scenes.behindClosedDoors(record(second));
    // Who may not see a channel learns no more of it than that there is one.
    assert.ok(told.filter(each => each.id === channel).every(each => each.name === '___hidden___'));
    await second.quit();
  },
  async resume() {
    await scenes.acrossACut(record(client), event(client.events, 'RESUMED'));
  },
  async intents() {
    const second = await open(stage.SECOND_TOKEN, { without: PRIVILEGED });
    await scenes.notForBots(record(second));
    await second.quit();
  },
  async shards() {
    await client.quit();
    const sharded = await open(stage.TOKEN, { shards: 2 });
    const heard = record(sharded);
    assert.equal(sharded.shardOf(stage.GUILD), Number((BigInt(stage.GUILD) >> 22n) % 2n));
    await stage.count(0, 3);
    await until('the last message came', () => heard.includes('number 2'));
    assert.deepEqual(stage.numbersIn(heard), stage.numbers(3));
    await sharded.quit();
  },
});
