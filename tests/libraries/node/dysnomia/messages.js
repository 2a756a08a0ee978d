'use strict';
// Steps with messages, in dysnomia and in eris.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { event } = require('../support/steps');

const { CHANNEL } = stage;

module.exports = client => ({
  async send() {
    const received = event(client, 'messageCreate', message => message.content === 'hello there');
    const sent = await client.createMessage(CHANNEL, { content: 'hello there' });
    const [message] = await received;
    assert.equal(message.id, sent.id);
    assert.equal(message.author.id, stage.BOT);
    assert.equal(message.guildID, stage.GUILD);
    assert.ok(message.member);
  },
  async hear() {
    const received = event(client, 'messageCreate', message => message.author.id === stage.OWNER);
    await stage.say('from a person');
    const [message] = await received;
    assert.equal(message.content, 'from a person');
    assert.ok(!message.author.bot);
  },
  async edit() {
    const sent = await client.createMessage(CHANNEL, { content: 'to be edited' });
    const updated = event(client, 'messageUpdate', message => message.id === sent.id);
    await sent.edit({ content: 'edited' });
    const [message] = await updated;
    assert.equal(message.content, 'edited');
    assert.ok(message.editedTimestamp);
  },
  async react() {
    const sent = await client.createMessage(CHANNEL, { content: 'to be liked' });
    const reacted = event(client, 'messageReactionAdd', message => message.id === sent.id);
    await sent.addReaction('👍');
    const [, emoji, reactor] = await reacted;
    assert.equal(emoji.name, '👍');
    assert.equal(reactor.id, stage.BOT);
    const removed = event(client, 'messageReactionRemove', message => message.id === sent.id);
    await sent.removeReaction('👍');
    await removed;
  },
  async reply() {
    const asked = await client.createMessage(CHANNEL, { content: 'to be answered' });
    const reply = await client.createMessage(CHANNEL, {
      embeds: [{ title: 'Title', description: 'Text', color: 0x336699, fields: [{ name: 'a', value: 'b' }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] }],
      messageReference: { messageID: asked.id },
    });
    assert.equal(reply.messageReference.messageID, asked.id);
    assert.equal(reply.embeds[0].title, 'Title');
    assert.equal(reply.embeds[0].fields[0].value, 'b');
    assert.equal(reply.components[0].components[0].custom_id, 'press');
  },
  async delete() {
    const sent = await client.createMessage(CHANNEL, { content: 'to be deleted' });
    const deleted = event(client, 'messageDelete', message => message.id === sent.id);
    await sent.delete();
    await deleted;
    await assert.rejects(client.getMessage(CHANNEL, sent.id), { code: 10008 });
  },
  async history() {
    const sent = [];
    for (let number = 0; number < 12; number += 1) {
      sent.push((await client.createMessage(CHANNEL, { content: `line ${number}` })).id);
    }
    const ids = async options => (await client.getMessages(CHANNEL, options)).map(message => message.id);
    assert.deepEqual(await ids({ before: sent[10], limit: 5 }), sent.slice(5, 10).reverse());
    assert.deepEqual(await ids({ after: sent[2], limit: 5 }), sent.slice(3, 8).reverse());
    assert.equal((await ids({ around: sent[6], limit: 3 })).length, 3);
    const gone = event(client, 'messageDeleteBulk');
    await client.deleteMessages(CHANNEL, sent.slice(0, 10));
    const [messages] = await gone;
    assert.deepEqual(messages.map(message => message.id).sort(), sent.slice(0, 10));
  },
  async upload() {
    const sent = await client.createMessage(CHANNEL, { attachments: [{ filename: 'note.txt', file: Buffer.from('file content') }] });
    const attachment = [...sent.attachments.values()][0];
    assert.equal(attachment.filename, 'note.txt');
    assert.equal(attachment.size, 12);
    assert.equal(await (await fetch(attachment.url)).text(), 'file content');
  },
  async pins() {
    const sent = await client.createMessage(CHANNEL, { content: 'worth keeping' });
    const pinned = async () => (await client.getPins(CHANNEL, {})).items.map(pin => pin.message.id);
    await sent.pin();
    assert.ok((await pinned()).includes(sent.id));
    await sent.unpin();
    assert.ok(!(await pinned()).includes(sent.id));
  },
  async direct() {
    const channel = await client.getDMChannel(stage.OWNER);
    await channel.createMessage({ content: 'a private word' });
    const answered = event(client, 'messageCreate', message => message.channel.id === channel.id && message.author.id === stage.OWNER);
    await stage.say('an answer', channel.id);
    assert.equal((await answered)[0].content, 'an answer');
  },
  async refused() {
    await assert.rejects(client.createMessage(CHANNEL, { content: 'x'.repeat(2001) }), refused => {
      assert.equal(refused.code, 50035);
      assert.match(refused.message, /content/);
      return true;
    });
  },
});
