'use strict';
const assert = require('node:assert/strict');
const stage = require('./stage');

const BURST = 25;
/** A slow machine meets no limit with a few. */
const BURSTS = 8;

/**
 * Sends more than may be sent at once until a rate limit was met; everything arrives, and nothing is sent against the limit.
 *
 * @param send a content; the message that was sent
 */
async function untilLimited(send) {
  let counted = { met: 0 };
  for (let burst = 0; burst < BURSTS && counted.met === 0; burst += 1) {
    const contents = Array.from({ length: BURST }, (_, number) => `burst ${burst} ${number}`);
    const sent = await Promise.all(contents.map(send));
    assert.deepEqual(sent.map(message => message.content), contents);
    counted = await stage.ask('limits');
  }
  assert.ok(counted.met > 0, 'no limit was met');
  assert.equal(counted.broken, 0);
}

module.exports = { untilLimited };
