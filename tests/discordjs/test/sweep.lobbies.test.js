'use strict';
// Every operation of the lobbies of games, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, bot, expecting } = require('../support/platform');

describe('lobbies: every operation', () => {
  let here;
  let expect;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
  });

  test('of lobbies and their members', async () => {
    const made = await expect(201, 'POST', '/lobbies', {
      metadata: { map: 'dust' }, members: [{ id: here.owner.id, flags: 1 }], idle_timeout_seconds: 600 });
    const lobby = `/lobbies/${made.id}`;
    assert.equal(made.application_id, here.bot.id);
    assert.deepEqual((await expect(200, 'GET', lobby)).members, [{ id: here.owner.id, metadata: null, flags: 1 }]);
    await expect(403, 'GET', lobby, undefined, here.owner.token);
    assert.equal((await expect(200, 'PATCH', lobby, { metadata: null })).metadata, null);
    assert.equal((await expect(200, 'PUT', `${lobby}/members/${here.bot.id}`, { additional_name: 'B' })).additional_name, 'B');
    const bulk = await expect(200, 'POST', `${lobby}/members/bulk`, [
      { id: here.owner.id, remove_member: true }, { id: here.bot.id, metadata: { team: 'red' } }]);
    assert.deepEqual(bulk.map(member => member.id), [here.bot.id]);
    await expect(204, 'DELETE', `${lobby}/members/${here.owner.id}`);
    await expect(204, 'DELETE', `${lobby}/members/@me`);
    assert.equal((await expect(200, 'GET', lobby)).members.length, 0);
    await expect(204, 'DELETE', lobby);
    await expect(204, 'DELETE', lobby);
    await expect(404, 'GET', lobby);
  });

  test('of messages', async () => {
    const { id } = await expect(201, 'POST', '/lobbies', {});
    const messages = `/lobbies/${id}/messages`;
    const said = await expect(201, 'POST', messages, { content: 'hello', metadata: { k: 'v' } });
    assert.equal(said.lobby_id, id);
    await expect(400, 'POST', messages, {});
    await expect(204, 'PUT', `${messages}/${said.id}/moderation-metadata`, { verdict: 'fine' });
    const [listed] = await expect(200, 'GET', `${messages}?limit=1`);
    assert.deepEqual(listed.moderation_metadata, { verdict: 'fine' });
    await expect(204, 'DELETE', `/lobbies/${id}`);
  });

  test('of linked channels', async () => {
    const { id } = await expect(201, 'POST', '/lobbies', { members: [{ id: here.owner.id }] });
    const channels = await expect(200, 'GET', `/guilds/${here.guild.id}/channels`);
    const channel = channels.find(one => one.type === 0);
    const linking = `/lobbies/${id}/channel-linking`;
    await expect(404, 'POST', `/lobbies/${id}/members/${here.owner.id}/invites`);
    const linked = await expect(200, 'PATCH', linking, { channel_id: channel.id });
    assert.equal(linked.linked_channel.id, channel.id);
    await expect(404, 'PATCH', linking, { channel_id: id });
    const invite = await expect(200, 'POST', `/lobbies/${id}/members/${here.owner.id}/invites`);
    assert.match(invite.code, /^[A-Za-z0-9]+$/);
    await expect(403, 'POST', `/lobbies/${id}/members/@me/invites`);
    await expect(200, 'PUT', `/lobbies/${id}/members/${here.bot.id}`, {});
    await expect(200, 'POST', `/lobbies/${id}/members/@me/invites`);
    assert.equal((await expect(200, 'PATCH', linking, {})).linked_channel, undefined);
    await expect(200, 'PATCH', linking, { channel_id: channel.id });
    assert.equal((await expect(200, 'DELETE', `/channels/${channel.id}/linked-lobby`)).linked_lobby, undefined);
    await expect(204, 'DELETE', `/lobbies/${id}`);
  });

  test('of secrets', async () => {
    const secret = `open ${Math.random()}`;
    const joined = await expect(200, 'PUT', '/lobbies', { secret, member_metadata: { team: 'blue' } });
    assert.deepEqual(joined.members, [{ id: here.bot.id, metadata: { team: 'blue' }, flags: 0 }]);
    assert.equal((await expect(200, 'PUT', '/lobbies', { secret })).id, joined.id);
    const other = await bot(here.owner);
    assert.notEqual((await expect(200, 'PUT', '/lobbies', { secret }, other.authorization)).id, joined.id);
    await expect(404, 'GET', `/lobbies/${joined.id}`, undefined, other.authorization);
  });
});
