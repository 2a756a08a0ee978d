'use strict';
// A bot that enters the voice channel of who asks, and keeps a queue of songs by text commands.
const { come } = require('./patience');

function music(client) {
  const queue = [];
  client.on('messageCreate', async message => {
    const [command, ...words] = message.content.split(' ');
    const song = words.join(' ');
    if (command === '!play') {
      queue.push(song);
      const channel = message.member.voice.channelId;
      if (message.guild.members.me.voice.channelId !== channel) {
        message.guild.shard.send({ op: 4, d: { guild_id: message.guildId, channel_id: channel, self_mute: false, self_deaf: true } });
      }
      await message.reply(queue.length === 1 ? `Playing ${song}` : `${song} is number ${queue.length}`);
    }
    if (command === '!skip') {
      queue.shift();
      await message.reply(queue.length > 0 ? `Playing ${queue[0]}` : 'The queue is empty');
    }
    if (command === '!queue') await message.reply(`Queue: ${queue.join(', ')}`);
    if (command === '!stop') {
      queue.length = 0;
      message.guild.shard.send({ op: 4, d: { guild_id: message.guildId, channel_id: null, self_mute: false, self_deaf: true } });
      await message.reply('Goodbye');
    }
  });
}

async function* played({ owner, bot, guild, channel, voice }) {
  const told = text => come(text, () => owner.heardIn(channel).find(message => message.content === text));
  const where = () => owner.session.dispatches.findLast(({ t, d }) => t === 'VOICE_STATE_UPDATE' && d.user_id === bot.id)?.d.channel_id;
  await owner.enter(guild, voice);
  await owner.insist(channel, '!play the smith');
  await told('Playing the smith');
  await come('the bot is in the channel', () => where() === voice);
  yield;
  await owner.insist(channel, '!play the miller');
  await told('the miller is number 2');
  await owner.insist(channel, '!queue');
  await told('Queue: the smith, the miller');
  yield;
  await owner.insist(channel, '!skip');
  await told('Playing the miller');
  yield;
  await owner.insist(channel, '!skip');
  await told('The queue is empty');
  await owner.insist(channel, '!stop');
  await told('Goodbye');
  await come('the bot has left', () => where() === null);
}

module.exports = { install: music, scenes: played };
