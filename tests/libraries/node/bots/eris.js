'use strict';
// eris. Dysnomia has gone on from it, so that most steps are the same; those that differ are here.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { event, take } = require('../support/steps');
const library = require('../eris/client');

const client = library.clientOf(stage.TOKEN);
const { CHANNEL } = stage;

take({
  async ready() {
    await library.opened(client);
    assert.equal(client.user.id, stage.BOT);
    const guild = client.guilds.get(stage.GUILD);
    assert.equal(guild.ownerID, stage.OWNER);
    assert.ok(guild.channels.has(CHANNEL));
    assert.ok(guild.roles.has(stage.GUILD));
    assert.ok(guild.members.get(stage.BOT).roles.length > 0);
  },
  ...require('../dysnomia/messages')(client),
  async upload() {
    const sent = await client.createMessage(CHANNEL, 'with a file', { name: 'note.txt', file: Buffer.from('file content') });
    const [attachment] = [...sent.attachments.values()];
    assert.equal(attachment.filename, 'note.txt');
    assert.equal(attachment.size, 12);
    assert.equal(await (await fetch(attachment.url)).text(), 'file content');
  },
  async pins() {
    const sent = await client.createMessage(CHANNEL, 'worth keeping');
    const pinned = async () => (await client.getPins(CHANNEL)).map(message => message.id);
    await sent.pin();
    assert.ok((await pinned()).includes(sent.id));
    await sent.unpin();
    assert.ok(!(await pinned()).includes(sent.id));
  },
  ...require('../dysnomia/guild')(client),
  ...require('../dysnomia/people')(client),
  ...require('../dysnomia/posts')(client, (message, user, answer) => ({ answer, user })),
  ...require('../dysnomia/sessions')(client, library),
}).finally(() => process.exit(0));
