'use strict';
// The scene that the runner has made, and the person in it (see ../../stage.js).

const { env } = process;

/** Lets the person do something, and answers what came of it once it is done. */
async function ask(action, parameters = {}) {
  const response = await fetch(`${env.STAGE_URL}/${action}`, { method: 'POST', body: JSON.stringify(parameters) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${action}: ${answer.error}`);
  return answer;
}

/** The person writes. */
const say = (content, channel = env.CHANNEL_ID) => ask('say', { channel, content });

/** The person writes the numbers from one to below the other, as messages. */
const count = (from, to) => ask('count', { channel: env.CHANNEL_ID, from, to });

/** What count(0, amount) writes. */
const numbers = amount => Array.from({ length: amount }, (_, number) => `number ${number}`);

/** What the person counted; something said before may still have been on its way. */
const numbersIn = contents => contents.filter(content => content.startsWith('number'));

module.exports = {
  API: new URL(env.API_BASE), TOKEN: env.BOT_TOKEN, SECOND_TOKEN: env.BOT_TOKEN_2, GUILD: env.GUILD_ID, CHANNEL: env.CHANNEL_ID,
  VOICE: env.VOICE_CHANNEL_ID, OWNER: env.OWNER_ID, BOT: env.BOT_ID, SECOND_BOT: env.BOT_ID_2,
  ask, say, count, numbers, numbersIn,
};
