'use strict';
// Steps with what a guild is made of, in dysnomia and in eris, whose constants are the same.
const assert = require('node:assert/strict');
const { Constants } = require('@projectdysnomia/dysnomia');
const stage = require('../support/stage');
const { event, until } = require('../support/steps');

const { GUILD } = stage;
const { ChannelTypes, Permissions, PermissionOverwriteTypes, ApplicationCommandOptionTypes, ApplicationCommandTypes } = Constants;

module.exports = client => ({
  async channels() {
    const created = event(client, 'channelCreate', channel => channel.name === 'workshop');
    const category = await client.createChannel(GUILD, 'Trades', ChannelTypes.GUILD_CATEGORY);
    const workshop = await client.createChannel(GUILD, 'workshop', ChannelTypes.GUILD_TEXT, { parentID: category.id, topic: 'tools' });
    assert.equal((await created)[0].topic, 'tools');
    assert.equal(workshop.parentID, category.id);
    const changed = event(client, 'channelUpdate', channel => channel.id === workshop.id);
    await client.editChannel(workshop.id, { topic: 'hammers' });
    assert.equal((await changed)[0].topic, 'hammers');
    await client.editChannelPermission(workshop.id, GUILD, 0n, Permissions.sendMessages, PermissionOverwriteTypes.ROLE);
    await until('the overwrite is there', () => client.getChannel(workshop.id).permissionOverwrites.has(GUILD));
    const removed = event(client, 'channelDelete', channel => channel.id === workshop.id);
    await client.deleteChannel(workshop.id);
    await removed;
    await client.deleteChannel(category.id);
    const voice = await client.createChannel(GUILD, 'speech', ChannelTypes.GUILD_VOICE);
    assert.equal(voice.bitrate, 64000);
    await client.deleteChannel(voice.id);
  },
  async roles() {
    const created = event(client, 'guildRoleCreate', (guild, role) => role.name === 'mason');
    const role = await client.createRole(GUILD, { name: 'mason', color: 0xFF8800, hoist: true, permissions: Permissions.kickMembers });
    await created;
    const updated = event(client, 'guildRoleUpdate', (guild, changed) => changed.id === role.id);
    await client.editRole(GUILD, role.id, { name: 'master mason' });
    assert.equal((await updated)[1].name, 'master mason');
    const assigned = event(client, 'guildMemberUpdate', (guild, member) => member.id === stage.OWNER);
    await client.addGuildMemberRole(GUILD, stage.OWNER, role.id);
    assert.ok((await assigned)[1].roles.includes(role.id));
    await client.removeGuildMemberRole(GUILD, stage.OWNER, role.id);
    const deleted = event(client, 'guildRoleDelete', (guild, gone) => gone.id === role.id);
    await client.deleteRole(GUILD, role.id);
    await deleted;
  },
  async members() {
    const guild = client.guilds.get(GUILD);
    const joined = event(client, 'guildMemberAdd');
    const guest = await stage.ask('guest');
    assert.equal((await joined)[1].id, guest.id);
    assert.deepEqual((await guild.fetchMembers({ query: guest.username, limit: 5 })).map(member => member.id), [guest.id]);
    assert.deepEqual((await guild.fetchMembers({ userIDs: [stage.OWNER, '1'], presences: true })).map(member => member.id), [stage.OWNER]);
    const renamed = event(client, 'guildMemberUpdate', (_, member) => member.id === guest.id);
    await client.editGuildMember(GUILD, guest.id, { nick: 'Visitor' });
    assert.equal((await renamed)[1].nick, 'Visitor');
    const banned = event(client, 'guildBanAdd', (_, user) => user.id === guest.id);
    const left = event(client, 'guildMemberRemove', (_, member) => member.id === guest.id);
    await client.banGuildMember(GUILD, guest.id, { reason: 'a test' });
    await banned;
    await left;
    assert.equal((await client.getGuildBan(GUILD, guest.id)).reason, 'a test');
    await client.unbanGuildMember(GUILD, guest.id);
    await assert.rejects(client.getGuildBan(GUILD, guest.id), { code: 10026 });
  },
  async voice() {
    const { shard } = client.guilds.get(GUILD);
    const joined = event(client, 'voiceChannelJoin', member => member.id === stage.BOT);
    const server = event(client, 'rawWS', packet => packet.t === 'VOICE_SERVER_UPDATE');
    shard.sendWS(4, { guild_id: GUILD, channel_id: stage.VOICE, self_mute: true, self_deaf: false });
    const [member, channel] = await joined;
    assert.equal(channel.id, stage.VOICE);
    assert.ok(member.voiceState.selfMute);
    assert.equal((await server)[0].d.guild_id, GUILD);
    const left = event(client, 'voiceChannelLeave', gone => gone.id === stage.BOT);
    shard.sendWS(4, { guild_id: GUILD, channel_id: null, self_mute: false, self_deaf: false });
    await left;
  },
  async guilds() {
    const entered = event(client, 'guildCreate');
    const made = await stage.ask('found');
    assert.equal((await entered)[0].id, made.id);
    const gone = event(client, 'guildDelete', guild => guild.id === made.id);
    await stage.ask('dissolve', { guild: made.id });
    await gone;
  },
  async account() {
    const name = `renamed${stage.BOT.slice(-5)}`;
    await client.editSelf({ username: name });
    assert.equal((await client.getSelf()).username, name);
    assert.equal((await client.getOAuthApplication()).id, stage.BOT);
    assert.ok((await client.getRESTGuilds()).some(guild => guild.id === GUILD));
  },
  async commands() {
    const ping = { type: ApplicationCommandTypes.CHAT_INPUT, name: 'ping', description: 'Answers' };
    assert.deepEqual((await client.bulkEditCommands([ping])).map(command => command.name), ['ping']);
    const sides = { type: ApplicationCommandOptionTypes.INTEGER, name: 'sides', description: 'How many sides the dice have', max_value: 100 };
    await client.createGuildCommand(GUILD, { type: ApplicationCommandTypes.CHAT_INPUT, name: 'roll', description: 'Rolls dice', options: [sides] });
    const [kept] = await client.getGuildCommands(GUILD);
    assert.equal(kept.options[0].max_value, 100);
    await client.deleteGuildCommand(GUILD, kept.id);
    assert.deepEqual(await client.getGuildCommands(GUILD), []);
  },
});
