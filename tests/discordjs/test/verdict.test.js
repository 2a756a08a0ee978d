'use strict';
// What the checker of the ordeals finds, and what it excuses.
const { test, describe } = require('node:test');
const assert = require('node:assert/strict');
const { verdict, faults, SILENCE } = require('../support/verdict');
const { table } = require('../support/table');

const HERE = 'ws://here';
const ELSEWHERE = 'ws://elsewhere';
const START = 1_000_000;
const LATE = SILENCE + 1_000;

/** One session that stays connected to one gateway and received the messages of its only channel so many milliseconds after each. */
function load({ delays, written = delays.length, gateway = HERE, away = [], over = null, began = 0 }) {
  const messages = Array.from({ length: written }, (_, place) => ({
    id: String(place), begun: START + place, acknowledged: START + place,
  }));
  const life = {
    id: 'session', began, joined: new Map([['guild', began]]), away, over, stays: [{ gateway, from: 0, until: Infinity }],
    received: new Map([['channel', delays.map((delay, place) => ({ id: String(place), at: START + place + delay }))]]),
  };
  const listener = { patient: true, lives: [life] };
  return {
    refused: 0, bots: [listener], listeners: [listener],
    channels: [{ id: 'channel', guild: 'guild', written: messages, stored: messages.map(message => message.id) }],
  };
}

const still = { gateway: HERE, from: START, until: START + LATE };

describe('a session', () => {
  test('that has everything soon is in order', () => {
    const found = verdict(load({ delays: [5, 7, 3] }), null);
    assert.deepEqual(faults(found), []);
    assert.equal(found.each[0].silent, 7);
    assert.equal(found.each[0].events, 3);
  });

  test('that waits for longer than the bound was left silent, and it is said for how long', () => {
    const found = verdict(load({ delays: [5, LATE, 5] }), null);
    assert.deepEqual(faults(found), ['silent']);
    assert.equal(found.each[0].silent, LATE);
    assert.equal(found.slowest, LATE);
  });

  test('is excused while its own gateway stands still', () => {
    assert.deepEqual(faults(verdict(load({ delays: [5, LATE] }), still)), []);
  });

  test('is not excused by another gateway', () => {
    assert.deepEqual(faults(verdict(load({ delays: [5, LATE], gateway: ELSEWHERE }), still)), ['silent']);
  });

  test('is excused while it has no connection', () => {
    assert.deepEqual(faults(verdict(load({ delays: [5, LATE], away: [{ from: START, until: START + LATE }] }), null)), []);
  });

  test('that is told too late that it is over was silent until then', () => {
    const soon = { at: START + 5_000, how: 'op 9' };
    assert.deepEqual(faults(verdict(load({ delays: [5], written: 2, over: soon }), null)), []);
    const late = { at: START + LATE + 1, how: 'op 9' };
    assert.deepEqual(faults(verdict(load({ delays: [5], written: 2, over: late }), null)), ['silent']);
  });

  test('waits for what was said before it began only since then', () => {
    const found = verdict(load({ delays: [LATE], began: START + 2_000 }), null);
    assert.deepEqual(faults(found), []);
    assert.equal(found.each[0].silent, LATE - 2_000);
    assert.deepEqual(faults(verdict(load({ delays: [LATE + 2_000], began: START + 1_500 }), null)), ['silent']);
  });

  test('that goes on without a message has missed it', () => {
    assert.ok(faults(verdict(load({ delays: [5], written: 2 }), null)).includes('missed'));
  });
});

test('tables have numbers at the right', () => {
  assert.deepEqual(table([{ a: 'x', b: 5 }, { a: 'yyy', b: 12 }], [['a', row => row.a], ['count', row => row.b]]), [
    'a    count',
    '---  -----',
    'x        5',
    'yyy     12',
  ]);
});
