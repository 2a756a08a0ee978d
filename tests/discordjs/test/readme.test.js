'use strict';
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { API, world, must } = require('../support/platform');
const { until } = require('../support/clients');

test('the discord.js snippet of the README is a working bot', async () => {
  const readme = readFileSync(path.resolve(__dirname, '../../../README.md'), 'utf8');
  const snippet = readme.match(/```js\n([\s\S]*?)```/)[1].replaceAll('http://localhost:8080/api', API);
  const here = await world();
  const bot = spawn(process.execPath, ['-e', snippet], {
    cwd: path.resolve(__dirname, '..'), env: { ...process.env, BOT_TOKEN: here.bot.token }, stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const messages = `/channels/${here.guild.text}/messages`;
    await until('the bot answers', async () => {
      await must(here.owner.token, 'POST', messages, { content: 'ping' });
      await new Promise(resolve => setTimeout(resolve, 500));
      const answers = await must(here.owner.token, 'GET', messages);
      return answers.some(message => message.content === 'pong' && message.author.id === here.bot.id);
    });
    assert.equal(bot.exitCode, null);
  } finally {
    bot.kill();
  }
});
