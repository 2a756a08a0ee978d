'use strict';
// The person's client: it runs commands, presses, chooses and fills in forms, and says what came of it.
const { must } = require('../discordjs/support/platform');
const { Session } = require('../discordjs/support/session');

const [COMMAND, COMPONENT, AUTOCOMPLETE, FORM] = [2, 3, 4, 5];
const LOADING = 1 << 7;
const EPHEMERAL = 1 << 6;

/** Connects the person's client. */
async function visitor(scene) {
  const session = await (await new Session(scene.owner.token).open()).identify();
  let nonces = 0;
  let form;

  async function interact(type, data, more = {}) {
    nonces += 1;
    const nonce = `visitor-${nonces}`;
    await must(scene.owner.token, 'POST', '/interactions', {
      type, data, nonce, application_id: scene.bot.id, guild_id: scene.guild.id, channel_id: scene.guild.text,
      session_id: session.ready.session_id, ...more,
    });
    return nonce;
  }

  /** The interaction's id, once the person's client is told of it. */
  const told = async nonce => (await session.dispatch('INTERACTION_CREATE', d => d.nonce === nonce)).d.id;

  /** The message that answered the interaction, as the person saw it last when it said something. */
  async function answered(id) {
    const mine = d => (d.interaction_metadata ?? d.interaction)?.id === id && !(d.flags & LOADING);
    const frame = await session.frame('the answer', ({ t, d }) => /^MESSAGE_(CREATE|UPDATE)$/.test(t) && mine(d));
    const deferred = session.dispatches.some(({ t, d }) => t === 'MESSAGE_CREATE' && d.id === frame.d.id && (d.flags & LOADING));
    return { id: frame.d.id, content: frame.d.content, ephemeral: Boolean(frame.d.flags & EPHEMERAL), deferred };
  }

  async function command(name) {
    const index = await must(scene.owner.token, 'GET', `/guilds/${scene.guild.id}/application-command-index`);
    const found = index.application_commands.find(each => each.name === name);
    if (!found) throw new Error(`there is no command ${name}`);
    return { id: found.id, version: found.version, guild_id: found.guild_id, name, type: 1 };
  }

  return {
    /** Types the beginning of an option's value; what is offered to go on with. */
    async type({ command: name, option, value, after = [] }) {
      const options = [...after, { type: 3, name: option, value, focused: true }];
      const nonce = await interact(AUTOCOMPLETE, { ...await command(name), options });
      const { d } = await session.dispatch('APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', each => each.nonce === nonce);
      return { choices: d.choices.map(choice => choice.value) };
    },
    /** Runs a command; the message that answers it. */
    async run({ command: name, options = [] }) {
      return answered(await told(await interact(COMMAND, { ...await command(name), options })));
    },
    /** Runs a command that answers with a form; its title and the names of its fields. */
    async open({ command: name }) {
      const nonce = await interact(COMMAND, { ...await command(name), options: [] });
      form = (await session.dispatch('INTERACTION_MODAL_CREATE', d => d.nonce === nonce)).d;
      return { title: form.title };
    },
    /** Sends off the form that was opened last, with a text in its field. */
    async submit({ field, value }) {
      const components = [{ type: 1, components: [{ type: 4, custom_id: field, value }] }];
      return answered(await told(await interact(FORM, { id: form.id, custom_id: form.custom_id, components })));
    },
    /** Presses a button of a message; what the message says then. */
    async press({ message, button }) {
      await interact(COMPONENT, { component_type: 2, custom_id: button }, { message_id: message, message_flags: 0 });
      const { d } = await session.dispatch('MESSAGE_UPDATE', each => each.id === message && each.content !== '');
      return { content: d.content };
    },
    /** Chooses from a menu of a message; the message that answers it. */
    async choose({ message, menu, values }) {
      const data = { component_type: 3, custom_id: menu, values };
      return answered(await told(await interact(COMPONENT, data, { message_id: message, message_flags: 0 })));
    },
    /** Votes for answers of a poll by their ids. */
    async vote({ channel, message, answers }) {
      await must(scene.owner.token, 'PUT', `/channels/${channel}/polls/${message}/answers/@me`, { answer_ids: answers });
    },
    close: () => session.close(),
  };
}

module.exports = { visitor };
