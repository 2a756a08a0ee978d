'use strict';
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { GatewayIntentBits, PermissionFlagsBits } = require('discord.js');
const { world, bot, authorise, person, join, must, call } = require('../support/platform');
const { login, closeAll, until, record, EVERYTHING } = require('../support/clients');
const { Session } = require('../support/session');

describe('what a session may see', () => {
  let here;
  before(async () => { here = await world(); });
  after(closeAll);

  const say = (channel, content) => must(here.owner.token, 'POST', `/channels/${channel}/messages`, { content });

  test('a bot without MESSAGE_CONTENT gets the content of what mentions it, of its own and of direct messages only', async () => {
    const blind = await bot(here.owner, { privileged: ['presences', 'members'] });
    await authorise(here.owner, here.guild.id, blind.id);
    const client = await login(blind.token, { intents: EVERYTHING.filter(intent => intent !== GatewayIntentBits.MessageContent) });
    const packets = record(client);
    await must(here.owner.token, 'POST', `/channels/${here.guild.text}/messages`, {
      content: 'not for bots', embeds: [{ title: 'hidden' }],
    });
    await say(here.guild.text, `for you <@${blind.id}>`);
    await client.channels.cache.get(here.guild.text).send('my own');
    const direct = await (await client.users.fetch(here.owner.id)).createDM();
    await say(direct.id, 'between us');
    const messages = () => packets.filter(packet => packet.t === 'MESSAGE_CREATE').map(packet => packet.d);
    await until('four messages came', () => messages().length >= 4);
    const contents = messages().map(message => message.content);
    assert.deepEqual([...contents].sort(), ['', 'between us', `for you <@${blind.id}>`, 'my own'].sort());
    assert.deepEqual(messages().find(message => message.content === '').embeds, []);
  });

  test('a bot that asks for MESSAGE_CONTENT without being allowed to is closed with 4014', async () => {
    const blind = await bot(here.owner, { privileged: [] });
    const session = await new Session(blind.token, { intents: GatewayIntentBits.MessageContent | GatewayIntentBits.Guilds }).open();
    session.identify().catch(() => {});
    await until('the connection is closed', () => session.closed);
    assert.equal(session.closed, 4014);
  });

  test('a member without VIEW_CHANNEL learns no more of that channel than that there is one', async () => {
    const outsider = await bot(here.owner);
    await authorise(here.owner, here.guild.id, outsider.id, '0');
    const client = await login(outsider.token);
    const packets = record(client);
    const secret = await must(here.owner.token, 'POST', `/guilds/${here.guild.id}/channels`, {
      name: 'secret',
      permission_overwrites: [{ id: here.guild.id, type: 0, deny: String(PermissionFlagsBits.ViewChannel), allow: '0' }],
    });
    const message = await say(secret.id, 'behind closed doors');
    await must(here.owner.token, 'PATCH', `/channels/${secret.id}/messages/${message.id}`, { content: 'still' });
    await must(here.owner.token, 'PUT', `/channels/${secret.id}/messages/${message.id}/reactions/${encodeURIComponent('👍')}/@me`);
    await must(here.owner.token, 'POST', `/channels/${secret.id}/typing`);
    await must(here.owner.token, 'PATCH', `/channels/${secret.id}`, { topic: 'hidden' });
    await must(here.owner.token, 'DELETE', `/channels/${secret.id}/messages/${message.id}`);
    await say(here.guild.text, 'in the open');
    await until('the open message came', () => packets.some(packet => packet.d?.content === 'in the open'));
    const about = packets.filter(packet => JSON.stringify(packet.d ?? null).includes(secret.id));
    assert.deepEqual(about.map(packet => packet.t), ['CHANNEL_CREATE']);
    assert.equal(about[0].d.name, '___hidden___');
    assert.equal(client.channels.cache.get(secret.id).flags.bitfield, 1 << 17);
    assert.ok(!client.channels.cache.get(secret.id).viewable);
    const history = await call(outsider.authorization, 'GET', `/channels/${secret.id}/messages`);
    assert.equal(history.status, 403);
    assert.equal(history.body.code, 50001);
    await must(here.owner.token, 'DELETE', `/channels/${secret.id}`);
    await until('the channel is gone', () => !client.channels.cache.has(secret.id));
  });

  test('a member who is let in sees the channel from then on', async () => {
    const guest = await person('guest');
    await join(here.owner, here.guild.text, guest);
    const session = await (await new Session(guest.token).open()).identify();
    const closedOff = await must(here.owner.token, 'POST', `/guilds/${here.guild.id}/channels`, {
      name: 'vault',
      permission_overwrites: [{ id: here.guild.id, type: 0, deny: String(PermissionFlagsBits.ViewChannel), allow: '0' }],
    });
    await say(closedOff.id, 'before');
    await must(here.owner.token, 'PUT', `/channels/${closedOff.id}/permissions/${guest.id}`, {
      type: 1, allow: String(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory), deny: '0',
    });
    await say(closedOff.id, 'after');
    await until('the message came', () => session.contents().includes('after'));
    assert.ok(!session.contents().includes('before'));
    session.close();
  });
});
