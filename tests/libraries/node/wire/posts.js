'use strict';
// Steps with threads, webhooks, polls and emojis, and with more than may be sent at once; for libraries that pass on what the API says.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { untilLimited } = require('../support/bursts');
const { event } = require('../support/steps');
const { PICTURE } = require('../support/picture');

const { CHANNEL, GUILD } = stage;
const FORUM = 15;

module.exports = ({ events, api }) => ({
  async threads() {
    const sent = await api.createMessage(CHANNEL, { content: 'to be talked about' });
    const created = event(events, 'THREAD_CREATE');
    const thread = await api.startThread(CHANNEL, sent.id, { name: 'talk', auto_archive_duration: 60 });
    assert.equal((await created)[0].id, thread.id);
    assert.equal(thread.parent_id, CHANNEL);
    const heard = event(events, 'MESSAGE_CREATE', message => message.channel_id === thread.id && message.author.id === stage.OWNER);
    await stage.say('in the thread', thread.id);
    assert.equal((await heard)[0].content, 'in the thread');
    const archived = event(events, 'THREAD_UPDATE', changed => changed.id === thread.id && changed.thread_metadata.archived);
    await api.editChannel(thread.id, { archived: true });
    await archived;
  },
  async forum() {
    const forum = await api.createChannel(GUILD, { name: 'questions', type: FORUM });
    const created = event(events, 'THREAD_CREATE', thread => thread.parent_id === forum.id);
    const post = await api.post(forum.id, { name: 'how', message: { content: 'does it work?' } });
    assert.equal((await created)[0].id, post.id);
    assert.equal((await api.messages(post.id, { limit: 5 }))[0].content, 'does it work?');
    await api.deleteChannel(forum.id);
  },
  async webhook() {
    const webhook = await api.createWebhook(CHANNEL, { name: 'herald' });
    const heard = event(events, 'MESSAGE_CREATE', message => message.webhook_id === webhook.id);
    await api.runWebhook(webhook.id, webhook.token, { content: 'hear ye', username: 'crier' });
    const [message] = await heard;
    assert.equal(message.content, 'hear ye');
    assert.equal(message.author.username, 'crier');
    await api.deleteWebhook(webhook.id);
  },
  async poll() {
    const answers = ['tea', 'coffee'].map(text => ({ poll_media: { text } }));
    const poll = { question: { text: 'What to drink?' }, answers, duration: 1, allow_multiselect: false };
    const sent = await api.createMessage(CHANNEL, { poll });
    assert.equal(sent.poll.question.text, 'What to drink?');
    const voted = event(events, 'MESSAGE_POLL_VOTE_ADD', vote => vote.message_id === sent.id);
    await stage.ask('vote', { channel: CHANNEL, message: sent.id, answers: [2] });
    const [vote] = await voted;
    assert.equal(vote.answer_id, 2);
    assert.equal(vote.user_id, stage.OWNER);
    const ended = event(events, 'MESSAGE_UPDATE', message => message.id === sent.id && message.poll?.results?.is_finalized);
    await api.endPoll(CHANNEL, sent.id);
    await ended;
  },
  async emoji() {
    const told = event(events, 'GUILD_EMOJIS_UPDATE');
    const emoji = await api.createEmoji(GUILD, { name: 'anvil', image: PICTURE });
    assert.ok((await told)[0].emojis.some(each => each.id === emoji.id));
    const sent = await api.createMessage(CHANNEL, { content: 'to be forged' });
    const reacted = event(events, 'MESSAGE_REACTION_ADD', reaction => reaction.message_id === sent.id);
    await api.react(CHANNEL, sent.id, `anvil:${emoji.id}`);
    assert.equal((await reacted)[0].emoji.id, emoji.id);
    await api.deleteEmoji(GUILD, emoji.id);
  },
  limits: () => untilLimited(content => api.createMessage(CHANNEL, { content })),
});
