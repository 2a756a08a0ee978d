'use strict';
const stage = require('./stage');
const { event } = require('./steps');

/** Lets the person do something, answers the interaction that comes of it, and says what the person saw. */
async function when(emitter, name, action, parameters, answer) {
  const came = event(emitter, name);
  const seen = stage.ask(action, parameters);
  const [interaction] = await Promise.race([came, seen.then(() => came)]);
  await answer(interaction);
  return seen;
}

module.exports = { when };
