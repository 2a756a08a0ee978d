'use strict';
// discordeno. Its requests are named and answered in its own spelling; what the gateway says it hands out as it came, too.
const { EventEmitter } = require('node:events');
const stage = require('../support/stage');
const { camelCase, snakeCase } = require('../wire/spelling');
const { lead } = require('../wire/steps');

async function open(token, intents, shards) {
  const { createBot } = await import('discordeno');
  const events = new EventEmitter();
  const homes = new Map();
  const bot = createBot({
    token,
    intents,
    rest: { proxy: { baseUrl: `${stage.API.origin}/api`, authorization: `Bot ${token}` } },
    gateway: { url: process.env.GATEWAY_URL, totalShards: shards, connection: await connection(token) },
    events: {
      raw({ t, d }, shard) {
        if (t === 'GUILD_CREATE') homes.set(d.id, shard);
        events.emit(t, d);
      },
    },
    loggerFactory: () => ({ debug() {}, info() {}, warn: console.error, error: console.error, fatal: console.error }),
  });
  // At any address but Discord's own it expects a proxy that obeys rate limits for it.
  bot.rest.isProxied = false;
  return {
    events,
    api: apiOf(bot.rest),
    connect: () => bot.start(),
    send: (op, d) => bot.gateway.sendPayload(homes.get(stage.GUILD), { op, d }),
    shardOf: guild => homes.get(guild),
    quit: () => bot.shutdown(),
  };
}

async function connection(token) {
  const answer = await fetch(`${stage.API}/v10/gateway/bot`, { headers: { authorization: `Bot ${token}` } });
  return camelCase(await answer.json());
}

/** What a request answers, as the API spells it. */
const answered = request => (...parameters) => request(...parameters).then(snakeCase);

const apiOf = rest => Object.fromEntries(Object.entries({
  createMessage: (channel, body, file) => rest.sendMessage(
    channel, { ...camelCase(body), files: file && [{ name: file.name, blob: new Blob([file.data]) }] }),
  editMessage: (channel, id, body) => rest.editMessage(channel, id, camelCase(body)),
  deleteMessage: (channel, id) => rest.deleteMessage(channel, id),
  message: (channel, id) => rest.getMessage(channel, id),
  messages: (channel, query) => rest.getMessages(channel, query),
  deleteMessages: (channel, ids) => rest.deleteMessages(channel, ids),
  react: (channel, id, emoji) => rest.addReaction(channel, id, emoji),
  unreact: (channel, id, emoji) => rest.deleteOwnReaction(channel, id, emoji),
  pin: (channel, id) => rest.pinMessage(channel, id),
  unpin: (channel, id) => rest.unpinMessage(channel, id),
  pins: channel => rest.getPinnedMessages(channel),
  typing: channel => rest.triggerTypingIndicator(channel),
  direct: user => rest.getDmChannel(user),
  createChannel: (guild, body) => rest.createChannel(guild, camelCase(body)),
  editChannel: (channel, body) => rest.editChannel(channel, camelCase(body)),
  deleteChannel: channel => rest.deleteChannel(channel),
  allow: (channel, target, { type, allow, deny }) => rest.editChannelPermissionOverrides(
    channel, { id: target, type, allow: names(allow), deny: names(deny) }),
  createRole: (guild, { permissions, ...body }) => rest.createRole(guild, { ...camelCase(body), permissions: names(permissions) }),
  editRole: (guild, role, body) => rest.editRole(guild, role, camelCase(body)),
  deleteRole: (guild, role) => rest.deleteRole(guild, role),
  giveRole: (guild, user, role) => rest.addRole(guild, user, role),
  takeRole: (guild, user, role) => rest.removeRole(guild, user, role),
  editMember: (guild, user, body) => rest.editMember(guild, user, camelCase(body)),
  ban: (guild, user) => rest.banMember(guild, user),
  bans: guild => rest.getBans(guild),
  unban: (guild, user) => rest.unbanMember(guild, user),
  setCommands: (application, commands) => rest.upsertGlobalApplicationCommands(commands.map(camelCase)),
  createCommand: (application, guild, command) => rest.createGuildApplicationCommand(camelCase(command), guild),
  commands: (application, guild) => rest.getGuildApplicationCommands(guild),
  deleteCommand: (application, guild, id) => rest.deleteGuildApplicationCommand(id, guild),
  editSelf: body => rest.editBotProfile(camelCase(body)),
  self: () => rest.getUser(stage.BOT),
  application: () => rest.getApplicationInfo(),
  guilds: () => rest.getGuilds(),
  answer: ({ id, token }, type, data) => rest.sendInteractionResponse(id, token, { type, data: data && camelCase(data) }),
  editAnswer: ({ token }, body) => rest.editOriginalInteractionResponse(token, camelCase(body)),
  startThread: (channel, message, body) => rest.startThreadWithMessage(channel, message, camelCase(body)),
  post: (forum, body) => rest.createForumThread(forum, camelCase(body)),
  createWebhook: (channel, body) => rest.createWebhook(channel, camelCase(body)),
  runWebhook: (id, token, body) => rest.executeWebhook(id, token, { ...camelCase(body), wait: true }),
  deleteWebhook: id => rest.deleteWebhook(id),
  createEmoji: (guild, body) => rest.createEmoji(guild, camelCase(body)),
  deleteEmoji: (guild, id) => rest.deleteEmoji(guild, id),
  endPoll: (channel, message) => rest.endPoll(channel, message),
}).map(([name, request]) => [name, answered(request)]));

/** Permissions as this library takes them. */
const names = bits => ({ 0: [], 2: ['KICK_MEMBERS'], 2048: ['SEND_MESSAGES'] })[bits];

lead(open);
