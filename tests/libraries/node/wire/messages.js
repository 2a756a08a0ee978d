'use strict';
// Steps with messages, for libraries that pass on what the API says as it says it.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { event } = require('../support/steps');

const { CHANNEL } = stage;

module.exports = ({ events, api }) => ({
  async send() {
    const received = event(events, 'MESSAGE_CREATE', message => message.content === 'hello there');
    const sent = await api.createMessage(CHANNEL, { content: 'hello there' });
    const [message] = await received;
    assert.equal(message.id, sent.id);
    assert.equal(message.author.id, stage.BOT);
    assert.equal(message.guild_id, stage.GUILD);
    assert.ok(message.member);
  },
  async hear() {
    const received = event(events, 'MESSAGE_CREATE', message => message.author.id === stage.OWNER);
    await stage.say('from a person');
    const [message] = await received;
    assert.equal(message.content, 'from a person');
    assert.ok(!message.author.bot);
  },
  async edit() {
    const sent = await api.createMessage(CHANNEL, { content: 'to be edited' });
    const updated = event(events, 'MESSAGE_UPDATE', message => message.id === sent.id);
    await api.editMessage(CHANNEL, sent.id, { content: 'edited' });
    const [message] = await updated;
    assert.equal(message.content, 'edited');
    assert.ok(message.edited_timestamp);
  },
  async react() {
    const sent = await api.createMessage(CHANNEL, { content: 'to be liked' });
    const reacted = event(events, 'MESSAGE_REACTION_ADD', reaction => reaction.message_id === sent.id);
    await api.react(CHANNEL, sent.id, '👍');
    const [{ emoji, user_id: reactor }] = await reacted;
    assert.equal(emoji.name, '👍');
    assert.equal(reactor, stage.BOT);
    const removed = event(events, 'MESSAGE_REACTION_REMOVE', reaction => reaction.message_id === sent.id);
    await api.unreact(CHANNEL, sent.id, '👍');
    await removed;
  },
  async reply() {
    const asked = await api.createMessage(CHANNEL, { content: 'to be answered' });
    const reply = await api.createMessage(CHANNEL, {
      embeds: [{ title: 'Title', description: 'Text', color: 0x336699, fields: [{ name: 'a', value: 'b' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] }],
      message_reference: { message_id: asked.id },
    });
    assert.equal(reply.message_reference.message_id, asked.id);
    assert.equal(reply.embeds[0].title, 'Title');
    assert.equal(reply.embeds[0].fields[0].value, 'b');
    assert.equal(reply.components[0].components[0].custom_id, 'press');
  },
  async delete() {
    const sent = await api.createMessage(CHANNEL, { content: 'to be deleted' });
    const deleted = event(events, 'MESSAGE_DELETE', message => message.id === sent.id);
    await api.deleteMessage(CHANNEL, sent.id);
    await deleted;
    assert.equal(await refusal(api.message(CHANNEL, sent.id)), 10008);
  },
  async history() {
    const sent = [];
    for (let number = 0; number < 12; number += 1) {
      sent.push((await api.createMessage(CHANNEL, { content: `line ${number}` })).id);
    }
    const ids = async query => (await api.messages(CHANNEL, query)).map(message => message.id);
    assert.deepEqual(await ids({ before: sent[10], limit: 5 }), sent.slice(5, 10).reverse());
    assert.deepEqual(await ids({ after: sent[2], limit: 5 }), sent.slice(3, 8).reverse());
    assert.equal((await ids({ around: sent[6], limit: 3 })).length, 3);
    const gone = event(events, 'MESSAGE_DELETE_BULK');
    await api.deleteMessages(CHANNEL, sent.slice(0, 10));
    assert.deepEqual((await gone)[0].ids.sort(), sent.slice(0, 10));
  },
  async upload() {
    const sent = await api.createMessage(CHANNEL, { content: 'with a file' }, { name: 'note.txt', data: Buffer.from('file content') });
    const [attachment] = sent.attachments;
    assert.equal(attachment.filename, 'note.txt');
    assert.equal(attachment.size, 12);
    assert.equal(await (await fetch(attachment.url)).text(), 'file content');
  },
  async pins() {
    const sent = await api.createMessage(CHANNEL, { content: 'worth keeping' });
    const pinned = async () => (await api.pins(CHANNEL)).map(message => message.id);
    await api.pin(CHANNEL, sent.id);
    assert.ok((await pinned()).includes(sent.id));
    await api.unpin(CHANNEL, sent.id);
    assert.ok(!(await pinned()).includes(sent.id));
  },
  async direct() {
    const channel = await api.direct(stage.OWNER);
    await api.createMessage(channel.id, { content: 'a private word' });
    const answered = event(events, 'MESSAGE_CREATE', message => message.channel_id === channel.id && message.author.id === stage.OWNER);
    await stage.say('an answer', channel.id);
    assert.equal((await answered)[0].content, 'an answer');
  },
  async refused() {
    assert.equal(await refusal(api.createMessage(CHANNEL, { content: 'x'.repeat(2001) })), 50035);
  },
});

/** The code with which a request was refused: as a property, or in what the library says of it. */
async function refusal(request) {
  const failure = await request.then(() => assert.fail('it was not refused'), refused => refused);
  const code = failure.code ?? failure.cause?.code;
  if (Number.isInteger(code) && code >= 10000) return code;
  const said = /"?code"?:\s*(\d{5})/.exec(`${failure.message} ${JSON.stringify(failure.cause ?? '')} ${failure.cause?.body ?? ''}`);
  return said ? Number(said[1]) : failure;
}

module.exports.refusal = refusal;
