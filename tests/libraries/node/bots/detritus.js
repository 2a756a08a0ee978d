'use strict';
// detritus-client, which speaks version 9 of the API. Requests are those of its own rest client, events those that it hands out raw.
const { EventEmitter } = require('node:events');
const { ShardClient } = require('detritus-client');
const stage = require('../support/stage');
const { camelCase } = require('../wire/spelling');
const { lead } = require('../wire/steps');

function open(token, intents, shards) {
  const clients = Array.from({ length: shards }, (_, shard) => new ShardClient(token, {
    gateway: { intents, shardId: shard, shardCount: shards, loadAllMembers: false },
    rest: { baseUrl: `${stage.API.origin}/api/v9` },
  }));
  const events = new EventEmitter();
  const homes = new Map();
  for (const client of clients) {
    client.on('raw', ({ t, d }) => {
      if (t === 'GUILD_CREATE') homes.set(d.id, client);
      events.emit(t, d);
    });
    client.on('warn', ({ error }) => console.error(error));
  }
  return {
    events,
    api: apiOf(clients[0].rest.raw),
    connect: () => Promise.all(clients.map(client => client.run({ applications: false, url: process.env.GATEWAY_URL }))),
    send: (op, d) => homes.get(stage.GUILD).gateway.send(op, d),
    shardOf: guild => homes.get(guild)?.shardId,
    quit: () => clients.forEach(client => client.kill()),
  };
}

const apiOf = rest => ({
  createMessage: (channel, body, file) => rest.createMessage(
    channel, { ...camelCase(body), file: file && { filename: file.name, value: file.data } }),
  editMessage: (channel, id, body) => rest.editMessage(channel, id, camelCase(body)),
  deleteMessage: (channel, id) => rest.deleteMessage(channel, id),
  message: (channel, id) => rest.fetchMessage(channel, id),
  messages: (channel, query) => rest.fetchMessages(channel, query),
  deleteMessages: (channel, ids) => rest.bulkDeleteMessages(channel, ids),
  react: (channel, id, emoji) => rest.createReaction(channel, id, emoji),
  unreact: (channel, id, emoji) => rest.deleteReaction(channel, id, emoji),
  pin: (channel, id) => rest.addPinnedMessage(channel, id),
  unpin: (channel, id) => rest.deletePinnedMessage(channel, id),
  pins: channel => rest.fetchPinnedMessages(channel),
  typing: channel => rest.triggerTyping(channel),
  direct: user => rest.createDm({ recipientId: user }),
  createChannel: (guild, body) => rest.createGuildChannel(guild, camelCase(body)),
  editChannel: (channel, body) => rest.editChannel(channel, camelCase(body)),
  deleteChannel: channel => rest.deleteChannel(channel),
  allow: (channel, target, { type, allow, deny }) => rest.editChannelOverwrite(channel, target, { type, allow, deny }),
  createRole: (guild, body) => rest.createGuildRole(guild, camelCase(body)),
  editRole: (guild, role, body) => rest.editGuildRole(guild, role, camelCase(body)),
  deleteRole: (guild, role) => rest.deleteGuildRole(guild, role),
  giveRole: (guild, user, role) => rest.addGuildMemberRole(guild, user, role),
  takeRole: (guild, user, role) => rest.removeGuildMemberRole(guild, user, role),
  editMember: (guild, user, body) => rest.editGuildMember(guild, user, camelCase(body)),
  ban: (guild, user) => rest.createGuildBan(guild, user),
  bans: guild => rest.fetchGuildBans(guild),
  unban: (guild, user) => rest.removeGuildBan(guild, user),
  setCommands: (application, commands) => rest.bulkOverwriteApplicationCommands(application, commands.map(camelCase)),
  createCommand: (application, guild, command) => rest.createApplicationGuildCommand(application, guild, camelCase(command)),
  commands: (application, guild) => rest.fetchApplicationGuildCommands(application, guild),
  deleteCommand: (application, guild, id) => rest.deleteApplicationGuildCommand(application, guild, id),
  editSelf: body => rest.editMe(body),
  self: () => rest.fetchMe(),
  application: () => rest.fetchOauth2Application('@me'),
  guilds: () => rest.fetchMeGuilds(),
  answer: ({ id, token }, type, data) => rest.createInteractionResponse(id, token, { type, data: data && camelCase(data) }),
  editAnswer: ({ application_id: application, token }, body) => rest.editWebhookTokenMessage(application, token, '@original', camelCase(body)),
  startThread: (channel, message, body) => rest.createChannelMessageThread(channel, message, camelCase(body)),
  createWebhook: (channel, body) => rest.createWebhook(channel, body),
  runWebhook: (id, token, body) => rest.executeWebhook(id, token, { ...camelCase(body), wait: true }),
  deleteWebhook: id => rest.deleteWebhook(id),
  createEmoji: (guild, body) => rest.createGuildEmoji(guild, body),
  deleteEmoji: (guild, id) => rest.deleteGuildEmoji(guild, id),
});

lead(open, {
  slash: 'it has no answer with choices',
  modal: 'it has no forms',
  forum: 'it has no forums',
  poll: 'it has no polls',
});
