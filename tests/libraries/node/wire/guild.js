'use strict';
// Steps with what a guild is made of, for libraries that pass on what the API says as it says it.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { event } = require('../support/steps');
const { refusal } = require('./messages');

const { GUILD } = stage;
const SEND_MESSAGES = String(1 << 11);
const KICK_MEMBERS = String(1 << 1);
const [TEXT, VOICE, CATEGORY] = [0, 2, 4];

module.exports = ({ events, api, send }) => ({
  async channels() {
    const created = event(events, 'CHANNEL_CREATE', channel => channel.name === 'workshop');
    const category = await api.createChannel(GUILD, { name: 'Trades', type: CATEGORY });
    const workshop = await api.createChannel(GUILD, { name: 'workshop', type: TEXT, parent_id: category.id, topic: 'tools' });
    assert.equal((await created)[0].topic, 'tools');
    assert.equal(workshop.parent_id, category.id);
    const changed = event(events, 'CHANNEL_UPDATE', channel => channel.id === workshop.id && channel.topic === 'hammers');
    await api.editChannel(workshop.id, { topic: 'hammers' });
    await changed;
    const closed = event(events, 'CHANNEL_UPDATE', channel => channel.id === workshop.id && channel.permission_overwrites.length > 0);
    await api.allow(workshop.id, GUILD, { type: 0, allow: '0', deny: SEND_MESSAGES });
    assert.equal((await closed)[0].permission_overwrites[0].deny, SEND_MESSAGES);
    const removed = event(events, 'CHANNEL_DELETE', channel => channel.id === workshop.id);
    await api.deleteChannel(workshop.id);
    await removed;
    await api.deleteChannel(category.id);
    const voice = await api.createChannel(GUILD, { name: 'speech', type: VOICE });
    assert.equal(voice.bitrate, 64000);
    await api.deleteChannel(voice.id);
  },
  async roles() {
    const created = event(events, 'GUILD_ROLE_CREATE', ({ role }) => role.name === 'mason');
    const role = await api.createRole(GUILD, { name: 'mason', color: 0xFF8800, hoist: true, permissions: KICK_MEMBERS });
    await created;
    const updated = event(events, 'GUILD_ROLE_UPDATE', changed => changed.role.id === role.id);
    await api.editRole(GUILD, role.id, { name: 'master mason' });
    assert.equal((await updated)[0].role.name, 'master mason');
    const assigned = event(events, 'GUILD_MEMBER_UPDATE', member => member.user.id === stage.OWNER);
    await api.giveRole(GUILD, stage.OWNER, role.id);
    assert.ok((await assigned)[0].roles.includes(role.id));
    await api.takeRole(GUILD, stage.OWNER, role.id);
    const deleted = event(events, 'GUILD_ROLE_DELETE', gone => gone.role_id === role.id);
    await api.deleteRole(GUILD, role.id);
    await deleted;
  },
  async members() {
    const joined = event(events, 'GUILD_MEMBER_ADD');
    const guest = await stage.ask('guest');
    assert.equal((await joined)[0].user.id, guest.id);
    const found = event(events, 'GUILD_MEMBERS_CHUNK', chunk => chunk.nonce === 'by name');
    send(8, { guild_id: GUILD, query: guest.username, limit: 5, nonce: 'by name' });
    assert.deepEqual((await found)[0].members.map(member => member.user.id), [guest.id]);
    const asked = event(events, 'GUILD_MEMBERS_CHUNK', chunk => chunk.nonce === 'by id');
    send(8, { guild_id: GUILD, user_ids: [stage.OWNER, '1'], limit: 0, nonce: 'by id' });
    assert.deepEqual((await asked)[0].members.map(member => member.user.id), [stage.OWNER]);
    const renamed = event(events, 'GUILD_MEMBER_UPDATE', member => member.user.id === guest.id);
    await api.editMember(GUILD, guest.id, { nick: 'Visitor' });
    assert.equal((await renamed)[0].nick, 'Visitor');
    const banned = event(events, 'GUILD_BAN_ADD', ({ user }) => user.id === guest.id);
    const left = event(events, 'GUILD_MEMBER_REMOVE', ({ user }) => user.id === guest.id);
    await api.ban(GUILD, guest.id);
    await banned;
    await left;
    assert.deepEqual((await api.bans(GUILD)).map(ban => ban.user.id), [guest.id]);
    const unbanned = event(events, 'GUILD_BAN_REMOVE', ({ user }) => user.id === guest.id);
    await api.unban(GUILD, guest.id);
    await unbanned;
    assert.equal(await refusal(api.unban(GUILD, guest.id)), 10026);
  },
  async voice() {
    const joined = event(events, 'VOICE_STATE_UPDATE', state => state.user_id === stage.BOT);
    const server = event(events, 'VOICE_SERVER_UPDATE');
    send(4, { guild_id: GUILD, channel_id: stage.VOICE, self_mute: true, self_deaf: false });
    const [state] = await joined;
    assert.equal(state.channel_id, stage.VOICE);
    assert.ok(state.self_mute);
    assert.equal((await server)[0].guild_id, GUILD);
    const left = event(events, 'VOICE_STATE_UPDATE', gone => gone.user_id === stage.BOT && gone.channel_id === null);
    send(4, { guild_id: GUILD, channel_id: null, self_mute: false, self_deaf: false });
    await left;
  },
  async guilds() {
    const entered = event(events, 'GUILD_CREATE');
    const made = await stage.ask('found');
    assert.equal((await entered)[0].id, made.id);
    const gone = event(events, 'GUILD_DELETE', guild => guild.id === made.id);
    await stage.ask('dissolve', { guild: made.id });
    await gone;
  },
  async account() {
    const name = `renamed${stage.BOT.slice(-5)}`;
    await api.editSelf({ username: name });
    assert.equal((await api.self()).username, name);
    assert.equal((await api.application()).id, stage.BOT);
    assert.ok((await api.guilds()).some(guild => guild.id === GUILD));
  },
  async commands() {
    const ping = { type: 1, name: 'ping', description: 'Answers' };
    assert.deepEqual((await api.setCommands(stage.BOT, [ping])).map(command => command.name), ['ping']);
    const sides = { type: 4, name: 'sides', description: 'How many sides the dice have', max_value: 100 };
    await api.createCommand(stage.BOT, GUILD, { type: 1, name: 'roll', description: 'Rolls dice', options: [sides] });
    const [kept] = await api.commands(stage.BOT, GUILD);
    assert.equal(kept.options[0].name, 'sides');
    await api.deleteCommand(stage.BOT, GUILD, kept.id);
    assert.deepEqual(await api.commands(stage.BOT, GUILD), []);
  },
});
