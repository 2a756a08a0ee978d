'use strict';
// A node of the stack stands still, is slow, or is killed, while messages are written.
const { setTimeout: sleep } = require('node:timers/promises');
const { Delay } = require('./delay');
const { Load } = require('./load');
const nodes = require('./nodes');

const BEFORE = 3_000;
/** Long enough for a killed node's lease to end and its work to be taken over. */
const DEAD = 15_000;
const AFTERWARDS = 10_000;
/** A slow node runs for a tenth of the time, in slices that are shorter than what others wait for it. */
const SLOW = { time: 20_000, still: 900, running: 100 };

/**
 * A gateway that stands still can tell nobody anything, so its own clients may wait for as long as it does. Nothing else excuses a silence:
 * a killed gateway's clients know that it is gone, and what was acknowledged can reach sessions without etcd and the store.
 */
const stands = (node, fault) => node.startsWith('gateway') && fault !== 'kill';

/** How late a node that lags hears from etcd; its requests there are still answered in time. */
const LAG = 300;

const name = fault => ({ kill: 'killed', slow: 'slow', lag: 'hears late of others that die and come' })[fault] ?? `still for ${fault} s`;

/**
 * @param fault `kill`, `slow`, `lag` of a guild node, or for how many seconds the node stands still
 * @returns what came of it, as `verdict` counts
 */
async function ordeal(node, fault) {
  return fault === 'lag' ? lagging(node) : led(node, fault, () => befall(node, fault));
}

/** The node learns late of all changes while another of its kind is killed and started: both take themselves for owners. */
async function lagging(node) {
  const other = node.endsWith('1') ? node.replace('1', '2') : node.replace('2', '1');
  const etcd = await Delay.before(nodes.base() + 200);
  try {
    const { GUILDHALL_JAVA_OPTS: options = '' } = process.env;
    const endpoint = `${nodes.encrypted() ? 'https://' : ''}127.0.0.1:${etcd.port}`;
    await nodes.start(node, { GUILDHALL_JAVA_OPTS: `${options} -Dguildhall.discovery.endpoints=${endpoint}` });
    etcd.delay = LAG;
    return await led(node, 'lag', () => befall(other, 'kill'));
  } finally {
    etcd.delay = 0;
    await nodes.start(node);
    etcd.close();
  }
}

async function led(node, fault, happens) {
  const load = await Load.begin();
  try {
    load.run();
    await sleep(BEFORE);
    const from = Date.now();
    await happens();
    const excused = stands(node, fault) ? { gateway: nodes.gateway(Number(node.replace('gateway-', ''))), from, until: Date.now() } : null;
    await sleep(AFTERWARDS);
    await load.stop();
    return await load.outcome(excused);
  } finally {
    load.close();
    nodes.signal(node, 'SIGCONT');
  }
}

async function befall(node, fault) {
  if (fault === 'kill') {
    nodes.signal(node, 'SIGKILL');
    await sleep(DEAD);
    await nodes.start(node);
  } else if (fault === 'slow') {
    const end = Date.now() + SLOW.time;
    while (Date.now() < end) {
      await still(node, SLOW.still);
      await sleep(SLOW.running);
    }
  } else {
    await still(node, Number(fault) * 1_000);
  }
}

async function still(node, time) {
  nodes.signal(node, 'SIGSTOP');
  await sleep(time);
  nodes.signal(node, 'SIGCONT');
}

module.exports = { ordeal, name };
