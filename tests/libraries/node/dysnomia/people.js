'use strict';
// Steps with what people ask of a bot, in dysnomia and in eris.
const assert = require('node:assert/strict');
const { Constants } = require('@projectdysnomia/dysnomia');
const stage = require('../support/stage');
const { when } = require('../support/asked');

const { CHANNEL, GUILD } = stage;
const { ApplicationCommandOptionTypes, ApplicationCommandTypes, ButtonStyles, ComponentTypes, MessageFlags, TextInputStyles } = Constants;

const row = (...components) => ({ type: ComponentTypes.ACTION_ROW, components });

module.exports = client => {
  const asked = (action, parameters, answer) => when(client, 'interactionCreate', action, parameters, answer);
  const command = (name, options = []) =>
    client.createGuildCommand(GUILD, { type: ApplicationCommandTypes.CHAT_INPUT, name, description: 'Of a test', options });
  return {
    async slash() {
      const whom = { type: ApplicationCommandOptionTypes.STRING, name: 'whom', description: 'Whom', required: true, autocomplete: true };
      await command('greet', [whom, { type: ApplicationCommandOptionTypes.INTEGER, name: 'often', description: 'How often' }]);
      const offered = await asked('type', { command: 'greet', option: 'whom', value: 'wo' }, interaction => {
        assert.equal(interaction.data.options.find(option => option.focused).value, 'wo');
        return interaction.result([{ name: 'World', value: 'world' }]);
      });
      assert.deepEqual(offered.choices, ['world']);
      const options = [{ type: 3, name: 'whom', value: 'world' }, { type: 4, name: 'often', value: 2 }];
      const seen = await asked('run', { command: 'greet', options }, interaction => {
        const values = Object.fromEntries(interaction.data.options.map(({ name, value }) => [name, value]));
        assert.deepEqual(values, { whom: 'world', often: 2 });
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
        await interaction.editOriginalMessage({ content: 'thought' });
      });
      assert.equal(seen.content, 'thought');
      assert.ok(seen.deferred);
    },
    async ephemeral() {
      await command('whisper');
      const seen = await asked('run', { command: 'whisper' }, interaction =>
        interaction.createMessage({ content: 'psst', flags: Number(MessageFlags.EPHEMERAL) }));
      assert.equal(seen.content, 'psst');
      assert.ok(seen.ephemeral);
    },
    async button() {
      const press = { type: ComponentTypes.BUTTON, style: ButtonStyles.PRIMARY, label: 'Press', custom_id: 'press' };
      const sent = await client.createMessage(CHANNEL, { content: 'press it', components: [row(press)] });
      const seen = await asked('press', { message: sent.id, button: 'press' }, interaction => {
        assert.equal(interaction.message.id, sent.id);
        assert.equal(interaction.data.custom_id, 'press');
        return interaction.editParent({ content: 'pressed', components: [] });
      });
      assert.equal(seen.content, 'pressed');
    },
    async select() {
      const options = ['red', 'green', 'blue'].map(value => ({ label: value, value }));
      const menu = { type: 3, custom_id: 'colours', min_values: 1, max_values: 2, options };
      const sent = await client.createMessage(CHANNEL, { content: 'choose', components: [row(menu)] });
      const seen = await asked('choose', { message: sent.id, menu: 'colours', values: ['red', 'blue'] }, interaction =>
        interaction.createMessage({ content: interaction.data.values.join(' and ') }));
      assert.equal(seen.content, 'red and blue');
    },
    async modal() {
      await command('write');
      const text = { type: ComponentTypes.TEXT_INPUT, custom_id: 'text', label: 'Text', style: TextInputStyles.PARAGRAPH };
      const opened = await asked('open', { command: 'write' }, interaction =>
        interaction.createModal({ custom_id: 'letter', title: 'A letter', components: [row(text)] }));
      assert.equal(opened.title, 'A letter');
      const seen = await asked('submit', { field: 'text', value: 'dear all' }, interaction => {
        assert.equal(interaction.data.custom_id, 'letter');
        return interaction.createMessage({ content: interaction.data.components[0].components[0].value });
      });
      assert.equal(seen.content, 'dear all');
    },
  };
};
