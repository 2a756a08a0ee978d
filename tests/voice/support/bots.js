import { once } from 'node:events';
import { Readable } from 'node:stream';
import {
  AudioPlayerStatus, createAudioPlayer, createAudioResource, entersState, EndBehaviorType, joinVoiceChannel, NoSubscriberBehavior,
  StreamType, VoiceConnectionStatus,
} from '@discordjs/voice';
import { Client, GatewayIntentBits } from 'discord.js';
import { house } from '../../push/support/house.js';
import { tls } from './tls.js';

const PATIENCE = 15_000;

/** An instance with voice, a guild with two bots, and a hall. */
export async function scene() {
  const front = await tls();
  const instance = await house({
    'guildhall.voice.endpoint': `localhost:${front.port}`,
    'guildhall.voice.port': 0,
    'guildhall.api.rate-limits.scale': 20,
  });
  front.before(instance.port);
  const owner = await instance.person('owner');
  const guild = await owner.call('POST', '/guilds', { name: 'Music' });
  const hall = await owner.call('POST', `/guilds/${guild.id}/channels`, { name: 'hall', type: 2 });
  const bots = [];
  for (const name of ['First', 'Second']) {
    bots.push(await bot(instance, owner, guild, name));
  }
  return {
    owner,
    guild,
    hall,
    bots,
    front,
    edit: (client, body) => owner.call('PATCH', `/guilds/${guild.id}/members/${client.user.id}`, body),
    join: (client, channel = hall.id) => join(client, guild.id, channel),
    async close() {
      await Promise.all(bots.map(client => client.destroy()));
      front.close();
      await instance.close();
    },
  };
}

async function bot(instance, owner, guild, name) {
  const application = await owner.call('POST', '/applications', { name });
  const { token } = await owner.call('POST', `/applications/${application.id}/bot`, {});
  await owner.call('POST', `/oauth2/authorize?client_id=${application.id}&scope=bot&permissions=8`, {
    guild_id: guild.id, authorize: true,
  });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
    rest: { api: `http://127.0.0.1:${instance.port}/api` },
  });
  const ready = once(client, 'clientReady');
  await client.login(token);
  await ready;
  return client;
}

/** The client's connection, once media can go both ways. */
async function join(client, guildId, channelId) {
  const guild = await client.guilds.fetch(guildId);
  const connection = joinVoiceChannel({
    channelId,
    guildId,
    adapterCreator: guild.voiceAdapterCreator,
    group: client.user.id,
    selfDeaf: false,
  });
  connection.on('error', error => console.error(client.user.username, error));
  await entersState(connection, VoiceConnectionStatus.Ready, PATIENCE);
  return connection;
}

/** Packets that no two are alike of, and none is silence. */
export function packets(count, mark) {
  return Array.from({ length: count }, (_, number) => Buffer.from(`${mark} ${number} ${'o'.repeat(20 + (number % 60))}`));
}

/** Plays the packets as they are, and returns when all have left. */
export async function play(connection, opus) {
  const player = createAudioPlayer({ behaviors: { noSubscriber: NoSubscriberBehavior.Play } });
  const subscription = connection.subscribe(player);
  player.play(createAudioResource(Readable.from(opus, { objectMode: true }), { inputType: StreamType.Opus }));
  await entersState(player, AudioPlayerStatus.Playing, PATIENCE);
  await entersState(player, AudioPlayerStatus.Idle, PATIENCE + opus.length * 40);
  subscription.unsubscribe();
}

const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

/** Everything that is heard of a user from now on, but silence. */
export function listen(connection, user) {
  const heard = [];
  const stream = connection.receiver.subscribe(user, { end: { behavior: EndBehaviorType.Manual } });
  stream.on('data', packet => {
    if (!packet.equals(SILENCE)) {
      heard.push(packet);
    }
  });
  return heard;
}

export async function until(condition, what, patience = PATIENCE) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come about`);
}
