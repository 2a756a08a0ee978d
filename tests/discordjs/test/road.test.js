'use strict';
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, ChannelType, EmbedBuilder, Events, PermissionFlagsBits, Routes,
} = require('discord.js');
const { world, person, join, bot, authorise, must, call } = require('../support/platform');
const { login, closeAll, event, until } = require('../support/clients');

describe('a discord.js bot', () => {
  let here;
  let client;
  let guild;
  let channel;

  before(async () => {
    here = await world();
    client = await login(here.bot.token);
    guild = client.guilds.cache.get(here.guild.id);
    channel = guild.channels.cache.get(here.guild.text);
  });
  after(closeAll);

  test('is ready with its guild, its channels, its roles and itself', () => {
    assert.equal(client.user.id, here.bot.id);
    assert.equal(client.application.id, here.bot.id);
    assert.ok(guild.available);
    assert.equal(guild.ownerId, here.owner.id);
    assert.ok(channel);
    assert.ok(guild.members.me.permissions.has(PermissionFlagsBits.Administrator));
    assert.ok(guild.roles.everyone);
  });

  test('sends a message and receives it', async () => {
    const received = event(client, Events.MessageCreate, message => message.content === 'hello there');
    const sent = await channel.send('hello there');
    const message = await received;
    assert.equal(message.id, sent.id);
    assert.equal(message.author.id, client.user.id);
    assert.equal(message.guildId, guild.id);
    assert.ok(message.member);
  });

  test('receives what a person writes', async () => {
    const received = event(client, Events.MessageCreate, message => message.author.id === here.owner.id);
    await must(here.owner.token, 'POST', `/channels/${channel.id}/messages`, { content: 'from a person' });
    const message = await received;
    assert.equal(message.content, 'from a person');
    assert.equal(message.author.username, here.owner.username);
  });

  test('edits, reacts, replies with an embed and a button, and deletes', async () => {
    const message = await channel.send('to be edited');
    const updated = event(client, Events.MessageUpdate, (old, now) => now.id === message.id && now.content === 'edited');
    await message.edit('edited');
    await updated;

    const reacted = event(client, Events.MessageReactionAdd, reaction => reaction.message.id === message.id);
    await message.react('👍');
    const [reaction, user] = await reacted;
    assert.equal(reaction.emoji.name, '👍');
    assert.equal(user.id, client.user.id);
    const unreacted = event(client, Events.MessageReactionRemove, removed => removed.message.id === message.id);
    await message.reactions.resolve('👍').users.remove(client.user);
    await unreacted;

    const reply = await message.reply({
      embeds: [new EmbedBuilder().setTitle('Title').setDescription('Text').addFields({ name: 'a', value: 'b' }).setColor(0x336699)],
      components: [new ActionRowBuilder().addComponents(
        new ButtonBuilder().setCustomId('press').setLabel('Press').setStyle(ButtonStyle.Primary))],
    });
    assert.equal(reply.reference.messageId, message.id);
    assert.equal(reply.embeds[0].title, 'Title');
    assert.equal(reply.components[0].components[0].customId, 'press');
    assert.equal((await reply.fetchReference()).id, message.id);

    const deleted = event(client, Events.MessageDelete, gone => gone.id === message.id);
    await message.delete();
    await deleted;
    await assert.rejects(channel.messages.fetch(message.id), error => error.code === 10008);
  });

  test('pages through history in both directions', async () => {
    const ids = [];
    for (let index = 0; index < 12; index += 1) ids.push((await channel.send(`line ${index}`)).id);
    const before = await channel.messages.fetch({ limit: 5, before: ids[10], cache: false });
    assert.deepEqual([...before.keys()], ids.slice(5, 10).reverse());
    const following = await channel.messages.fetch({ limit: 5, after: ids[2], cache: false });
    assert.deepEqual([...following.keys()].sort(), ids.slice(3, 8).sort());
    const around = await channel.messages.fetch({ limit: 3, around: ids[6], cache: false });
    assert.ok(around.has(ids[6]));
    const gone = event(client, Events.MessageBulkDelete);
    await channel.bulkDelete(ids.slice(0, 10));
    const [messages] = await gone;
    assert.equal(messages.size, 10);
  });

  test('uploads a file that anybody can download', async () => {
    const sent = await channel.send({ files: [new AttachmentBuilder(Buffer.from('file content'), { name: 'note.txt' })] });
    const attachment = sent.attachments.first();
    assert.equal(attachment.name, 'note.txt');
    assert.equal(attachment.size, 12);
    const download = await fetch(attachment.url);
    assert.equal(await download.text(), 'file content');
  });

  test('pins and unpins', async () => {
    const message = await channel.send('worth keeping');
    await message.pin();
    const pins = await must(here.bot.authorization, 'GET', `/channels/${channel.id}/messages/pins`);
    assert.ok(pins.items.some(item => item.message.id === message.id));
    await message.unpin();
    const left = await must(here.bot.authorization, 'GET', `/channels/${channel.id}/pins`);
    assert.ok(!left.some(pinned => pinned.id === message.id));
  });

  test('creates, changes, reorders and deletes channels', async () => {
    const created = event(client, Events.ChannelCreate, made => made.name === 'workshop');
    const category = await guild.channels.create({ name: 'Trades', type: ChannelType.GuildCategory });
    const workshop = await guild.channels.create({ name: 'workshop', type: ChannelType.GuildText, parent: category.id, topic: 'tools' });
    await created;
    assert.equal(workshop.parentId, category.id);
    const changed = event(client, Events.ChannelUpdate, (old, now) => now.id === workshop.id && now.topic === 'hammers');
    await workshop.setTopic('hammers');
    await changed;
    await workshop.setPosition(0);
    await workshop.permissionOverwrites.create(guild.roles.everyone, { SendMessages: false });
    await until('the overwrite is there', () =>
      workshop.permissionOverwrites.cache.get(guild.id)?.deny.has(PermissionFlagsBits.SendMessages));
    const removed = event(client, Events.ChannelDelete, gone => gone.id === workshop.id);
    await workshop.delete();
    await removed;
    await category.delete();
    const voice = await guild.channels.create({ name: 'speech', type: ChannelType.GuildVoice });
    assert.equal(voice.bitrate, 64000);
    await voice.delete();
  });

  test('creates, changes, assigns and deletes roles', async () => {
    const created = event(client, Events.GuildRoleCreate, made => made.name === 'mason');
    const role = await guild.roles.create({ name: 'mason', color: 0xff8800, hoist: true, permissions: ['KickMembers'] });
    await created;
    const updated = event(client, Events.GuildRoleUpdate, (old, now) => now.id === role.id && now.name === 'master mason');
    await role.edit({ name: 'master mason' });
    await updated;
    const member = await guild.members.fetch(here.owner.id);
    const assigned = event(client, Events.GuildMemberUpdate, (old, now) => now.id === member.id && now.roles.cache.has(role.id));
    await member.roles.add(role);
    await assigned;
    await member.roles.remove(role);
    const deleted = event(client, Events.GuildRoleDelete, gone => gone.id === role.id);
    await role.delete();
    await deleted;
  });

  test('sees members come, finds them, changes them, bans and unbans them', async () => {
    const guest = await person('guest');
    const came = event(client, Events.GuildMemberAdd, member => member.id === guest.id);
    await join(here.owner, channel.id, guest);
    await came;
    const everybody = await guild.members.fetch();
    assert.ok(everybody.has(guest.id) && everybody.has(here.owner.id) && everybody.has(client.user.id));
    const found = await guild.members.search({ query: guest.username });
    assert.ok(found.has(guest.id));
    const member = await guild.members.fetch(guest.id);
    const renamed = event(client, Events.GuildMemberUpdate, (old, now) => now.id === guest.id && now.nickname === 'Visitor');
    await member.setNickname('Visitor');
    await renamed;
    const banned = event(client, Events.GuildBanAdd, ban => ban.user.id === guest.id);
    const left = event(client, Events.GuildMemberRemove, gone => gone.id === guest.id);
    await guild.members.ban(guest.id, { reason: 'a test' });
    await Promise.all([banned, left]);
    assert.equal((await guild.bans.fetch(guest.id)).reason, 'a test');
    await guild.members.unban(guest.id);
    await assert.rejects(guild.bans.fetch({ user: guest.id, force: true }), error => error.code === 10026);
  });

  test('keeps application commands, global and of the guild', async () => {
    const made = await client.application.commands.create({ name: 'ping', description: 'Answers' });
    assert.equal((await client.application.commands.fetch(made.id)).name, 'ping');
    await made.edit({ description: 'Answers at once' });
    const set = await guild.commands.set([{ name: 'roll', description: 'Rolls dice' }, { name: 'flip', description: 'Flips a coin' }]);
    assert.equal(set.size, 2);
    assert.equal((await guild.commands.fetch()).size, 2);
    await made.delete();
    assert.equal((await client.application.commands.fetch()).size, 0);
  });

  test('sees typing and presence', async () => {
    const other = await bot(here.owner);
    await authorise(here.owner, guild.id, other.id);
    const second = await login(other.token);
    const typing = event(client, Events.TypingStart, start => start.user.id === other.id);
    await second.channels.cache.get(channel.id).sendTyping();
    await typing;
    const presence = event(client, Events.PresenceUpdate, (old, now) => now.userId === other.id && now.status === 'idle');
    second.user.setPresence({ status: 'idle', activities: [{ name: 'the hall' }] });
    const [, now] = await presence;
    assert.equal(now.activities[0].name, 'the hall');
  });

  test('writes direct messages to a person and receives the answer', async () => {
    const user = await client.users.fetch(here.owner.id);
    const direct = await user.createDM();
    await direct.send('a private word');
    const answered = event(client, Events.MessageCreate, message => message.channelId === direct.id && message.author.id === here.owner.id);
    await must(here.owner.token, 'POST', `/channels/${direct.id}/messages`, { content: 'an answer' });
    assert.equal((await answered).content, 'an answer');
  });

  test('joins and leaves voice as data', async () => {
    const joined = event(client, Events.VoiceStateUpdate, (old, now) => now.channelId === here.guild.voice);
    guild.shard.send({ op: 4, d: { guild_id: guild.id, channel_id: here.guild.voice, self_mute: true, self_deaf: false } });
    const [, state] = await joined;
    assert.equal(state.selfMute, true);
    const left = event(client, Events.VoiceStateUpdate, (old, now) => now.channelId === null);
    guild.shard.send({ op: 4, d: { guild_id: guild.id, channel_id: null, self_mute: false, self_deaf: false } });
    await left;
  });

  test('is told about a guild that it enters and a guild that is deleted', async () => {
    const entered = event(client, Events.GuildCreate);
    const made = await must(here.owner.token, 'POST', '/guilds', { name: 'short-lived' });
    await authorise(here.owner, made.id, here.bot.id);
    assert.equal((await entered).id, made.id);
    const gone = event(client, Events.GuildDelete, deleted => deleted.id === made.id);
    await must(here.owner.token, 'DELETE', `/guilds/${made.id}`);
    await gone;
  });

  test('reads its own account and changes it', async () => {
    await client.user.setUsername(`renamed${Date.now() % 100000}`);
    const me = await client.rest.get(Routes.user());
    assert.equal(me.id, client.user.id);
    assert.ok((await client.rest.get(Routes.userGuilds())).some(entry => entry.id === guild.id));
  });

  test('is refused what is badly formed with a tree of errors', async () => {
    const answer = await call(here.bot.authorization, 'POST', `/channels/${channel.id}/messages`, { content: 'x'.repeat(2001) });
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 50035);
    assert.ok(answer.body.errors.content._errors[0].code);
  });
});
