'use strict';
// Every kind of process of the stack stands still for a short and a long time, is slow, and is killed, one after the other: ./guildhall failover.
const path = require('node:path');
const { parseArgs } = require('node:util');
const { ordeal, name } = require('../support/ordeal');
const { faults, SILENCE } = require('../support/verdict');
const { table } = require('../support/table');
const { COUNTED, JVM, NATIVE, report } = require('./report');

const ROOT = path.resolve(__dirname, '../../..');
const NODES = 'guild-1,relay-1,gateway-1,api-1,storage-proxy-1,etcd,cassandra';
const KINDS = '5,20,60,slow,kill,lag';
// Only guild nodes take themselves for owners by what they hear.
const cells = (nodes, kinds) => nodes.split(',')
  .flatMap(node => kinds.split(',').filter(kind => kind !== 'lag' || node.startsWith('guild')).map(kind => [node, kind]));

const { values: asked } = parseArgs({
  options: {
    nodes: { type: 'string', default: NODES },
    faults: { type: 'string', default: KINDS },
    report: { type: 'string' },
    native: { type: 'boolean' },
  },
});

const seconds = milliseconds => (milliseconds / 1_000).toFixed(1);
const line = (found, slowest) => `${COUNTED.map(key => `${key}=${found[key]}`).join(' ')} slowest_ms=${slowest}`;

/** Each session of one ordeal, and for how long it was silent at most while it was owed something. */
const sessions = found => table(found.each, [
  ['session', life => life.session],
  ['client', life => life.client],
  ['events', life => life.events],
  ['resumed', life => life.resumed],
  ['away s', life => seconds(life.away)],
  ['silent s', life => seconds(life.silent)],
  ['end', life => life.end],
]);

const summary = all => table(all, [
  ['process', result => result.node],
  ['is', result => name(result.kind)],
  ...COUNTED.map(key => [key, result => result.found?.[key] ?? '-']),
  ['longest silence s', result => (result.found ? seconds(result.found.slowest) : '-')],
  ['holds', result => (result.found === null ? 'not led to its end' : faults(result.found).join(' ') || 'yes')],
]);

/** What came of one; `found` is null when it could not be led to its end. */
async function one(node, kind) {
  const what = `${node} ${name(kind)}`;
  try {
    const found = await ordeal(node, kind);
    console.log(`\n${what}: ${line(found, found.slowest)}`);
    for (const row of sessions(found)) console.log(`  ${row}`);
    for (const problem of found.problems) console.log(`  ${problem}`);
    return { node, kind, found };
  } catch (failure) {
    console.log(`\n${what}: ${failure.stack}`);
    return { node, kind, found: null };
  }
}

async function main() {
  const all = [];
  for (const [node, kind] of cells(asked.nodes, asked.faults)) {
    const result = await one(node, kind);
    all.push(result);
    // After each: what was led stays when the rest is not.
    if (asked.report) {
      const told = { ...result, as: asked.native ? NATIVE : JVM, faults: result.found && faults(result.found) };
      report(asked.report, ROOT, [told], cells(NODES, KINDS));
    }
  }
  console.log(`\nA session counts as silent when a message that was acknowledged takes more than ${SILENCE / 1_000} s to it and it is not told that`);
  console.log('it is over. Not counted is the time without a connection, and while the gateway that it is connected to stands still.\n');
  for (const row of summary(all)) console.log(row);
  const found = all.map(result => result.found).filter(result => result !== null);
  const failed = all.length - found.filter(result => faults(result).length === 0).length;
  const sums = Object.fromEntries(COUNTED.map(key => [key, found.reduce((sum, result) => sum + result[key], 0)]));
  console.log(`\nordeals=${all.length} failed=${failed} ${line(sums, Math.max(0, ...found.map(result => result.slowest)))}`);
  process.exit(failed === 0 ? 0 : 1);
}

main();
