'use strict';
// Every operation about who is in voice, with somebody there; and the end of an integration.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { world, person, bot, authorise, join, expecting, must } = require('../support/platform');
const { until } = require('../support/clients');
const { Session } = require('../support/session');

describe('voice: every operation', () => {
  let here;
  let guest;
  let session;
  let expect;
  let stage;
  let states;

  before(async () => {
    here = await world();
    guest = await person('guest');
    await join(here.owner, here.guild.text, guest);
    expect = expecting(here.owner.token);
    states = `/guilds/${here.guild.id}/voice-states`;
    stage = (await must(here.owner.token, 'POST', `/guilds/${here.guild.id}/channels`, { name: 'stage', type: 13 })).id;
    session = await (await new Session(guest.token).open()).identify();
  });
  after(() => session.close());

  async function enter(channel) {
    session.send(4, { guild_id: here.guild.id, channel_id: channel, self_mute: false, self_deaf: false });
    await until('the guest is there', () => session.dispatches.some(
      frame => frame.t === 'VOICE_STATE_UPDATE' && frame.d.user_id === guest.id && frame.d.channel_id === channel));
  }

  test('of who listens and who speaks on a stage', async () => {
    await enter(stage);
    const own = await expect(200, 'GET', `${states}/@me`, undefined, guest.token);
    assert.equal(own.channel_id, stage);
    assert.equal(own.suppress, true);
    const asked = new Date().toISOString();
    await expect(204, 'PATCH', `${states}/@me`, { channel_id: stage, request_to_speak_timestamp: asked }, guest.token);
    assert.equal(new Date((await expect(200, 'GET', `${states}/${guest.id}`)).request_to_speak_timestamp).toISOString(), asked);
    await expect(403, 'PATCH', `${states}/@me`, { channel_id: stage, suppress: false }, guest.token);
    await expect(204, 'PATCH', `${states}/${guest.id}`, { channel_id: stage, suppress: false });
    const speaking = await expect(200, 'GET', `${states}/${guest.id}`, undefined, here.bot.authorization);
    assert.equal(speaking.suppress, false);
    // As documented: for people it is the time at which they were let speak.
    assert.ok(new Date(speaking.request_to_speak_timestamp) >= new Date(asked));
    await expect(204, 'PATCH', `${states}/@me`, { channel_id: stage, suppress: true }, guest.token);
  });

  test('of sounds, for who is there', async () => {
    const [sound] = await expect(200, 'GET', '/soundboard-default-sounds', undefined, guest.token);
    await expect(404, 'POST', `/channels/${here.guild.voice}/send-soundboard-sound`, { sound_id: sound.sound_id }, guest.token);
    await enter(here.guild.voice);
    await expect(204, 'POST', `/channels/${here.guild.voice}/send-soundboard-sound`, { sound_id: sound.sound_id }, guest.token);
  });

  test('of an integration that ends, and its bot with it', async () => {
    const other = await bot(here.owner);
    await authorise(here.owner, here.guild.id, other.id, '0');
    const list = await expect(200, 'GET', `/guilds/${here.guild.id}/integrations`);
    const ending = list.find(integration => integration.application.id === other.id);
    await expect(403, 'DELETE', `/guilds/${here.guild.id}/integrations/${ending.id}`, undefined, guest.token);
    await expect(204, 'DELETE', `/guilds/${here.guild.id}/integrations/${ending.id}`);
    await expect(404, 'GET', `/guilds/${here.guild.id}/members/${other.id}`);
  });
});
