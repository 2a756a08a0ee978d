'use strict';
// What people do when nothing comes of what they did: they do it again.
const { setTimeout: sleep } = require('node:timers/promises');

/** Nodes that die take a while to be replaced. */
const PATIENCE = 120_000;
const PAUSE = 250;

/** Tries until it does not throw. */
async function again(attempt) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(PAUSE);
    }
  }
}

/** Waits for what the condition answers. */
async function come(what, condition) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`never came to pass: ${what}`);
    await sleep(PAUSE / 5);
  }
}

module.exports = { again, come };
