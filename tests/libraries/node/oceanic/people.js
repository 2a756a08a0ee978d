'use strict';
// Steps with what people ask of a bot, in oceanic.js.
const assert = require('node:assert/strict');
const {
  ApplicationCommandOptionTypes, ApplicationCommandTypes, ButtonStyles, ComponentTypes, MessageFlags, TextInputStyles,
} = require('oceanic.js');
const stage = require('../support/stage');
const { when } = require('../support/asked');

const { CHANNEL, GUILD, BOT } = stage;

const row = (...components) => ({ type: ComponentTypes.ACTION_ROW, components });

module.exports = client => {
  const { applications, channels } = client.rest;
  const asked = (action, parameters, answer) => when(client, 'interactionCreate', action, parameters, answer);
  const command = (name, options = []) =>
    applications.createGuildCommand(BOT, GUILD, { type: ApplicationCommandTypes.CHAT_INPUT, name, description: 'Of a test', options });
  return {
    async slash() {
      const whom = { type: ApplicationCommandOptionTypes.STRING, name: 'whom', description: 'Whom', required: true, autocomplete: true };
      await command('greet', [whom, { type: ApplicationCommandOptionTypes.INTEGER, name: 'often', description: 'How often' }]);
      const offered = await asked('type', { command: 'greet', option: 'whom', value: 'wo' }, interaction => {
        assert.ok(interaction.isAutocompleteInteraction());
        assert.equal(interaction.data.options.getFocused().value, 'wo');
        return interaction.result([{ name: 'World', value: 'world' }]);
      });
      assert.deepEqual(offered.choices, ['world']);
      const options = [{ type: 3, name: 'whom', value: 'world' }, { type: 4, name: 'often', value: 2 }];
      const seen = await asked('run', { command: 'greet', options }, interaction => {
        assert.equal(interaction.data.options.getString('whom'), 'world');
        assert.equal(interaction.data.options.getInteger('often'), 2);
        assert.equal(interaction.member.id, stage.OWNER);
        return interaction.createMessage({ content: 'hello world, hello world' });
      });
      assert.equal(seen.content, 'hello world, hello world');
      assert.ok(!seen.ephemeral);
    },
    async deferred() {
      await command('think');
      const seen = await asked('run', { command: 'think' }, async interaction => {
        await interaction.defer();
        await interaction.editOriginal({ content: 'thought' });
      });
      assert.equal(seen.content, 'thought');
      assert.ok(seen.deferred);
    },
    async ephemeral() {
      await command('whisper');
      const seen = await asked('run', { command: 'whisper' }, interaction =>
        interaction.createMessage({ content: 'psst', flags: MessageFlags.EPHEMERAL }));
      assert.equal(seen.content, 'psst');
      assert.ok(seen.ephemeral);
    },
    async button() {
      const press = { type: ComponentTypes.BUTTON, style: ButtonStyles.PRIMARY, label: 'Press', customID: 'press' };
      const sent = await channels.createMessage(CHANNEL, { content: 'press it', components: [row(press)] });
      const seen = await asked('press', { message: sent.id, button: 'press' }, interaction => {
        assert.equal(interaction.message.id, sent.id);
        assert.equal(interaction.data.customID, 'press');
        return interaction.editParent({ content: 'pressed', components: [] });
      });
      assert.equal(seen.content, 'pressed');
    },
    async select() {
      const options = ['red', 'green', 'blue'].map(value => ({ label: value, value }));
      const menu = { type: ComponentTypes.STRING_SELECT, customID: 'colours', minValues: 1, maxValues: 2, options };
      const sent = await channels.createMessage(CHANNEL, { content: 'choose', components: [row(menu)] });
      const seen = await asked('choose', { message: sent.id, menu: 'colours', values: ['red', 'blue'] }, interaction =>
        interaction.createMessage({ content: interaction.data.values.getStrings().join(' and ') }));
      assert.equal(seen.content, 'red and blue');
    },
    async modal() {
      await command('write');
      const text = { type: ComponentTypes.TEXT_INPUT, customID: 'text', label: 'Text', style: TextInputStyles.PARAGRAPH };
      const opened = await asked('open', { command: 'write' }, interaction =>
        interaction.createModal({ customID: 'letter', title: 'A letter', components: [row(text)] }));
      assert.equal(opened.title, 'A letter');
      const seen = await asked('submit', { field: 'text', value: 'dear all' }, interaction => {
        assert.equal(interaction.data.customID, 'letter');
        return interaction.createMessage({ content: interaction.data.components.getTextInput('text') });
      });
      assert.equal(seen.content, 'dear all');
    },
  };
};
