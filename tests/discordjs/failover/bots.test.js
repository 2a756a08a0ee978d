'use strict';
// The same bots while a process is killed that serves them: who talks to a bot notices nothing but a wait.
const { test, describe, after } = require('node:test');
const assert = require('node:assert/strict');
const { closeAll } = require('../support/clients');
const { perform } = require('../support/bots/company');
const nodes = require('../support/nodes');

const KILLED = (process.env.GUILDHALL_BOTS_KILLED ?? 'guild-1 relay-1').split(' ');

describe('five bots go on while a process is killed', () => {
  after(closeAll);

  for (const node of KILLED) {
    test(`${node} is killed in the middle`, async () => {
      const wrong = await perform(() => nodes.end(node, 'SIGKILL'));
      await nodes.start(node);
      assert.deepEqual(wrong, {});
    });
  }
});
