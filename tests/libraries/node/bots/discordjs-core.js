'use strict';
// @discordjs/core, on @discordjs/rest and @discordjs/ws: what discord.js itself stands on.
const { EventEmitter } = require('node:events');
const { Client, GatewayDispatchEvents } = require('@discordjs/core');
const { REST } = require('@discordjs/rest');
const { WebSocketManager, WebSocketShardEvents } = require('@discordjs/ws');
const stage = require('../support/stage');
const { lead } = require('../wire/steps');

function open(token, intents, shards) {
  const rest = new REST({ api: `${stage.API.origin}/api` }).setToken(token);
  const sessions = new Map();
  const gateway = new WebSocketManager({
    token,
    intents,
    rest,
    shardCount: shards,
    // Left to itself it keeps the sessions of all managers of a process in one place, by the numbers of their shards.
    retrieveSessionInfo: shard => sessions.get(shard) ?? null,
    updateSessionInfo: (shard, session) => void sessions.set(shard, session),
  });
  const client = new Client({ rest, gateway });
  const events = new EventEmitter();
  const homes = new Map();
  client.on(GatewayDispatchEvents.GuildCreate, ({ data, shardId }) => homes.set(data.id, shardId));
  // Resumed has no data, and is no event of the client's.
  gateway.on(WebSocketShardEvents.Resumed, () => events.emit(GatewayDispatchEvents.Resumed));
  for (const name of Object.values(GatewayDispatchEvents)) client.on(name, ({ data }) => events.emit(name, data));
  return {
    events,
    api: apiOf(client.api),
    connect: () => gateway.connect(),
    send: (op, d) => gateway.send(homes.get(stage.GUILD), { op, d }),
    shardOf: guild => homes.get(guild),
    quit: () => gateway.destroy(),
  };
}

/** The answers by their numbers, each with a name of its own in this library. */
const answerWith = {
  4: (interactions, ...answer) => interactions.reply(...answer),
  5: (interactions, id, token) => interactions.defer(id, token),
  7: (interactions, ...answer) => interactions.updateMessage(...answer),
  8: (interactions, ...answer) => interactions.createAutocompleteResponse(...answer),
  9: (interactions, ...answer) => interactions.createModal(...answer),
};

const apiOf = ({ channels, guilds, users, applicationCommands, applications, interactions, poll, webhooks }) => ({
  createMessage: (channel, body, file) => channels.createMessage(channel, { ...body, files: file && [file] }),
  editMessage: (channel, id, body) => channels.editMessage(channel, id, body),
  deleteMessage: (channel, id) => channels.deleteMessage(channel, id),
  message: (channel, id) => channels.getMessage(channel, id),
  messages: (channel, query) => channels.getMessages(channel, query),
  deleteMessages: (channel, ids) => channels.bulkDeleteMessages(channel, ids),
  react: (channel, id, emoji) => channels.addMessageReaction(channel, id, emoji),
  unreact: (channel, id, emoji) => channels.deleteOwnMessageReaction(channel, id, emoji),
  pin: (channel, id) => channels.pinMessage(channel, id),
  unpin: (channel, id) => channels.unpinMessage(channel, id),
  pins: channel => channels.getPins(channel),
  typing: channel => channels.showTyping(channel),
  direct: user => users.createDM(user),
  createChannel: (guild, body) => guilds.createChannel(guild, body),
  editChannel: (channel, body) => channels.edit(channel, body),
  deleteChannel: channel => channels.delete(channel),
  allow: (channel, target, body) => channels.editPermissionOverwrite(channel, target, body),
  createRole: (guild, body) => guilds.createRole(guild, body),
  editRole: (guild, role, body) => guilds.editRole(guild, role, body),
  deleteRole: (guild, role) => guilds.deleteRole(guild, role),
  giveRole: (guild, user, role) => guilds.addRoleToMember(guild, user, role),
  takeRole: (guild, user, role) => guilds.removeRoleFromMember(guild, user, role),
  editMember: (guild, user, body) => guilds.editMember(guild, user, body),
  ban: (guild, user) => guilds.banUser(guild, user),
  bans: guild => guilds.getMemberBans(guild),
  unban: (guild, user) => guilds.unbanUser(guild, user),
  setCommands: (application, commands) => applicationCommands.bulkOverwriteGlobalCommands(application, commands),
  createCommand: (application, guild, command) => applicationCommands.createGuildCommand(application, guild, command),
  commands: (application, guild) => applicationCommands.getGuildCommands(application, guild),
  deleteCommand: (application, guild, id) => applicationCommands.deleteGuildCommand(application, guild, id),
  editSelf: body => users.edit(body),
  self: () => users.getCurrent(),
  application: () => applications.getCurrent(),
  guilds: () => users.getGuilds(),
  answer: ({ id, token }, type, data) => answerWith[type](interactions, id, token, data),
  editAnswer: ({ application_id: application, token }, body) => interactions.editReply(application, token, body),
  startThread: (channel, message, body) => channels.createThread(channel, body, message),
  post: (forum, body) => channels.createForumThread(forum, body),
  createWebhook: (channel, body) => channels.createWebhook(channel, body),
  runWebhook: (id, token, body) => webhooks.execute(id, token, { ...body, wait: true }),
  deleteWebhook: id => webhooks.delete(id),
  createEmoji: (guild, body) => guilds.createEmoji(guild, body),
  deleteEmoji: (guild, id) => guilds.deleteEmoji(guild, id),
  endPoll: (channel, message) => poll.expirePoll(channel, message),
});

lead(open);
