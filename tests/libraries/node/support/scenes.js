'use strict';
// What the person does in a step, and what of it must have been heard: the same for every library.
const assert = require('node:assert/strict');
const stage = require('./stage');
const { until } = require('./steps');

/** Speaks in a channel that is hidden from who listens, then in the open; the hidden channel's id. */
async function behindClosedDoors(heard) {
  const { id } = await stage.ask('hide');
  await stage.say('behind closed doors', id);
  await stage.say('in the open');
  await until('the open message came', () => heard.length > 0);
  assert.deepEqual(heard, ['in the open']);
  return id;
}

/** Counts before, during and after a cut of the connection; each number is heard once, in order. */
async function acrossACut(heard, resumed) {
  await stage.count(0, 5);
  await stage.ask('cut');
  await stage.count(5, 15);
  await resumed;
  await stage.count(15, 20);
  await until('the last message came', () => heard.includes('number 19'));
  assert.deepEqual(stage.numbersIn(heard), stage.numbers(20));
}

/** Speaks twice to who has no intent for contents: only what mentions the second bot has one. */
async function notForBots(heard) {
  await stage.say('not for bots');
  await stage.say(`for you <@${stage.SECOND_BOT}>`);
  await until('both came', () => heard.length >= 2);
  assert.deepEqual(heard, ['', `for you <@${stage.SECOND_BOT}>`]);
}

module.exports = { behindClosedDoors, acrossACut, notForBots };
