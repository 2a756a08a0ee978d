'use strict';
// Takes steps one after the other and prints a line for each, as the runner wants it (see ../../run.js).

/** How long what is waited for may take, and a whole step, in ms. Nothing passes or fails by how fast it was. */
const PATIENCE = 20_000;
const STEP_PATIENCE = 60_000;

/** Waits until the condition holds, and says what was waited for when it never does. */
async function until(what, holds) {
  const end = Date.now() + PATIENCE;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came to pass: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** The parameters of the next event that is accepted; to be made before what causes it. */
function event(emitter, name, accepts = () => true) {
  let resolve;
  let reject;
  const promise = new Promise((...both) => {
    [resolve, reject] = both;
  });
  const hear = (...parameters) => {
    if (accepts(...parameters)) resolve(parameters);
  };
  const timer = setTimeout(() => reject(new Error(`${name} never came`)), PATIENCE);
  emitter.on(name, hear);
  const heard = promise.finally(() => {
    clearTimeout(timer);
    emitter.off(name, hear);
  });
  // Who asked may fail before it waits.
  heard.catch(() => {});
  return heard;
}

/** Takes the steps in their order. Without the first, none of the others makes sense. A text in place of a step says why there is none. */
async function take(steps) {
  for (const [number, [name, step]] of Object.entries(steps).entries()) {
    if (typeof step === 'string') {
      console.log(`skipped ${name} ${step}`);
      continue;
    }
    try {
      await inTime(step());
      console.log(`ok ${name}`);
    } catch (failure) {
      console.error(failure);
      console.log(`failed ${name} ${String(failure).replace(/\s+/g, ' ')}`);
      if (number === 0) return;
    }
  }
}

function inTime(step) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), STEP_PATIENCE);
  });
  return Promise.race([step, late]).finally(() => clearTimeout(timer));
}

module.exports = { until, event, take };
