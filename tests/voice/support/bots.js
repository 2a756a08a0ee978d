import { once } from 'node:events';
import { Readable } from 'node:stream';
import {
  AudioPlayerStatus, createAudioPlayer, createAudioResource, entersState, EndBehaviorType, joinVoiceChannel, NoSubscriberBehavior,
  StreamType, VoiceConnectionStatus,
} from '@discordjs/voice';
import { Client, GatewayIntentBits } from 'discord.js';

const PATIENCE = 15_000;

export const scene = {
  api: process.env.API_BASE,
  guild: process.env.GUILD_ID,
  channel: process.env.VOICE_CHANNEL_ID,
  person: process.env.USER_TOKEN,
};

export async function bot(token) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
    rest: { api: scene.api },
  });
  const ready = once(client, 'clientReady');
  await client.login(token);
  await ready;
  return client;
}

/** The client's connection, once media can go both ways. */
export async function join(client, { channel = scene.channel, ...more } = {}) {
  const guild = await client.guilds.fetch(scene.guild);
  const connection = joinVoiceChannel({
    channelId: channel,
    guildId: scene.guild,
    adapterCreator: guild.voiceAdapterCreator,
    group: client.user.id,
    selfDeaf: false,
    ...more,
  });
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

/** As the owner of the guild, by REST. */
export async function asOwner(method, path, body) {
  const answer = await fetch(`${scene.api}/v10${path}`, {
    method,
    headers: { Authorization: scene.person, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : answer.json();
}
