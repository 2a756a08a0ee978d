'use strict';
// A person at a client: says things, and takes in what a bot says.
const { must } = require('./platform');
const { Session } = require('./session');
const { again } = require('./bots/patience');

const [COMMAND, COMPONENT, AUTOCOMPLETE, FORM] = [2, 3, 4, 5];
const BUTTON = 2;
const MENUS = [3, 5, 6, 7, 8];
/** The types of options that hold others, and of those that are numbers. */
const HOLDING = [1, 2];
const NUMBERS = [4, 10];
/** As long as a nonce may be. */
const NONCE = 25;

/** Options as they are sent; those of a subcommand, or of a group of these, are an object. */
function typed(declared, options) {
  return Object.entries(options).map(([name, value]) => {
    const { type, options: within = [] } = declared.find(each => each.name === name);
    if (HOLDING.includes(type)) return { type, name, options: typed(within, value) };
    return { type, name, value: NUMBERS.includes(type) ? Number(value) : value };
  });
}

class Person {
  constructor(account, bot) {
    this.account = account;
    this.bot = bot;
    this.nonces = 0;
  }

  /** Comes online. */
  async arrive() {
    this.session = await (await new Session(this.account.token).open()).identify();
    this.since = this.session.dispatches.length;
    return this;
  }

  leave() {
    this.session.close();
  }

  /** From here on, what came before is no answer. */
  turn() {
    this.since = this.session.dispatches.length;
  }

  async say(channel, content) {
    return must(this.account.token, 'POST', `/channels/${channel}/messages`, { content });
  }

  /** Says it until it is said, once: also while what answers dies. */
  insist(channel, content) {
    this.nonces += 1;
    const nonce = `${this.account.id}-${this.nonces}`.slice(-NONCE);
    return again(() => must(this.account.token, 'POST', `/channels/${channel}/messages`, { content, nonce, enforce_nonce: true }));
  }

  async sendFile(channel, content, name, bytes) {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content }));
    form.set('files[0]', new Blob([bytes]), name);
    return must(this.account.token, 'POST', `/channels/${channel}/messages`, form);
  }

  react(message, emoji) {
    return must(this.account.token, 'PUT',
      `/channels/${message.channel_id}/messages/${message.id}/reactions/${encodeURIComponent(emoji)}/@me`);
  }

  /** Enters a voice channel. */
  async enter(guild, channel) {
    this.session.send(4, { guild_id: guild, channel_id: channel, self_mute: false, self_deaf: false });
    await this.session.dispatch('VOICE_STATE_UPDATE', d => d.user_id === this.account.id && d.channel_id === channel);
  }

  /** What the bot has said or changed since the person's last turn, oldest first. */
  heard() {
    return this.session.dispatches.slice(this.since)
      .filter(({ t, d }) => /^MESSAGE_(CREATE|UPDATE)$/.test(t) && d.author?.id === this.bot.id)
      .map(({ d }) => d);
  }

  /** What the bot has said or changed in a channel ever, latest first. */
  heardIn(channel) {
    return this.session.dispatches
      .filter(({ t, d }) => /^MESSAGE_(CREATE|UPDATE)$/.test(t) && d.author?.id === this.bot.id && d.channel_id === channel)
      .map(({ d }) => d).reverse();
  }

  /** The emojis with which the bot has reacted to a message. */
  reactions(message) {
    return this.session.dispatches
      .filter(({ t, d }) => t === 'MESSAGE_REACTION_ADD' && d.message_id === message && d.user_id === this.bot.id)
      .map(({ d }) => d.emoji.name);
  }

  /** Presses a button by its label, emoji or name. An application that does not answer in time is an error, as everywhere below. */
  async press(message, label) {
    const buttons = message.components.flatMap(row => row.components ?? []);
    const button = buttons.find(each => each.type === BUTTON && [each.label, each.emoji?.name, each.custom_id].includes(label));
    if (!button) throw new Error(`there is no button ${label} in ${JSON.stringify(message.components)}`);
    await this.answered(await this.interact(COMPONENT, message, { component_type: BUTTON, custom_id: button.custom_id },
      { message_id: message.id, message_flags: message.flags }));
  }

  /** Chooses from the menu of a message. */
  async choose(message, values) {
    const menu = message.components.flatMap(row => row.components ?? []).find(each => MENUS.includes(each.type));
    await this.answered(await this.interact(COMPONENT, message, { component_type: menu.type, custom_id: menu.custom_id, values },
      { message_id: message.id, message_flags: message.flags }));
  }

  /** Waits until the application has answered an interaction. */
  async answered(nonce) {
    const { t } = await this.session.frame('an answer', frame => /^INTERACTION_(SUCCESS|FAILURE)$/.test(frame.t) && frame.d.nonce === nonce);
    if (t === 'INTERACTION_FAILURE') throw new Error('the application did not answer in time');
  }

  async interact(type, place, data, more = {}) {
    this.nonces += 1;
    const nonce = `${this.account.username}-${this.nonces}`;
    await must(this.account.token, 'POST', '/interactions', {
      type, data, nonce, application_id: this.bot.id, guild_id: place.guild_id, channel_id: place.channel_id,
      session_id: this.session.ready.session_id, ...more,
    });
    return nonce;
  }

  /** Runs a command of the menu of a user or of a message. */
  async pick(place, name, target) {
    const { id, version, guild_id, type } = await this.named(place, name);
    await this.answered(await this.interact(COMMAND, place, { id, version, guild_id, name, type, target_id: target }));
  }

  /** Fills in the form that a slash command opens. */
  async fill(place, name, values) {
    const { d: form } = await this.opened(await this.interact(COMMAND, place, await this.command(place, name, {})));
    const components = form.components.map(row => ({
      type: row.type, components: row.components.map(({ type, custom_id }) => ({ type, custom_id, value: values[custom_id] ?? '' })),
    }));
    await this.answered(await this.interact(FORM, place, { id: form.id, custom_id: form.custom_id, components }));
  }

  opened(nonce) {
    return this.session.dispatch('INTERACTION_MODAL_CREATE', each => each.nonce === nonce);
  }

  /** Runs a slash command with the options, by their names. */
  async run(place, name, options) {
    await this.answered(await this.interact(COMMAND, place, await this.command(place, name, options)));
  }

  /** How an option of a slash command may go on. */
  async complete(place, name, options) {
    const data = await this.command(place, name, options);
    data.options.at(-1).focused = true;
    const nonce = await this.interact(AUTOCOMPLETE, place, data);
    const { d } = await this.session.dispatch('APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', each => each.nonce === nonce);
    return d.choices.map(choice => choice.value);
  }

  async named(place, name) {
    const index = await must(this.account.token, 'GET', `/guilds/${place.guild_id}/application-command-index`);
    const found = index.application_commands.find(each => each.name === name);
    if (!found) throw new Error(`there is no command ${name}`);
    return found;
  }

  async command(place, name, options) {
    const found = await this.named(place, name);
    return { id: found.id, version: found.version, guild_id: found.guild_id, name, type: 1, options: typed(found.options, options) };
  }
}

module.exports = { Person };
