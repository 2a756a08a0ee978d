'use strict';
// Nodes of the multi-process stack stand still under load for longer than their lease, and then go on: what they had is another's by then.
const { test, describe, before, after } = require('node:test');
const { setTimeout: sleep } = require('node:timers/promises');
const { world, guild, authorise } = require('../support/platform');
const { Session } = require('../support/session');
const { write, everythingOnce } = require('../support/load');
const nodes = require('../support/nodes');

const GUILDS = 4;
const BEFORE = 2_000;
const STILL = Number(process.env.GUILDHALL_STILL_SECONDS ?? 20) * 1_000;
const AFTERWARDS = 8_000;
const PAUSE = 200;
const STOPPED = process.env.GUILDHALL_STOPPED?.split(' ') ?? ['guild-1', 'relay-1'];

for (const node of STOPPED) {
  describe(`when ${node} stands still under load for ${STILL / 1_000} s and goes on`, () => {
    let here;
    const channels = [];
    const sessions = [];

    before(async () => {
      here = await world();
      // Several guilds, so that the node owns or carries some of them whichever way the ring falls.
      channels.push(here.guild.text);
      while (channels.length < GUILDS) {
        const made = await guild(here.owner);
        await authorise(here.owner, made.id, here.bot.id);
        channels.push(made.text);
      }
      for (const gateway of [1, 2]) {
        sessions.push(await (await new Session(here.bot.token, { url: nodes.gateway(gateway) }).open()).identify());
      }
    });

    after(() => {
      nodes.signal(node, 'SIGCONT');
      for (const session of sessions) session.close();
    });

    test('what is stored is what was acknowledged, and each session receives it once, in order', async () => {
      const end = Date.now() + BEFORE + STILL + AFTERWARDS;
      const load = Promise.all(channels.map(async (channel, which) => {
        const ids = [];
        while (Date.now() < end) {
          ids.push(await write(here, channel, `${node} ${which} ${ids.length}`));
          await sleep(PAUSE);
        }
        return ids;
      }));
      await sleep(BEFORE);
      nodes.signal(node, 'SIGSTOP');
      await sleep(STILL);
      nodes.signal(node, 'SIGCONT');
      const written = await load;
      for (const [which, channel] of channels.entries()) await everythingOnce(here, channel, written[which], sessions);
    });
  });
}
