import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { VoiceConnectionDisconnectReason, VoiceConnectionStatus } from '@discordjs/voice';
import { listen, packets, play, scene, until } from '../support/bots.js';

let here;
let first;
let second;
let speaking;
let hearing;

before(async () => {
  here = await scene();
  [first, second] = here.bots;
  speaking = await here.join(first);
  hearing = await here.join(second);
});

after(async () => {
  speaking?.destroy();
  hearing?.destroy();
  await here?.close();
});

test('what one bot plays the other hears, byte by byte and in order', async () => {
  const opus = packets(100, 'song');
  const heard = listen(hearing, first.user.id);
  await play(speaking, opus);
  await until(() => heard.length >= opus.length, 'the last packet');
  assert.deepEqual(heard, opus);
});

test('both ways', async () => {
  const opus = packets(30, 'answer');
  const heard = listen(speaking, second.user.id);
  await play(hearing, opus);
  await until(() => heard.length >= opus.length, 'the last packet');
  assert.deepEqual(heard, opus);
});

test('whoever is muted by a moderator is not heard, whatever it sends', async () => {
  const heard = listen(hearing, first.user.id);
  await here.edit(first, { mute: true });
  await play(speaking, packets(20, 'muted'));
  await here.edit(first, { mute: false });
  const opus = packets(20, 'heard again');
  await play(speaking, opus);
  await until(() => heard.length >= opus.length, 'the last packet');
  assert.deepEqual(heard, opus);
});

test('a connection that breaks is resumed, and media goes on', async () => {
  const resumed = [speaking, hearing].map(connection => new Promise(resolve => connection.on('stateChange', (was, now) => {
    if (now.status === VoiceConnectionStatus.Ready && was.status !== VoiceConnectionStatus.Ready) {
      resolve();
    }
  })));
  here.front.cut();
  await Promise.all(resumed);
  const opus = packets(20, 'resumed');
  const heard = listen(hearing, first.user.id);
  await play(speaking, opus);
  await until(() => heard.length >= opus.length, 'the last packet');
  assert.deepEqual(heard, opus);
});

test('who is moved connects there, and is heard there alone', async () => {
  const other = await here.owner.call('POST', `/guilds/${here.guild.id}/channels`, { name: 'other hall', type: 2 });
  const heard = listen(hearing, first.user.id);
  await here.edit(first, { channel_id: other.id });
  await until(() => speaking.joinConfig.channelId === other.id, 'the move');
  await until(() => speaking.state.status === VoiceConnectionStatus.Ready, 'the connection there');
  await play(speaking, packets(20, 'elsewhere'));
  assert.deepEqual(heard, []);
  await here.edit(second, { channel_id: other.id });
  await until(() => hearing.joinConfig.channelId === other.id, 'the move of the other');
  await until(() => hearing.state.status === VoiceConnectionStatus.Ready, 'its connection there');
  const there = listen(hearing, first.user.id);
  const opus = packets(20, 'together again');
  await play(speaking, opus);
  await until(() => there.length >= opus.length, 'the last packet');
  assert.deepEqual(there, opus);
});

test('whoever is disconnected by a moderator hears that it is not to come back', async () => {
  const gone = new Promise(resolve => hearing.on('stateChange', (before, now) => {
    if (now.status === VoiceConnectionStatus.Disconnected) {
      resolve(now);
    }
  }));
  await here.edit(second, { channel_id: null });
  const state = await gone;
  assert.equal(state.reason, VoiceConnectionDisconnectReason.WebSocketClose);
  assert.equal(state.closeCode, 4014);
});
