'use strict';
// Nodes of the multi-process stack are killed with SIGKILL while messages are written and read.
const { test, describe, before, after } = require('node:test');
const { world, guild, authorise, person, must } = require('../support/platform');
const { Session } = require('../support/session');
const { write, everythingOnce } = require('../support/load');
const nodes = require('../support/nodes');

const MESSAGES = 240;
const SESSIONS = 4;

/** A session at one of the two gateways. */
async function listen(token, index) {
  return (await new Session(token, { url: nodes.gateway(1 + index % 2) }).open()).identify();
}

const TWICE = nodes.kind() === 'cassandra' ? ['guild', 'relay', 'storage-proxy'] : ['guild', 'relay'];
const VICTIMS = process.env.GUILDHALL_VICTIMS?.split(' ') ?? TWICE.flatMap(role => [`${role}-1`, `${role}-2`]);

for (const victim of VICTIMS) {
  describe(`when ${victim} is killed under load`, () => {
    let here;
    const channels = [];
    const sessions = [];
    /** Those of the persons to whom the bot writes, by the channel. */
    const recipients = new Map();

    before(async () => {
      here = await world();
      // Several guilds, so that the victim owns some of them whichever way the ring falls.
      channels.push(here.guild.text);
      while (channels.length < 4) {
        const made = await guild(here.owner);
        await authorise(here.owner, made.id, here.bot.id);
        channels.push(made.text);
      }
      // Direct messages reach their sessions over two actors, of which the victim may own either.
      while (channels.length < 8) {
        const other = await person('other');
        const opened = await must(here.bot.authorization, 'POST', '/users/@me/channels', { recipient_id: other.id });
        channels.push(opened.id);
        recipients.set(opened.id, await listen(other.token, channels.length));
      }
      for (let index = 0; index < SESSIONS; index += 1) {
        sessions.push(await listen(here.bot.token, index));
      }
    });

    after(async () => {
      for (const session of [...sessions, ...recipients.values()]) session.close();
      await nodes.start(victim);
    });

    test('no acknowledged message is lost and each session receives each message once, in order', async () => {
      const written = await Promise.all(channels.map(async (channel, which) => {
        const ids = [];
        for (let index = 0; index < MESSAGES / channels.length; index += 1) {
          if (which === 0 && index === 10) nodes.signal(victim, 'SIGKILL');
          ids.push(await write(here, channel, `${victim} ${which} ${index}`));
        }
        return ids;
      }));
      for (const [which, channel] of channels.entries()) {
        const listening = recipients.has(channel) ? [...sessions, recipients.get(channel)] : sessions;
        await everythingOnce(here, channel, written[which], listening);
      }
    });
  });
}
