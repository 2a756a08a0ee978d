'use strict';
// The processes of the multi-process stack, by name: told to stop, killed, frozen and started again.
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { until } = require('./clients');

const ROOT = path.resolve(__dirname, '../../..');
const STACK = process.env.GUILDHALL_STACK_DIR;
const PATIENCE = 60_000;

const read = (...file) => readFileSync(path.join(STACK, ...file), 'utf8').trim();
const base = () => Number(read('port'));
const gateway = number => `ws://127.0.0.1:${base() + 10 + number}/gateway`;
/** The REST API of a node. */
const api = number => `http://127.0.0.1:${base() + number - 1}/api`;
const pid = node => Number(read('pids', node));

function alive(process_) {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}

/** Sends a signal; a node that has ended already is left alone. */
function signal(node, name) {
  if (alive(pid(node))) process.kill(pid(node), name);
}

/** Sends a signal that ends the node, and waits until it has ended. */
async function end(node, name, patience = PATIENCE) {
  const ending = pid(node);
  signal(node, name);
  await until(`${node} ends`, () => !alive(ending), patience);
}

/**
 * Starts a node, and resolves when it is ready; what else goes on here goes on. One that still runs, since a test failed half-way, ends
 * first.
 */
async function start(node, settings = {}) {
  await end(node, 'SIGKILL');
  const starting = spawn(path.join(ROOT, 'guildhall'), ['stack', 'start', node], {
    stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings },
  });
  const [status] = await once(starting, 'exit');
  assert.equal(status, 0, `${node} starts again`);
}

/** The store that the stack stands on. */
const kind = () => read('kind');
/** Whether the processes of the stack talk over TLS. */
const encrypted = () => existsSync(path.join(STACK, 'tls'));

module.exports = { alive, api, base, encrypted, end, gateway, kind, pid, signal, start };
