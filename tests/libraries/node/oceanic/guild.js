'use strict';
// Steps with what a guild is made of, in oceanic.js.
const assert = require('node:assert/strict');
const { ApplicationCommandOptionTypes, ApplicationCommandTypes, ChannelTypes, OverwriteTypes, Permissions } = require('oceanic.js');
const stage = require('../support/stage');
const { event, until } = require('../support/steps');

const { GUILD } = stage;

module.exports = client => {
  const { applications, channels, guilds, oauth, users } = client.rest;
  return {
    async channels() {
      const created = event(client, 'channelCreate', channel => channel.name === 'workshop');
      const category = await guilds.createChannel(GUILD, ChannelTypes.GUILD_CATEGORY, { name: 'Trades' });
      const workshop = await guilds.createChannel(
        GUILD, ChannelTypes.GUILD_TEXT, { name: 'workshop', parentID: category.id, topic: 'tools' });
      assert.equal((await created)[0].topic, 'tools');
      assert.equal(workshop.parentID, category.id);
      const changed = event(client, 'channelUpdate', channel => channel.id === workshop.id);
      await channels.edit(workshop.id, { topic: 'hammers' });
      assert.equal((await changed)[0].topic, 'hammers');
      await channels.editPermission(workshop.id, GUILD, { type: OverwriteTypes.ROLE, deny: Permissions.SEND_MESSAGES });
      await until('the overwrite is there', () => client.getChannel(workshop.id).permissionOverwrites.has(GUILD));
      const removed = event(client, 'channelDelete', channel => channel.id === workshop.id);
      await channels.delete(workshop.id);
      await removed;
      await channels.delete(category.id);
      const voice = await guilds.createChannel(GUILD, ChannelTypes.GUILD_VOICE, { name: 'speech' });
      assert.equal(voice.bitrate, 64000);
      await channels.delete(voice.id);
    },
    async roles() {
      const created = event(client, 'guildRoleCreate', role => role.name === 'mason');
      const role = await guilds.createRole(
        GUILD, { name: 'mason', color: 0xFF8800, hoist: true, permissions: String(Permissions.KICK_MEMBERS) });
      await created;
      const updated = event(client, 'guildRoleUpdate', changed => changed.id === role.id);
      await guilds.editRole(GUILD, role.id, { name: 'master mason' });
      assert.equal((await updated)[0].name, 'master mason');
      const assigned = event(client, 'guildMemberUpdate', member => member.id === stage.OWNER);
      await guilds.addMemberRole(GUILD, stage.OWNER, role.id);
      assert.ok((await assigned)[0].roles.includes(role.id));
      await guilds.removeMemberRole(GUILD, stage.OWNER, role.id);
      const deleted = event(client, 'guildRoleDelete', gone => gone.id === role.id);
      await guilds.deleteRole(GUILD, role.id);
      await deleted;
    },
    async members() {
      const guild = client.guilds.get(GUILD);
      const joined = event(client, 'guildMemberAdd');
      const guest = await stage.ask('guest');
      assert.equal((await joined)[0].id, guest.id);
      assert.deepEqual((await guild.fetchMembers({ query: guest.username, limit: 5 })).map(member => member.id), [guest.id]);
      assert.deepEqual((await guild.fetchMembers({ userIDs: [stage.OWNER, '1'], presences: true })).map(member => member.id), [stage.OWNER]);
      const renamed = event(client, 'guildMemberUpdate', member => member.id === guest.id);
      await guilds.editMember(GUILD, guest.id, { nick: 'Visitor' });
      assert.equal((await renamed)[0].nick, 'Visitor');
      const banned = event(client, 'guildBanAdd', (_, user) => user.id === guest.id);
      const left = event(client, 'guildMemberRemove', member => member.id === guest.id);
      await guilds.createBan(GUILD, guest.id, { reason: 'a test' });
      await banned;
      await left;
      assert.equal((await guilds.getBan(GUILD, guest.id)).reason, 'a test');
      await guilds.removeBan(GUILD, guest.id);
      await assert.rejects(guilds.getBan(GUILD, guest.id), { code: 10026 });
    },
    async voice() {
      const { shard } = client.guilds.get(GUILD);
      const joined = event(client, 'voiceChannelJoin', member => member.id === stage.BOT);
      const server = event(client, 'voiceServerUpdate');
      shard.updateVoiceState(GUILD, stage.VOICE, { selfMute: true });
      const [member, channel] = await joined;
      assert.equal(channel.id, stage.VOICE);
      assert.ok(member.voiceState.selfMute);
      assert.equal((await server)[0].id, GUILD);
      const left = event(client, 'voiceChannelLeave', gone => gone.id === stage.BOT);
      shard.updateVoiceState(GUILD, null);
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
      await users.editSelf({ username: name });
      assert.equal((await oauth.getCurrentUser()).username, name);
      assert.equal((await oauth.getApplication()).id, stage.BOT);
      assert.ok((await oauth.getCurrentGuilds()).some(guild => guild.id === GUILD));
    },
    async commands() {
      const ping = { type: ApplicationCommandTypes.CHAT_INPUT, name: 'ping', description: 'Answers' };
      assert.deepEqual((await applications.bulkEditGlobalCommands(stage.BOT, [ping])).map(command => command.name), ['ping']);
      const sides = { type: ApplicationCommandOptionTypes.INTEGER, name: 'sides', description: 'How many sides the dice have', maxValue: 100 };
      await applications.createGuildCommand(
        stage.BOT, GUILD, { type: ApplicationCommandTypes.CHAT_INPUT, name: 'roll', description: 'Rolls dice', options: [sides] });
      const [kept] = await applications.getGuildCommands(stage.BOT, GUILD);
      assert.equal(kept.options[0].maxValue, 100);
      await applications.deleteGuildCommand(stage.BOT, GUILD, kept.id);
      assert.deepEqual(await applications.getGuildCommands(stage.BOT, GUILD), []);
    },
  };
};
