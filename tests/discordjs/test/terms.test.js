'use strict';
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, must, bot, authorise } = require('../support/platform');
const { until } = require('../support/clients');
const { Session } = require('../support/session');

/** Who speaks terms hears and is understood as who speaks JSON. */
describe('the gateway in terms of Erlang', () => {
  let here;
  before(async () => { here = await world(); });

  const open = async options => (await new Session(here.bot.token, options).open()).identify();
  const ask = (method, path, body) => must(here.owner.token, method, path, body);

  /** A little of everything, until its last message. */
  async function happen(last) {
    const { id, text } = here.guild;
    const message = await ask('POST', `/channels/${text}/messages`, {
      content: 'ä€𝄞 first', embeds: [{ title: 'Title', color: 0x336699, fields: [{ name: 'a', value: 'b' }] }],
    });
    await ask('PATCH', `/channels/${text}/messages/${message.id}`, { content: 'edited' });
    await ask('PUT', `/channels/${text}/messages/${message.id}/reactions/${encodeURIComponent('👍')}/@me`);
    const role = await ask('POST', `/guilds/${id}/roles`, { name: 'mason', color: 0xff8800 });
    const channel = await ask('POST', `/guilds/${id}/channels`, { name: 'workshop', topic: 'tools' });
    await ask('PUT', `/guilds/${id}/members/${here.owner.id}/roles/${role.id}`);
    await ask('DELETE', `/channels/${channel.id}`);
    await ask('DELETE', `/guilds/${id}/roles/${role.id}`);
    const other = await bot(here.owner);
    await authorise(here.owner, id, other.id);
    await ask('DELETE', `/channels/${text}/messages/${message.id}`);
    await ask('POST', `/channels/${text}/messages`, { content: last });
  }

  const heard = session => session.dispatches.filter(frame => frame.t !== 'READY').map(({ t, d }) => ({ t, d }));

  for (const compress of [undefined, 'zlib-stream', 'zstd-stream']) {
    test(`every event is what it is in JSON, ${compress ?? 'without compression'}`, async () => {
      const sessions = [await open({ compress }), await open({ compress, encoding: 'etf' })];
      const last = `the last one of ${compress}`;
      await happen(last);
      await until('the last message came', () => sessions.every(session => session.contents().includes(last)));
      const [json, terms] = sessions.map(heard);
      assert.ok(new Set(json.map(frame => frame.t)).size > 10, 'a little of everything happened');
      assert.deepEqual(terms, json);
      sessions.forEach(session => session.close());
    });
  }

  test('commands are understood', async () => {
    const session = await open({ encoding: 'etf' });
    session.send(8, { guild_id: here.guild.id, user_ids: [here.owner.id, here.bot.id], presences: true, nonce: 'n' });
    const chunk = await session.dispatch('GUILD_MEMBERS_CHUNK');
    assert.deepEqual(chunk.d.members.map(member => member.user.id).sort(), [here.owner.id, here.bot.id].sort());
    assert.equal(chunk.d.nonce, 'n');
    session.send(4, { guild_id: here.guild.id, channel_id: here.guild.voice, self_mute: true, self_deaf: false });
    await session.dispatch('VOICE_STATE_UPDATE', state => state.channel_id === here.guild.voice && state.self_mute);
    session.send(3, { since: 1700000000000, activities: [{ name: 'chess', type: 0 }], status: 'idle', afk: false });
    await session.dispatch('PRESENCE_UPDATE', presence => presence.activities[0]?.name === 'chess');
    session.close();
  });

  test('a session resumes', async () => {
    const session = await open({ encoding: 'etf', compress: 'zstd-stream' });
    session.cut();
    await ask('POST', `/channels/${here.guild.text}/messages`, { content: 'missed' });
    assert.equal((await session.resume()).t, 'RESUMED');
    assert.ok(session.contents().includes('missed'));
    session.close();
  });

  test('what is no term closes with 4002', async () => {
    const session = await open({ encoding: 'etf' });
    session.socket.send(Buffer.from('8350000000ff789c', 'hex'));
    await until('it is closed', () => session.closed === 4002);
  });
});
