'use strict';
// Every kind of process of the stack stands still for a short and a long time, is slow, and is killed, one after the other: ./guildhall failover.
const { ordeal, name } = require('../support/ordeal');
const { faults } = require('../support/verdict');

const COUNTED = ['messages', 'events', 'sessions', 'ended', 'resumed', 'refused', 'lost', 'missed', 'doubled', 'disordered', 'silent'];
const [nodes, kinds] = process.argv.slice(2).map(list => list.split(','));

const line = (found, slowest) => `${COUNTED.map(key => `${key}=${found[key]}`).join(' ')} slowest_ms=${slowest}`;

/** What came of one, or null when it could not be led to its end. */
async function one(node, kind) {
  const what = `${node} ${name(kind)}`;
  try {
    const found = await ordeal(node, kind);
    console.log(`${what}: ${line(found, found.slowest)}`);
    for (const problem of found.problems) console.log(`  ${problem}`);
    return found;
  } catch (failure) {
    console.log(`${what}: ${failure.stack}`);
    return null;
  }
}

async function main() {
  const all = [];
  for (const node of nodes) for (const kind of kinds) all.push(await one(node, kind));
  const found = all.filter(result => result !== null);
  const failed = all.length - found.filter(result => faults(result).length === 0).length;
  const sums = Object.fromEntries(COUNTED.map(key => [key, found.reduce((sum, result) => sum + result[key], 0)]));
  console.log(`ordeals=${all.length} failed=${failed} ${line(sums, Math.max(0, ...found.map(result => result.slowest)))}`);
  process.exit(failed === 0 ? 0 : 1);
}

main();
