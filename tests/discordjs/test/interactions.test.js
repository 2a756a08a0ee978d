'use strict';
// What a person does with commands, components and forms, over plain HTTP and a session without a library, and how a discord.js bot
// answers it.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const {
  ActionRowBuilder, ApplicationCommandOptionType, ButtonBuilder, ButtonStyle, Events, MessageFlags, ModalBuilder, StringSelectMenuBuilder,
  TextInputBuilder, TextInputStyle,
} = require('discord.js');
const { world, person, join, must, call } = require('../support/platform');
const { login, closeAll, event, until } = require('../support/clients');
const { Session } = require('../support/session');

describe('interactions', () => {
  let here;
  let client;
  let channel;
  let command;
  let owner;
  let other;
  let guest;
  let nonces = 0;

  before(async () => {
    here = await world();
    guest = await person('guest');
    await join(here.owner, here.guild.text, guest);
    client = await login(here.bot.token);
    channel = client.channels.cache.get(here.guild.text);
    command = await client.application.commands.create({
      name: 'ask',
      description: 'Asks',
      options: [
        { type: ApplicationCommandOptionType.String, name: 'what', description: 'What', required: true, autocomplete: true },
        { type: ApplicationCommandOptionType.User, name: 'who', description: 'Whom' },
        { type: ApplicationCommandOptionType.Integer, name: 'count', description: 'How often', minValue: 1, maxValue: 9 },
      ],
    });
    owner = await (await new Session(here.owner.token).open()).identify();
    other = await (await new Session(guest.token).open()).identify();
  });
  after(async () => {
    owner?.close();
    other?.close();
    await closeAll();
  });

  /** The owner does something with the bot; returns the nonce. */
  async function interact(type, data, more = {}) {
    nonces += 1;
    const nonce = `n${nonces}`;
    await must(here.owner.token, 'POST', '/interactions', {
      type, data, nonce, application_id: here.bot.id, guild_id: here.guild.id, channel_id: here.guild.text,
      session_id: owner.ready.session_id, ...more,
    });
    return nonce;
  }

  const run = options => interact(2, { id: command.id, version: command.version, name: 'ask', type: 1, options });
  const ask = what => run([{ type: 3, name: 'what', value: what }]);
  const press = (message, customId, componentType = 2, values = undefined) => interact(
    3, { component_type: componentType, custom_id: customId, values }, { message_id: message.id, message_flags: message.flags ?? 0 });
  const told = (name, nonce) => owner.dispatch(name, d => d.nonce === nonce).then(frame => frame.d);
  const interaction = () => event(client, Events.InteractionCreate);

  test('a slash command with options is told, answered and seen', async () => {
    const received = interaction();
    const nonce = await run([
      { type: 3, name: 'what', value: 'this' }, { type: 6, name: 'who', value: here.owner.id }, { type: 4, name: 'count', value: 3 }]);
    const asked = await received;
    assert.ok(asked.isChatInputCommand());
    assert.equal(asked.options.getString('what'), 'this');
    assert.equal(asked.options.getUser('who').id, here.owner.id);
    assert.equal(asked.options.getInteger('count'), 3);
    assert.equal(asked.member.id, here.owner.id);
    assert.ok(asked.memberPermissions.has('Administrator'));
    assert.equal(asked.channel.id, here.guild.text);
    const answered = await asked.reply({ content: 'an answer', withResponse: true });
    assert.equal(answered.resource.message.content, 'an answer');
    const message = (await other.dispatch('MESSAGE_CREATE', d => d.content === 'an answer')).d;
    assert.equal(message.type, 20);
    assert.equal(message.interaction_metadata.user.id, here.owner.id);
    await told('INTERACTION_SUCCESS', nonce);

    await asked.editReply('another answer');
    await other.dispatch('MESSAGE_UPDATE', d => d.id === message.id && d.content === 'another answer');
    const more = await asked.followUp('and more');
    assert.equal(more.reference.messageId, message.id);
    assert.equal((await more.edit('and more of it')).content, 'and more of it');
    assert.equal((await asked.fetchReply()).id, message.id);
    await asked.deleteReply(more);
    await asked.deleteReply();
    await other.dispatch('MESSAGE_DELETE', d => d.id === message.id);
    const again = await call(null, 'POST', `/interactions/${asked.id}/${asked.token}/callback`, { type: 4, data: { content: 'x' } });
    assert.equal(again.body.code, 40060);
  });

  test('an activity is launched, looked at and left', async () => {
    const received = interaction();
    await ask('to play');
    const launched = await (await received).launchActivity({ withResponse: true });
    const path = `/applications/${here.bot.id}/activity-instances/${launched.resource.activityInstance.id}`;
    const instance = await must(here.bot.authorization, 'GET', path);
    assert.deepEqual(instance.users, [here.owner.id]);
    assert.equal(instance.location.channel_id, here.guild.text);
    await must(here.owner.token, 'DELETE', `/channels/${here.guild.text}/activities/${here.bot.id}/users/@me`);
    assert.equal((await call(here.bot.authorization, 'GET', path)).status, 404);
  });

  test('autocompletion answers the one who types', async () => {
    const received = interaction();
    nonces += 1;
    const nonce = await interact(4, {
      id: command.id, version: command.version, name: 'ask', type: 1, options: [{ type: 3, name: 'what', value: 'th', focused: true }] });
    const typed = await received;
    assert.ok(typed.isAutocomplete());
    assert.equal(typed.options.getFocused(), 'th');
    await typed.respond([{ name: 'This', value: 'this' }]);
    assert.equal((await told('APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', nonce)).choices[0].value, 'this');
  });

  test('a file is the value of an option, and the bot downloads it', async () => {
    const taking = await client.application.commands.create({
      name: 'take', description: 'Takes', options: [{ type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'File' }] });
    const form = new FormData();
    form.append('payload_json', JSON.stringify({
      type: 2, application_id: here.bot.id, guild_id: here.guild.id, channel_id: here.guild.text, session_id: owner.ready.session_id,
      data: {
        id: taking.id, version: taking.version, name: 'take', type: 1, options: [{ type: 11, name: 'file', value: 0 }],
        attachments: [{ id: '0', filename: 'given.txt' }],
      },
    }));
    form.append('files[0]', new Blob(['given']), 'given.txt');
    const received = interaction();
    await must(here.owner.token, 'POST', '/interactions', form);
    const asked = await received;
    const attachment = asked.options.getAttachment('file');
    assert.equal(attachment.name, 'given.txt');
    assert.equal(await (await fetch(attachment.url)).text(), 'given');
    await asked.reply('thanks');
  });

  test('a deferred answer is announced and then said', async () => {
    const received = interaction();
    await ask('later');
    const asked = await received;
    await asked.deferReply();
    const announced = (await other.dispatch('MESSAGE_CREATE', d => (d.flags & 128) !== 0)).d;
    await asked.editReply({ content: 'said', files: [{ attachment: Buffer.from('text'), name: 'said.txt' }] });
    const said = (await other.dispatch('MESSAGE_UPDATE', d => d.id === announced.id && d.content === 'said')).d;
    assert.equal(said.flags & 128, 0);
    assert.equal(said.attachments.length, 1);
  });

  test('an ephemeral answer is seen by one person', async () => {
    const received = interaction();
    await ask('quietly');
    const asked = await received;
    await asked.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    const whispered = (await owner.dispatch('MESSAGE_CREATE', d => d.content === 'psst')).d;
    assert.equal(whispered.flags, 64);
    await asked.followUp({ content: 'psst again', flags: MessageFlags.Ephemeral });
    await asked.followUp('aloud');
    await other.dispatch('MESSAGE_CREATE', d => d.content === 'aloud');
    assert.ok(!other.contents().some(content => content.startsWith('psst')));
    const listed = await must(here.bot.authorization, 'GET', `/channels/${here.guild.text}/messages`);
    assert.ok(!listed.some(message => message.id === whispered.id));
    await asked.deleteReply();
    await owner.dispatch('MESSAGE_DELETE', d => d.id === whispered.id);
  });

  test('a button and a menu change their message', async () => {
    const message = await channel.send({
      content: 'choose',
      components: [
        new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary)),
        new ActionRowBuilder().addComponents(new StringSelectMenuBuilder().setCustomId('pick').addOptions(
          { label: 'A', value: 'a' }, { label: 'B', value: 'b' })),
      ],
    });
    const pressed = interaction();
    await press(message, 'go');
    const button = await pressed;
    assert.ok(button.isButton());
    assert.equal(button.message.id, message.id);
    await button.deferUpdate();
    await button.editReply('pressed');
    await other.dispatch('MESSAGE_UPDATE', d => d.id === message.id && d.content === 'pressed');
    const chosen = interaction();
    await press(message, 'pick', 3, ['b']);
    const menu = await chosen;
    assert.ok(menu.isStringSelectMenu());
    assert.deepEqual(menu.values, ['b']);
    await menu.update({ content: 'chosen', components: [] });
    await other.dispatch('MESSAGE_UPDATE', d => d.id === message.id && d.content === 'chosen');
  });

  test('a form is opened and sent off', async () => {
    const received = interaction();
    const nonce = await ask('in writing');
    const asked = await received;
    await asked.showModal(new ModalBuilder().setCustomId('form').setTitle('Form').addComponents(
      new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short))));
    const form = await told('INTERACTION_MODAL_CREATE', nonce);
    assert.equal(form.title, 'Form');
    const sent = interaction();
    await interact(5, { id: form.id, custom_id: form.custom_id, components: [
      { type: 1, components: [{ type: 4, custom_id: 'text', value: 'written' }] }] });
    const submitted = await sent;
    assert.ok(submitted.isModalSubmit());
    assert.equal(submitted.fields.getTextInputValue('text'), 'written');
    await submitted.reply('thanks');
  });

  test('a bot that says nothing has failed', async () => {
    const received = interaction();
    const nonce = await ask('nothing');
    const asked = await received;
    await told('INTERACTION_FAILURE', nonce);
    await assert.rejects(asked.reply('too late'), { code: 10062 });
  });

  test('a command is found in the index, and only by those to whom it is granted', async () => {
    const index = async token => (await must(token, 'GET', `/channels/${here.guild.text}/application-command-index`)).application_commands;
    const listed = (await index(guest.token)).find(found => found.id === command.id);
    assert.equal(listed.version, command.version);
    const updated = event(client, Events.ApplicationCommandPermissionsUpdate);
    await must(here.owner.token, 'PUT', `/applications/${here.bot.id}/guilds/${here.guild.id}/commands/${command.id}/permissions`, {
      permissions: [{ id: guest.id, type: 2, permission: false }],
    });
    assert.equal((await updated).permissions[0].id, guest.id);
    assert.ok(!(await index(guest.token)).some(found => found.id === command.id));
    const refused = await call(guest.token, 'POST', '/interactions', {
      type: 2, application_id: here.bot.id, guild_id: here.guild.id, channel_id: here.guild.text, session_id: 'x',
      data: { id: command.id, version: command.version, name: 'ask', type: 1, options: [{ type: 3, name: 'what', value: 'x' }] },
    });
    assert.equal(refused.body.code, 50013);
    const fetched = await client.application.commands.permissions.fetch({ guild: here.guild.id, command: command.id });
    assert.equal(fetched[0].permission, false);
  });

  test('a command works in private too', async () => {
    const direct = await must(here.owner.token, 'POST', '/users/@me/channels', { recipient_id: here.bot.id });
    const received = interaction();
    await interact(
      2, { id: command.id, version: command.version, name: 'ask', type: 1, options: [{ type: 3, name: 'what', value: 'here' }] },
      { guild_id: undefined, channel_id: direct.id });
    const asked = await received;
    assert.equal(asked.user.id, here.owner.id);
    assert.equal(asked.guildId, null);
    await asked.reply('here');
    await owner.dispatch('MESSAGE_CREATE', d => d.channel_id === direct.id && d.content === 'here');
  });

  test('refusals say why', async () => {
    const refused = async (code, type, data, more = {}) => {
      const answer = await call(here.owner.token, 'POST', '/interactions', {
        type, data, application_id: here.bot.id, channel_id: here.guild.text, session_id: 'x', ...more });
      assert.equal(answer.body.code, code, answer.text);
    };
    await refused(10063, 2, { id: '1' });
    await refused(50035, 2, { id: command.id, options: [] });
    await refused(50035, 2, { id: command.id, version: '1', options: [] });
    await refused(10002, 2, { id: command.id }, { application_id: here.owner.id });
    await refused(10003, 2, { id: command.id }, { channel_id: '1' });
    await refused(10008, 3, { component_type: 2, custom_id: 'x' }, { message_id: '1' });
    await refused(10062, 5, { id: '1', custom_id: 'x', components: [] });
    const unknown = await call(null, 'POST', '/interactions/1/none/callback', { type: 6 });
    assert.equal(unknown.body.code, 10062);
    for (const method of ['GET', 'DELETE']) {
      assert.equal((await call(null, method, `/webhooks/${here.bot.id}/none/messages/@original`)).body.code, 10015);
    }
    await until('the bot is still there', () => client.isReady());
  });
});
