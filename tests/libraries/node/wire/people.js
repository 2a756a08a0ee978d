'use strict';
// Steps with what people ask of a bot, for libraries that pass on what the API says as it says it.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { when } = require('../support/asked');

const { CHANNEL, GUILD, BOT } = stage;
const [MESSAGE, LATER, UPDATE, CHOICES, FORM] = [4, 5, 7, 8, 9];
const [STRING, INTEGER] = [3, 4];
const EPHEMERAL = 64;

const row = (...components) => ({ type: 1, components });

module.exports = ({ events, api }) => {
  const asked = (action, parameters, answer) => when(events, 'INTERACTION_CREATE', action, parameters, answer);
  const command = (name, options = []) => api.createCommand(BOT, GUILD, { type: 1, name, description: 'Of a test', options });

  return {
    async slash() {
      await command('greet', [
        { type: STRING, name: 'whom', description: 'Whom', required: true, autocomplete: true },
        { type: INTEGER, name: 'often', description: 'How often' },
      ]);
      const offered = await asked('type', { command: 'greet', option: 'whom', value: 'wo' }, async interaction => {
        assert.equal(interaction.type, 4);
        assert.equal(interaction.data.options.find(option => option.focused).value, 'wo');
        await api.answer(interaction, CHOICES, { choices: [{ name: 'World', value: 'world' }] });
      });
      assert.deepEqual(offered.choices, ['world']);
      const options = [{ type: STRING, name: 'whom', value: 'world' }, { type: INTEGER, name: 'often', value: 2 }];
      const seen = await asked('run', { command: 'greet', options }, async interaction => {
        const values = Object.fromEntries(interaction.data.options.map(({ name, value }) => [name, value]));
        assert.deepEqual(values, { whom: 'world', often: 2 });
        assert.equal(interaction.member.user.id, stage.OWNER);
        await api.answer(interaction, MESSAGE, { content: 'hello world, hello world' });
      });
      assert.equal(seen.content, 'hello world, hello world');
      assert.ok(!seen.ephemeral);
    },
    async deferred() {
      await command('think');
      const seen = await asked('run', { command: 'think' }, async interaction => {
        await api.answer(interaction, LATER);
        await api.editAnswer(interaction, { content: 'thought' });
      });
      assert.equal(seen.content, 'thought');
      assert.ok(seen.deferred);
    },
    async ephemeral() {
      await command('whisper');
      const seen = await asked('run', { command: 'whisper' }, interaction =>
        api.answer(interaction, MESSAGE, { content: 'psst', flags: EPHEMERAL }));
      assert.equal(seen.content, 'psst');
      assert.ok(seen.ephemeral);
    },
    async button() {
      const sent = await api.createMessage(CHANNEL, {
        content: 'press it', components: [row({ type: 2, style: 1, label: 'Press', custom_id: 'press' })] });
      const seen = await asked('press', { message: sent.id, button: 'press' }, async interaction => {
        assert.equal(interaction.message.id, sent.id);
        assert.equal(interaction.data.custom_id, 'press');
        await api.answer(interaction, UPDATE, { content: 'pressed', components: [] });
      });
      assert.equal(seen.content, 'pressed');
    },
    async select() {
      const options = ['red', 'green', 'blue'].map(value => ({ label: value, value }));
      const sent = await api.createMessage(CHANNEL, {
        content: 'choose', components: [row({ type: 3, custom_id: 'colours', min_values: 1, max_values: 2, options })] });
      const seen = await asked('choose', { message: sent.id, menu: 'colours', values: ['red', 'blue'] }, interaction =>
        api.answer(interaction, MESSAGE, { content: interaction.data.values.join(' and ') }));
      assert.equal(seen.content, 'red and blue');
    },
    async modal() {
      await command('write');
      const form = { custom_id: 'letter', title: 'A letter', components: [row({ type: 4, custom_id: 'text', label: 'Text', style: 2 })] };
      const opened = await asked('open', { command: 'write' }, interaction => api.answer(interaction, FORM, form));
      assert.equal(opened.title, 'A letter');
      const seen = await asked('submit', { field: 'text', value: 'dear all' }, async interaction => {
        assert.equal(interaction.data.custom_id, 'letter');
        await api.answer(interaction, MESSAGE, { content: interaction.data.components[0].components[0].value });
      });
      assert.equal(seen.content, 'dear all');
    },
  };
};
