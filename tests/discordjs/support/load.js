'use strict';
// Messages in guilds and in private that are written while nodes fail, and whether all that follows from them came.
const { setTimeout: sleep } = require('node:timers/promises');
const { world, guild, authorise, join, person, must } = require('./platform');
const { until } = require('./clients');
const { Listener } = require('./listener');
const { verdict } = require('./verdict');
const nodes = require('./nodes');

const GUILDS = 6;
const PEOPLE = 6;
const LISTENERS = 4;
/** Between two messages of a channel: what the rate limits of the stack let through. */
const PAUSE = 300;
/** How long one request may take before the same message is sent again, to the other API node. */
const REQUEST = 8_000;
/** How long a message may stay without an acknowledgement, a history unread, and a session without what it has to get. */
const PATIENCE = 120_000;

/** A bot that writes to several guilds, so that every node has some of them whichever way the ring falls, and to several people. */
class Load {
  static async begin() {
    const here = await world();
    const load = new Load(here);
    load.write(here.guild.text, { guild: here.guild.id });
    for (let count = 1; count < GUILDS; count += 1) {
      const made = await guild(here.owner);
      await authorise(here.owner, made.id, here.bot.id);
      load.write(made.text, { guild: made.id });
    }
    for (let count = 0; count < PEOPLE; count += 1) {
      const other = await person('other');
      await join(here.owner, here.guild.text, other);
      const opened = await must(here.bot.authorization, 'POST', '/users/@me/channels', { recipient_id: other.id });
      load.write(opened.id, { recipient: load.listen(other.token, count) });
    }
    for (let count = 0; count < LISTENERS; count += 1) load.bots.push(load.listen(here.bot.token, count));
    const joined = listener => listener.life && (!load.bots.includes(listener) || listener.life.joined.size === GUILDS);
    await until('all sessions have begun', () => load.listeners.every(joined), PATIENCE);
    return load;
  }

  constructor(here) {
    this.here = here;
    this.listeners = [];
    this.bots = [];
    this.channels = [];
    this.stopping = false;
    this.refused = 0;
  }

  /** Each gateway has clients that stay, and clients that leave it when it is silent. */
  listen(token, count) {
    const [first, second] = count % 2 === 0 ? [1, 2] : [2, 1];
    const listener = new Listener(token, [nodes.gateway(first), nodes.gateway(second)], { patient: count % 4 < 2 });
    this.listeners.push(listener);
    return listener;
  }

  write(id, whose) {
    this.channels.push({ id, ...whose, written: [] });
  }

  /** Writes to all channels, to each one message after the other, until {@link stop}. */
  run() {
    this.writing = Promise.all(this.channels.map(async channel => {
      while (!this.stopping) {
        channel.written.push(await this.message(channel.id, `${channel.id} ${channel.written.length}`));
        await sleep(PAUSE);
      }
    }));
    // Awaited in the end; what goes wrong before is not lost.
    this.writing.catch(() => {});
  }

  /** The same message with an enforced nonce until it is acknowledged: once in the end, also where an answer was lost. */
  async message(channel, content) {
    const begun = Date.now();
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.post(attempt, channel, { content, nonce: content.slice(-25), enforce_nonce: true });
      if (answer.status === 200) return { id: answer.body.id, begun, acknowledged: Date.now() };
      if (answer.status !== 0 && answer.status !== 429 && answer.status < 500) {
        throw new Error(`${content} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      }
      if (answer.status !== 429) this.refused += 1;
      if (Date.now() > begun + PATIENCE) throw new Error(`${content} was never acknowledged: ${answer.status} ${JSON.stringify(answer.body)}`);
      await sleep(answer.status === 429 ? answer.body.retry_after * 1_000 : 200);
    }
  }

  async post(attempt, channel, body) {
    try {
      const answer = await fetch(`${nodes.api(1 + attempt % 2)}/v10/channels/${channel}/messages`, {
        method: 'POST',
        headers: { authorization: this.here.bot.authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(REQUEST),
      });
      return { status: answer.status, body: await answer.json() };
    } catch (silent) {
      return { status: 0, body: String(silent) };
    }
  }

  /** Ends the writing; resolves when everything was acknowledged. */
  async stop() {
    this.stopping = true;
    await this.writing;
  }

  /**
   * What came of it, as {@link verdict} counts it, when every session has everything or time is over.
   *
   * @param excused from when until when the sessions of which gateway could not hear anything, or null
   */
  async outcome(excused) {
    for (const channel of this.channels) channel.stored = await this.history(channel.id);
    await until('everything came', () => verdict(this, excused).missed === 0, PATIENCE).catch(() => {});
    return verdict(this, excused);
  }

  async history(channel) {
    const found = [];
    let before = '9223372036854775807';
    for (;;) {
      const page = await must(this.here.bot.authorization, 'GET', `/channels/${channel}/messages?limit=100&before=${before}`);
      if (page.length === 0) return found.reverse();
      found.push(...page.map(message => message.id));
      before = page.at(-1).id;
    }
  }

  close() {
    this.stopping = true;
    for (const listener of this.listeners) listener.close();
  }
}

module.exports = { Load };
