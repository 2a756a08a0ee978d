'use strict';
// The report of ordeals that are led in pieces.
const { test, describe } = require('node:test');
const assert = require('node:assert/strict');
const { JVM, NATIVE, merged, read, written } = require('../failover/report');

const CELLS = [['guild-1', '5'], ['guild-1', 'kill'], ['etcd', '5']];
const row = (process, fault, holds, commit, as = JVM) => ({ process, fault, as, messages: '7', slowest_ms: '12', holds, commit });

describe('the report of failover', () => {
  test('keeps what other runs led, and takes the newer of what both led', () => {
    const earlier = written(merged([], [row('etcd', '5', 'yes', 'a'), row('guild-1', 'kill', 'missed', 'a')], CELLS));
    const rows = merged(read(earlier), [row('guild-1', 'kill', 'yes', 'b')], CELLS);
    assert.deepEqual(rows.map(({ process, fault, holds, commit }) => [process, fault, holds, commit]), [
      ['guild-1', '5', undefined, undefined], ['guild-1', 'kill', 'yes', 'b'], ['etcd', '5', 'yes', 'a'],
    ]);
  });

  test('says what was never led, and counts what holds', () => {
    const text = written(merged([], [row('etcd', '5', 'silent', 'a')], CELLS));
    assert.match(text, /^1 of 3 cells were led, and 0 of these hold\.$/m);
    assert.match(text, /^\| guild-1 +\| 5 +\|.*\| not led +\|/m);
    assert.equal(read(text).length, 1);
  });

  test('keeps executables apart from JVMs', () => {
    const earlier = written(merged([], [row('etcd', '5', 'yes', 'a'), row('etcd', '5', 'missed', 'a', NATIVE)], CELLS));
    const rows = merged(read(earlier), [row('etcd', '5', 'yes', 'b', NATIVE)], CELLS).filter(({ holds }) => holds);
    assert.deepEqual(rows.map(({ as, holds, commit }) => [as, holds, commit]), [[JVM, 'yes', 'a'], [NATIVE, 'yes', 'b']]);
  });

  test('reads reports of before executables were led', () => {
    const older = '| process | fault | messages | holds | commit |\n|---|---|---|---|---|\n| etcd | 5 | 7 | yes | a |\n';
    assert.deepEqual(read(older), [{ process: 'etcd', fault: '5', as: JVM, messages: '7', holds: 'yes', commit: 'a' }]);
  });

  test('has room for what is no part of the matrix', () => {
    const rows = merged([], [row('gateway-2', '20', 'yes', 'a')], CELLS);
    assert.deepEqual(rows.at(-1).process, 'gateway-2');
    assert.equal(rows.length, CELLS.length + 1);
  });
});
