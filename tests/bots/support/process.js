'use strict';
// A bot as a process of its own, whose output is kept for who wants to know what went wrong.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { until } = require('../../discordjs/support/clients');

const PATIENCE = 120_000;

/** @param log a stream that takes what it prints */
function begin(command, parameters, options, log) {
  const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', data => {
      said += data;
      log.write(data);
    });
  }
  return {
    ended,
    said: () => said,
    /** Waits until it has printed the text; ends the wait when it ends. */
    printed: text => until(`the bot prints ${text}`, () => {
      if (child.exitCode !== null) throw new Error(`the bot ended: ${said.slice(-2000)}`);
      return said.includes(text);
    }, PATIENCE),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Runs a program to its end. */
async function complete(command, parameters, options, log) {
  const running = begin(command, parameters, options, log);
  const [status] = await running.ended;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${running.said().slice(-2000)}`);
}

module.exports = { begin, complete };
