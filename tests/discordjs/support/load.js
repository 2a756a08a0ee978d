'use strict';
// Messages that are written while nodes fail, and what is stored of them in the end.
const assert = require('node:assert/strict');
const { call, must } = require('./platform');
const { until } = require('./clients');

/** How long, in milliseconds, a write may take to be acknowledged, or a session to receive it. */
const PATIENCE = 60_000;

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

/**
 * What is stored in a channel is what was acknowledged, and each session that listens received each of it once, in order, and stayed
 * connected.
 */
async function everythingOnce(here, channel, written, sessions) {
  const stored = await history(here, channel);
  assert.deepEqual(stored.map(message => message.id), written, 'what is stored is what was acknowledged');
  for (const [number, session] of sessions.entries()) {
    const received = () => session.dispatches
      .filter(frame => frame.t === 'MESSAGE_CREATE' && frame.d.channel_id === channel)
      .map(frame => frame.d.id);
    await until(`session ${number} has all of channel ${channel}`, () =>
      session.closed || new Set(received()).size === written.length, PATIENCE).catch(() => {});
    const numbers = received().map(id => written.indexOf(id));
    assert.deepEqual(numbers, written.map((id, index) => index), `what session ${number} received of channel ${channel}`);
    assert.equal(session.closed, null, `session ${number} stayed connected`);
  }
}

module.exports = { write, everythingOnce };
