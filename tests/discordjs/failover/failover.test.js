'use strict';
// Nodes of the multi-process stack are killed with SIGKILL while messages are written and read.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { world, guild, authorise, person, call, must } = require('../support/platform');
const { until } = require('../support/clients');
const { Session } = require('../support/session');

const ROOT = path.resolve(__dirname, '../../..');
const STACK = process.env.GUILDHALL_STACK_DIR;
const MESSAGES = 240;
const SESSIONS = 4;
const PATIENCE = 60_000;

function kill(node) {
  process.kill(Number(readFileSync(path.join(STACK, 'pids', node), 'utf8')), 'SIGKILL');
}

function start(node) {
  const started = spawnSync(path.join(ROOT, 'guildhall'), ['stack', 'start', node], { stdio: ['ignore', 'ignore', 'inherit'] });
  assert.equal(started.status, 0, `${node} starts again`);
}

/** A session at one of the two gateways. */
async function listen(token, index) {
  const base = Number(readFileSync(path.join(STACK, 'port'), 'utf8'));
  const url = `ws://127.0.0.1:${base + 11 + (index % 2)}/gateway`;
  return (await new Session(token, { url }).open()).identify();
}

/** Writes with a nonce that is enforced, and tries again until it is acknowledged: once each in the end. */
async function write(here, channel, content) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await call(here.bot.authorization, 'POST', `/channels/${channel}/messages`, {
      content, nonce: content.slice(0, 25), enforce_nonce: true,
    }).catch(error => ({ status: 0, text: String(error) }));
    if (answer.status === 200) return answer.body.id;
    assert.ok(answer.status === 0 || answer.status >= 500, `${content} answered ${answer.status}: ${answer.text}`);
    if (Date.now() > end) throw new Error(`${content} was never acknowledged: ${answer.text}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function history(here, channel) {
  const found = [];
  let before = '9223372036854775807';
  for (;;) {
    const page = await must(here.bot.authorization, 'GET', `/channels/${channel}/messages?limit=100&before=${before}`);
    if (page.length === 0) return found.reverse();
    found.push(...page);
    before = page.at(-1).id;
  }
}

const TWICE = readFileSync(path.join(STACK, 'kind'), 'utf8').trim() === 'cassandra'
  ? ['guild', 'relay', 'storage-proxy'] : ['guild', 'relay'];
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
        await authorise(other, (await guild(other)).id, here.bot.id);
        const opened = await must(here.bot.authorization, 'POST', '/users/@me/channels', { recipient_id: other.id });
        channels.push(opened.id);
        recipients.set(opened.id, await listen(other.token, channels.length));
      }
      for (let index = 0; index < SESSIONS; index += 1) {
        sessions.push(await listen(here.bot.token, index));
      }
    });

    after(() => {
      for (const session of [...sessions, ...recipients.values()]) session.close();
      start(victim);
    });

    test('no acknowledged message is lost and each session receives each message once, in order', async () => {
      const written = await Promise.all(channels.map(async (channel, which) => {
        const ids = [];
        for (let index = 0; index < MESSAGES / channels.length; index += 1) {
          if (which === 0 && index === 10) kill(victim);
          ids.push(await write(here, channel, `${victim} ${which} ${index}`));
        }
        return ids;
      }));
      for (const [which, channel] of channels.entries()) {
        const stored = await history(here, channel);
        assert.deepEqual(stored.map(message => message.id), written[which], 'what is stored is what was acknowledged');
        const listening = recipients.has(channel) ? [...sessions, recipients.get(channel)] : sessions;
        for (const [number, session] of listening.entries()) {
          const received = () => session.dispatches
            .filter(frame => frame.t === 'MESSAGE_CREATE' && frame.d.channel_id === channel)
            .map(frame => frame.d.id);
          await until(`session ${number} has all of channel ${which}`, () =>
            session.closed || new Set(received()).size === written[which].length, PATIENCE).catch(() => {});
          const numbers = received().map(id => written[which].indexOf(id));
          assert.deepEqual(numbers, written[which].map((id, index) => index), `what session ${number} received of channel ${which}`);
          assert.equal(session.closed, null, `session ${number} stayed connected`);
        }
      }
    });
  });
}
