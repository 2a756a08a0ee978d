'use strict';
// What five kinds of bots do for people: moderation, roles, tickets, polls and a queue of songs.
const { test, after } = require('node:test');
const assert = require('node:assert/strict');
const { closeAll } = require('../support/clients');
const { perform } = require('../support/bots/company');

after(closeAll);

test('five bots moderate, give roles, open tickets, ask and queue songs', async () => {
  assert.deepEqual(await perform(), {});
});
