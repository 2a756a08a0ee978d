'use strict';
// Processes of the multi-process stack are killed, or are slow, or stand still and go on, while messages are written and read. All of them, and for
// longer: ./guildhall failover.
const { test, describe } = require('node:test');
const assert = require('node:assert/strict');
const { ordeal, name } = require('../support/ordeal');
const { faults } = require('../support/verdict');

const ORDEALS = (process.env.GUILDHALL_ORDEALS
  ?? 'guild-1:kill relay-1:kill storage-proxy-1:kill etcd:kill guild-2:20 cassandra:slow gateway-1:20 etcd:20 storage-proxy-2:5').split(' ');

describe('under load no message is lost, and every session has each event once and in order, or is told', () => {
  for (const [node, fault] of ORDEALS.map(one => one.split(':'))) {
    test(`${node} ${name(fault)}`, async () => {
      const found = await ordeal(node, fault);
      assert.deepEqual(found.problems, []);
      assert.deepEqual(faults(found), []);
    });
  }
});
