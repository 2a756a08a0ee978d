'use strict';
// Steps with threads, webhooks, polls and emojis, and with more than may be sent at once, in dysnomia and in eris.
const assert = require('node:assert/strict');
const { Constants } = require('@projectdysnomia/dysnomia');
const stage = require('../support/stage');
const { untilLimited } = require('../support/bursts');
const { PICTURE } = require('../support/picture');
const { event } = require('../support/steps');

const { CHANNEL, GUILD } = stage;

/** @param voteOf the parameters of messagePollVoteAdd, which come in another order: {answer, user} */
module.exports = (client, voteOf = (message, answer, user) => ({ answer, user })) => ({
  async threads() {
    const sent = await client.createMessage(CHANNEL, { content: 'to be talked about' });
    const created = event(client, 'threadCreate');
    const thread = await client.createThreadWithMessage(CHANNEL, sent.id, { name: 'talk', autoArchiveDuration: 60 });
    assert.equal((await created)[0].id, thread.id);
    assert.equal(thread.parentID, CHANNEL);
    const heard = event(client, 'messageCreate', message => message.channel.id === thread.id && message.author.id === stage.OWNER);
    await stage.say('in the thread', thread.id);
    assert.equal((await heard)[0].content, 'in the thread');
    const archived = event(client, 'threadUpdate', changed => changed.id === thread.id && changed.threadMetadata.archived);
    await client.editChannel(thread.id, { archived: true });
    await archived;
  },
  async forum() {
    const forum = await client.createChannel(GUILD, 'questions', Constants.ChannelTypes.GUILD_FORUM);
    const created = event(client, 'threadCreate', thread => thread.parentID === forum.id);
    const post = await client.createThread(forum.id, { name: 'how', message: { content: 'does it work?' } });
    assert.equal((await created)[0].id, post.id);
    assert.equal((await client.getMessages(post.id, { limit: 5 }))[0].content, 'does it work?');
    await client.deleteChannel(forum.id);
  },
  async webhook() {
    const webhook = await client.createChannelWebhook(CHANNEL, { name: 'herald' });
    const heard = event(client, 'messageCreate', message => message.webhookID === webhook.id);
    await client.executeWebhook(webhook.id, webhook.token, { content: 'hear ye', username: 'crier' });
    const [message] = await heard;
    assert.equal(message.content, 'hear ye');
    assert.equal(message.author.username, 'crier');
    await client.deleteWebhook(webhook.id);
  },
  async poll() {
    const answers = ['tea', 'coffee'].map(text => ({ poll_media: { text } }));
    const poll = { question: { text: 'What to drink?' }, answers, duration: 1, allow_multiselect: false };
    const sent = await client.createMessage(CHANNEL, { poll });
    assert.equal(sent.poll.question.text, 'What to drink?');
    const voted = event(client, 'messagePollVoteAdd', message => message.id === sent.id);
    await stage.ask('vote', { channel: CHANNEL, message: sent.id, answers: [2] });
    const { answer, user } = voteOf(...await voted);
    assert.equal(answer, 2);
    assert.equal(user.id, stage.OWNER);
    const ended = event(client, 'messageUpdate', message => message.id === sent.id && message.poll?.results?.is_finalized);
    await client.endPoll(CHANNEL, sent.id);
    await ended;
  },
  async emoji() {
    const told = event(client, 'guildEmojisUpdate');
    const emoji = await client.createGuildEmoji(GUILD, { name: 'anvil', image: PICTURE });
    assert.ok((await told)[1].some(each => each.id === emoji.id));
    const sent = await client.createMessage(CHANNEL, { content: 'to be forged' });
    const reacted = event(client, 'messageReactionAdd', message => message.id === sent.id);
    await sent.addReaction(`anvil:${emoji.id}`);
    assert.equal((await reacted)[1].id, emoji.id);
    await client.deleteGuildEmoji(GUILD, emoji.id);
  },
  limits: () => untilLimited(content => client.createMessage(CHANNEL, { content })),
});
