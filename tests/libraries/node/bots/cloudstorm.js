'use strict';
// cloudstorm for the gateway, with snowtransfer for the rest.
const { EventEmitter } = require('node:events');
const { Client } = require('cloudstorm');
const { SnowTransfer } = require('snowtransfer');
const stage = require('../support/stage');
const { lead } = require('../wire/steps');

function open(token, intents, shards) {
  const rest = new SnowTransfer(token, { baseHost: stage.API.origin });
  const client = new Client(token, { intents, shards: 'auto', totalShards: shards, snowtransferInstance: rest });
  if (shards > 1) client.options.shards = Array.from({ length: shards }, (_, shard) => shard);
  const events = new EventEmitter();
  const homes = new Map();
  client.on('event', ({ t, d, shard_id: shard }) => {
    if (t === 'GUILD_CREATE') homes.set(d.id, shard);
    events.emit(t, d);
  });
  client.on('error', failure => console.error(failure));
  return {
    events,
    api: apiOf(rest),
    connect: () => client.connect(),
    send(op, d) {
      const shard = homes.get(stage.GUILD);
      if (op === 8) return client.requestGuildMembers(shard, d);
      return op === 3 ? client.presenceUpdate(d) : client.voiceStateUpdate(shard, d);
    },
    shardOf: guild => homes.get(guild),
    quit: () => client.disconnect(),
  };
}

const apiOf = ({ channel: channels, guild: guilds, user: users, interaction: interactions, webhook: webhooks, assets: emojis, bot }) => ({
  createMessage: (channel, body, file) => channels.createMessage(
    channel, file ? { ...body, files: [{ name: file.name, file: file.data }] } : body),
  editMessage: (channel, id, body) => channels.editMessage(channel, id, body),
  deleteMessage: (channel, id) => channels.deleteMessage(channel, id),
  message: (channel, id) => channels.getChannelMessage(channel, id),
  messages: (channel, query) => channels.getChannelMessages(channel, query),
  deleteMessages: (channel, ids) => channels.bulkDeleteMessages(channel, ids),
  react: (channel, id, emoji) => channels.createReaction(channel, id, encodeURIComponent(emoji)),
  unreact: (channel, id, emoji) => channels.deleteReactionSelf(channel, id, encodeURIComponent(emoji)),
  pin: (channel, id) => channels.addChannelPinnedMessage(channel, id),
  unpin: (channel, id) => channels.removeChannelPinnedMessage(channel, id),
  pins: channel => channels.getChannelPinnedMessages(channel),
  typing: channel => channels.startChannelTyping(channel),
  direct: user => users.createDirectMessageChannel(user),
  createChannel: (guild, body) => guilds.createGuildChannel(guild, body),
  editChannel: (channel, body) => channels.updateChannel(channel, body),
  deleteChannel: channel => channels.deleteChannel(channel),
  allow: (channel, target, body) => channels.editChannelPermission(channel, target, body),
  createRole: (guild, body) => guilds.createGuildRole(guild, body),
  editRole: (guild, role, body) => guilds.updateGuildRole(guild, role, body),
  deleteRole: (guild, role) => guilds.removeGuildRole(guild, role),
  giveRole: (guild, user, role) => guilds.addGuildMemberRole(guild, user, role),
  takeRole: (guild, user, role) => guilds.removeGuildMemberRole(guild, user, role),
  editMember: (guild, user, body) => guilds.updateGuildMember(guild, user, body),
  ban: (guild, user) => guilds.createGuildBan(guild, user, { delete_message_seconds: 0 }),
  bans: guild => guilds.getGuildBans(guild),
  unban: (guild, user) => guilds.removeGuildBan(guild, user),
  setCommands: (application, commands) => interactions.bulkOverwriteApplicationCommands(application, commands),
  createCommand: (application, guild, command) => interactions.createGuildApplicationCommand(application, guild, command),
  commands: (application, guild) => interactions.getGuildApplicationCommands(application, guild),
  deleteCommand: (application, guild, id) => interactions.deleteGuildApplicationCommand(application, guild, id),
  editSelf: body => users.updateSelf(body),
  self: () => users.getSelf(),
  application: () => bot.getApplicationInfo(),
  guilds: () => users.getGuilds(),
  answer: ({ id, token }, type, data) => interactions.createInteractionResponse(id, token, { type, data }),
  editAnswer: ({ application_id: application, token }, body) => interactions.editOriginalInteractionResponse(application, token, body),
  startThread: (channel, message, body) => channels.createThreadWithMessage(channel, message, body),
  post: (forum, body) => channels.createThreadWithoutMessage(forum, body),
  createWebhook: (channel, body) => webhooks.createWebhook(channel, body),
  runWebhook: (id, token, body) => webhooks.executeWebhook(id, token, body, { wait: true }),
  deleteWebhook: id => webhooks.deleteWebhook(id),
  createEmoji: (guild, body) => emojis.createGuildEmoji(guild, body),
  deleteEmoji: (guild, id) => emojis.deleteGuildEmoji(guild, id),
  endPoll: (channel, message) => channels.endPoll(channel, message),
});

lead(open);
