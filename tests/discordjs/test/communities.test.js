'use strict';
// Every operation of what communities show and how they keep order, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, expecting } = require('../support/platform');

describe('communities: every operation', () => {
  let expect;
  let home;
  let text;

  before(async () => {
    const here = await world();
    expect = expecting(here.bot.authorization);
    home = `/guilds/${here.guild.id}`;
    text = here.guild.text;
  });

  test('of welcome screens and widgets', async () => {
    await expect(404, 'GET', `${home}/welcome-screen`);
    await expect(200, 'PATCH', `${home}/welcome-screen`, {
      enabled: true, description: 'Hello', welcome_channels: [{ channel_id: text, description: 'Read', emoji_name: '👋' }],
    });
    const screen = await expect(200, 'GET', `${home}/welcome-screen`);
    assert.equal(screen.welcome_channels[0].channel_id, text);
    await expect(200, 'PATCH', `${home}/widget`, { enabled: true, channel_id: text });
    assert.equal((await expect(200, 'GET', `${home}/widget`)).enabled, true);
  });
});
