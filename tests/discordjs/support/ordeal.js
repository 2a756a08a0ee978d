'use strict';
// A node of the stack stands still, or is killed, while messages are written.
const { setTimeout: sleep } = require('node:timers/promises');
const { Load } = require('./load');
const nodes = require('./nodes');

const BEFORE = 3_000;
/** Long enough for a killed node's lease to end and its work to be taken over. */
const DEAD = 15_000;
const AFTERWARDS = 10_000;

/**
 * @param fault `kill`, or for how many seconds the node stands still, as a string or a number
 * @returns what came of it, as `verdict` counts
 */
async function ordeal(node, fault) {
  const load = await Load.begin();
  let excused = null;
  try {
    load.run();
    await sleep(BEFORE);
    if (fault === 'kill') {
      nodes.signal(node, 'SIGKILL');
      await sleep(DEAD);
      await nodes.start(node);
    } else {
      const from = Date.now();
      nodes.signal(node, 'SIGSTOP');
      await sleep(Number(fault) * 1_000);
      nodes.signal(node, 'SIGCONT');
      if (node.startsWith('gateway')) excused = { from, until: Date.now() };
    }
    await sleep(AFTERWARDS);
    await load.stop();
    return await load.outcome(excused);
  } finally {
    load.close();
    nodes.signal(node, 'SIGCONT');
  }
}

module.exports = { ordeal };
