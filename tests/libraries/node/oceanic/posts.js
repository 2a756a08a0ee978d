'use strict';
// Steps with threads, webhooks, polls and emojis, and with more than may be sent at once, in oceanic.js.
const assert = require('node:assert/strict');
const { ChannelTypes } = require('oceanic.js');
const stage = require('../support/stage');
const { untilLimited } = require('../support/bursts');
const { PICTURE } = require('../support/picture');
const { event } = require('../support/steps');

const { CHANNEL, GUILD } = stage;

module.exports = client => {
  const { channels, guilds, webhooks } = client.rest;
  return {
    async threads() {
      const sent = await channels.createMessage(CHANNEL, { content: 'to be talked about' });
      const created = event(client, 'threadCreate');
      const thread = await channels.startThreadFromMessage(CHANNEL, sent.id, { name: 'talk', autoArchiveDuration: 60 });
      assert.equal((await created)[0].id, thread.id);
      assert.equal(thread.parentID, CHANNEL);
      const heard = event(client, 'messageCreate', message => message.channelID === thread.id && message.author.id === stage.OWNER);
      await stage.say('in the thread', thread.id);
      assert.equal((await heard)[0].content, 'in the thread');
      const archived = event(client, 'threadUpdate', changed => changed.id === thread.id && changed.threadMetadata.archived);
      await channels.edit(thread.id, { archived: true });
      await archived;
    },
    async forum() {
      const forum = await guilds.createChannel(GUILD, ChannelTypes.GUILD_FORUM, { name: 'questions' });
      const created = event(client, 'threadCreate', thread => thread.parentID === forum.id);
      const post = await channels.startThreadInThreadOnlyChannel(forum.id, { name: 'how', message: { content: 'does it work?' } });
      assert.equal((await created)[0].id, post.id);
      assert.equal((await channels.getMessages(post.id, { limit: 5 }))[0].content, 'does it work?');
      await channels.delete(forum.id);
    },
    async webhook() {
      const webhook = await webhooks.create(CHANNEL, { name: 'herald' });
      const heard = event(client, 'messageCreate', message => message.webhookID === webhook.id);
      await webhooks.execute(webhook.id, webhook.token, { content: 'hear ye', username: 'crier' });
      const [message] = await heard;
      assert.equal(message.content, 'hear ye');
      assert.equal(message.author.username, 'crier');
      await webhooks.delete(webhook.id);
    },
    async poll() {
      const answers = ['tea', 'coffee'].map(text => ({ pollMedia: { text } }));
      const poll = { question: { text: 'What to drink?' }, answers, duration: 1, allowMultiselect: false, layoutType: 1 };
      const sent = await channels.createMessage(CHANNEL, { poll });
      assert.equal(sent.poll.question.text, 'What to drink?');
      const voted = event(client, 'messagePollVoteAdd', message => message.id === sent.id);
      await stage.ask('vote', { channel: CHANNEL, message: sent.id, answers: [2] });
      const [, user, answer] = await voted;
      assert.equal(answer.answerID, 2);
      assert.equal(user.id, stage.OWNER);
      // Of a message that it knows, the library keeps the poll as it was; it hears of the end by the notice.
      const ended = event(client, 'messageCreate', message => message.pollResults?.questionText === 'What to drink?');
      await channels.expirePoll(CHANNEL, sent.id);
      await ended;
    },
    async emoji() {
      const told = event(client, 'guildEmojisUpdate');
      const emoji = await guilds.createEmoji(GUILD, { name: 'anvil', image: PICTURE });
      assert.ok((await told)[1].some(each => each.id === emoji.id));
      const sent = await channels.createMessage(CHANNEL, { content: 'to be forged' });
      const reacted = event(client, 'messageReactionAdd', message => message.id === sent.id);
      await channels.createReaction(CHANNEL, sent.id, `anvil:${emoji.id}`);
      assert.equal((await reacted)[2].emoji.id, emoji.id);
      await guilds.deleteEmoji(GUILD, emoji.id);
    },
    limits: () => untilLimited(content => channels.createMessage(CHANNEL, { content })),
  };
};
