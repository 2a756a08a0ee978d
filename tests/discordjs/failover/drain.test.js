'use strict';
// A gateway of the multi-process stack is told to stop while thousands of sessions are connected to it and messages are written.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { world, must } = require('../support/platform');
const { until } = require('../support/clients');
const { crowd } = require('../support/crowd');
const nodes = require('../support/nodes');

const SESSIONS = Number(process.env.GUILDHALL_DRAIN_SESSIONS ?? 5_000);
// guildhall.gateway.drain.timeout, which the test sets: what an orchestrator's grace period has to leave room for.
const DRAIN_SECONDS = Number(process.env.GUILDHALL_DRAIN_SECONDS ?? 120);
const PATIENCE = DRAIN_SECONDS * 1_000 + 120_000;

describe(`when a gateway with ${SESSIONS} sessions is told to stop`, () => {
  let here;
  let sessions;
  const written = [];

  before(async () => {
    await nodes.end('gateway-1', 'SIGTERM', PATIENCE);
    await nodes.start('gateway-1', {
      // All sessions belong to one bot, which may otherwise open a few in a second and a thousand in all.
      GUILDHALL_GATEWAY_IDENTIFY_MAX_CONCURRENCY: '1000000',
      GUILDHALL_GATEWAY_IDENTIFY_TOTAL: '1000000',
      GUILDHALL_GATEWAY_MAX_SESSIONS_PER_ACCOUNT: '1000000',
      GUILDHALL_GATEWAY_DRAIN_TIMEOUT: `${DRAIN_SECONDS}S`,
      // As many as the other processes keep up with where all of them share two processors.
      GUILDHALL_GATEWAY_DRAIN_PER_SECOND: '100',
    });
    here = await world();
    sessions = await crowd(here.bot.token, SESSIONS, nodes.gateway(1), () => nodes.gateway(2));
  });

  after(async () => {
    for (const session of sessions ?? []) session.end('the test is over');
    await nodes.start('gateway-1');
  });

  test('every session is told, resumes on the other gateway and misses nothing', async () => {
    const write = async () => {
      const content = `message ${written.length}`;
      const message = await must(here.bot.authorization, 'POST', `/channels/${here.guild.text}/messages`, { content });
      written.push(message.id);
    };
    for (let count = 0; count < 3; count += 1) await write();
    const stopping = nodes.pid('gateway-1');
    const begun = Date.now();
    process.kill(stopping, 'SIGTERM');
    while (nodes.alive(stopping)) {
      assert.ok(Date.now() < begun + PATIENCE, 'the gateway ends');
      await write();
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    const drained = (Date.now() - begun) / 1000;
    for (let count = 0; count < 3; count += 1) await write();

    const complete = session => session.lost || session.messages.length >= written.length;
    await until('every session has every message', () => sessions.every(complete), PATIENCE).catch(() => {});

    const problems = new Map();
    for (const session of sessions) {
      const problem = problemOf(session, written);
      if (problem) problems.set(problem, (problems.get(problem) ?? 0) + 1);
    }
    assert.deepEqual(Object.fromEntries(problems), {});
    console.log(`# ${SESSIONS} sessions left in ${drained.toFixed(1)} s while ${written.length} messages were written`);
    assert.ok(drained < DRAIN_SECONDS, `it took ${drained} s, longer than the ${DRAIN_SECONDS} s it may take`);
  });
});

/** What went wrong with a session, or null. */
function problemOf(session, written) {
  if (session.lost) return `lost: ${session.lost}`;
  if (session.told !== 'op 7') return `told by ${session.told}`;
  if (session.resumed !== 1) return `resumed ${session.resumed} times`;
  const same = session.messages.length === written.length && session.messages.every((id, index) => id === written[index]);
  return same ? null : `received ${session.messages.map(id => written.indexOf(id))} of ${written.length}`;
}
