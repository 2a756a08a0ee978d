'use strict';
// Leads people through a transcript with a bot.
const { call, must } = require('../../discordjs/support/platform');
const { until } = require('../../discordjs/support/clients');
const { read } = require('./transcript');

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNoSHDAihiGlgQAMmxIAVDoDUIAAAAASUVORK5CYII=', 'base64');

/** Everything of a message that a person can read. */
function visible(message) {
  const embeds = (message.embeds ?? []).flatMap(embed => [
    embed.author?.name, embed.title, embed.description, ...(embed.fields ?? []).flatMap(field => [field.name, field.value]), embed.footer?.text,
  ]);
  const files = (message.attachments ?? []).map(file => file.filename);
  return [message.content, ...embeds, ...files].filter(Boolean).join('\n');
}

class Conversation {
  /**
   * @param cast the people, by the names that transcripts have for them
   * @param place {guild_id, channel_id}
   * @param names what transcripts write in braces, beside what they name themselves
   * @param broken a pattern of what the bot says only when it has failed
   */
  constructor({ cast, place, names, broken }) {
    this.cast = cast;
    this.place = place;
    this.names = names;
    this.broken = broken;
    this.used = new Set();
  }

  /** Performs a transcript; the first line that does not come true is told. */
  async perform(file) {
    for (const { line, who, sign, text } of read(file)) {
      try {
        await this[ACTS[sign]](this.cast[who], this.filled(text));
      } catch (error) {
        throw new Error(`line ${line}, ${sign} ${text}: ${error.message}`, { cause: error });
      }
    }
  }

  filled(text) {
    return text.replace(/\{([a-z_]+)\}/g, (whole, name) => this.names[name] ?? whole);
  }

  turn() {
    for (const person of Object.values(this.cast)) person.turn();
    this.used.clear();
  }

  async says(person, text) {
    this.turn();
    this.said = await person.say(this.place.channel_id, text);
  }

  async sends(person, text) {
    this.turn();
    const [name, content, ...more] = text.split('|');
    const bytes = name.endsWith('.png') ? PICTURE : more.join('|');
    this.said = await person.sendFile(this.place.channel_id, content, name, bytes);
  }

  async hears(person, text) {
    await this.expects(person, text, message => message.guild_id !== undefined || message.channel_id === this.place.channel_id);
  }

  async isTold(person, text) {
    await this.expects(person, text, message => message.guild_id === undefined);
  }

  async expects(person, text, where) {
    const pattern = /^\/.+\/$/s.test(text) ? new RegExp(text.slice(1, -1), 's') : undefined;
    let heard = [];
    const fits = message => (pattern ? pattern.test(visible(message)) : visible(message).includes(text));
    const found = await until(text, () => {
      heard = person.heard().filter(message => where(message) && !this.used.has(message));
      const failed = heard.find(message => this.broken.test(visible(message)) && !fits(message));
      if (failed) throw new Error(`the bot said: ${visible(failed)}`);
      return heard.find(fits);
    }).catch(error => {
      throw new Error(`${error.message}; it said ${JSON.stringify(heard.map(visible))}`);
    });
    this.used.add(found);
    this.answer = found;
    this.caught = pattern?.exec(visible(found))?.[1];
  }

  async seesReaction(person, text) {
    await until(`a reaction ${text}`, () => {
      const failed = person.heard().find(message => this.broken.test(visible(message)));
      if (failed) throw new Error(`the bot said: ${visible(failed)}`);
      return person.reactions(this.said.id).some(emoji => emoji === text);
    }).catch(error => {
      throw new Error(`${error.message}; it said ${JSON.stringify(person.heard().map(visible))}`);
    });
  }

  async reacts(person, text) {
    this.turn();
    await person.react(this.answer, text);
  }

  async presses(person, text) {
    this.turn();
    await person.press(this.answer, text);
  }

  async enters(person, text) {
    await person.enter(this.place.guild_id, text);
  }

  async runs(person, text) {
    this.turn();
    const [name, options] = command(text);
    await person.run(this.place, name, options);
  }

  async completes(person, text) {
    const [asked, offered] = text.split(' -> ');
    const [name, options] = command(asked);
    const choices = await person.complete(this.place, name, options);
    if (choices.join(' ') !== offered) throw new Error(`it offered ${choices}`);
  }

  async checks(person, text) {
    const [, method, path, status, body] = /^(\S+) (\S+) (\d+) ?(.*)$/.exec(text);
    let last;
    await until(text, async () => {
      last = await call(person.account.token, method, path);
      return last.status === Number(status) && last.text.includes(body);
    }).catch(error => {
      throw new Error(`${error.message}; it answered ${last.status} ${last.text}`);
    });
  }

  async names_(person, text) {
    if (this.caught === undefined) throw new Error('nothing was in brackets');
    this.names[text] = this.caught;
  }

  async marks(person, text) {
    this.names[text] = this.said.id;
  }
}

function command(text) {
  const [name, ...options] = text.split(/ (?=[a-z]+=)/);
  return [name, Object.fromEntries(options.map(option => option.split(/=(.*)/s).slice(0, 2)))];
}

const ACTS = {
  '>': 'says', '^': 'sends', '<': 'hears', '@': 'isTold', '+': 'seesReaction', '-': 'reacts', '[': 'presses',
  '/': 'runs', '/?': 'completes', $: 'checks', '=': 'names_', ':': 'marks', '~': 'enters',
};

module.exports = { Conversation, visible };
