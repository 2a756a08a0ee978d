'use strict';
// Every operation that only people call about what is theirs, as the sweep has those of everybody.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { setTimeout: pause } = require('node:timers/promises');
const { world, person, join, call, expecting, must } = require('../support/platform');

describe('people: every operation', () => {
  let here;
  let reader;
  let expect;
  let channel;

  before(async () => {
    here = await world();
    reader = await person('reader');
    await join(here.owner, here.guild.text, reader);
    expect = expecting(reader.token);
    channel = `/channels/${here.guild.text}`;
  });

  test('of what is read', async () => {
    const message = await must(here.owner.token, 'POST', `${channel}/messages`, { content: `<@${reader.id}>` });
    const answer = await expect(200, 'POST', `${channel}/messages/${message.id}/ack`, { token: null, last_viewed: 4000 });
    assert.deepEqual(answer, { token: null });
    await expect(200, 'POST', `${channel}/messages/${message.id}/ack`, { manual: true, mention_count: 1 });
    await expect(204, 'POST', `${channel}/pins/ack`);
    await expect(204, 'POST', '/read-states/ack-bulk', {
      read_states: [{ channel_id: here.guild.text, message_id: message.id, read_state_type: 0 }],
    });
    await expect(204, 'POST', `/guilds/${here.guild.id}/ack`);
    await expect(204, 'DELETE', `${channel}/messages/ack`);
    await expect(403, 'POST', `${channel}/messages/${message.id}/ack`, {}, here.bot.authorization);
    await expect(404, 'POST', '/channels/1/messages/1/ack', {});
    const stranger = await person('stranger');
    await expect(403, 'POST', `${channel}/messages/${message.id}/ack`, {}, stranger.token);
    await expect(404, 'POST', `/guilds/${here.guild.id}/ack`, undefined, stranger.token);
  });

  test('of what mentions people', async () => {
    const said = await must(here.owner.token, 'POST', `${channel}/messages`, { content: `<@${reader.id}> look` });
    const [newest] = await until(() => expect(200, 'GET', '/users/@me/mentions?limit=1'), list => list[0]?.id === said.id);
    assert.equal(newest.guild_id, here.guild.id);
    const earlier = await expect(200, 'GET', `/users/@me/mentions?before=${said.id}&everyone=false&roles=false`);
    assert.ok(earlier.every(message => BigInt(message.id) < BigInt(said.id)));
    await expect(400, 'GET', '/users/@me/mentions?limit=0');
    await expect(403, 'GET', '/users/@me/mentions', undefined, here.bot.authorization);
    await expect(204, 'DELETE', `/users/@me/mentions/${said.id}`);
    const left = await expect(200, 'GET', `/users/@me/mentions?guild_id=${here.guild.id}`);
    assert.ok(left.every(message => message.id !== said.id));
  });

  test('of what people want to be told', async () => {
    const settings = '/users/@me/guilds';
    const muted = { muted: true, mute_config: { selected_time_window: -1, end_time: null } };
    const changed = await expect(200, 'PATCH', `${settings}/${here.guild.id}/settings`, {
      ...muted, channel_overrides: { [here.guild.text]: { message_notifications: 2 } },
    });
    assert.equal(changed.channel_overrides[0].channel_id, here.guild.text);
    assert.equal((await expect(200, 'PATCH', `${settings}/@me/settings`, { mobile_push: false })).guild_id, null);
    await expect(200, 'PATCH', `${settings}/settings`, { guilds: { [here.guild.id]: { suppress_everyone: true } } });
    await expect(404, 'PATCH', `${settings}/1/settings`, muted);
    await expect(400, 'PATCH', `${settings}/${here.guild.id}/settings`, { message_notifications: 9 });
    await expect(403, 'PATCH', `${settings}/${here.guild.id}/settings`, muted, here.bot.authorization);
  });

  /** What one person does reaches the other by the log of the one: soon, not at once. */
  const until = async (look, seen) => {
    for (;;) {
      const found = await look();
      if (seen(found)) return found;
      await pause(250);
    }
  };

  test('of friends and the blocked', { timeout: 30_000 }, async () => {
    const friend = await person('friend');
    const relationships = '/users/@me/relationships';
    const asFriend = expecting(friend.token);
    const only = type => list => list.length === 1 && list[0].type === type;
    await expect(204, 'POST', relationships, { username: friend.username, discriminator: null });
    await until(() => asFriend(200, 'GET', relationships), only(3));
    await asFriend(204, 'PUT', `${relationships}/${reader.id}`, {});
    await until(() => expect(200, 'GET', relationships), only(1));
    await expect(204, 'PATCH', `${relationships}/${friend.id}`, { nickname: 'Buddy' });
    const [known] = await expect(200, 'GET', relationships);
    assert.deepEqual([known.nickname, known.user.id], ['Buddy', friend.id]);
    const direct = await expect(200, 'POST', '/users/@me/channels', { recipients: [friend.id] });
    await expect(200, 'POST', `/channels/${direct.id}/messages`, { content: 'friends' });
    await asFriend(204, 'PUT', `${relationships}/${reader.id}`, { type: 2 });
    await until(() => expect(200, 'GET', relationships), list => list.length === 0);
    const refused = await until(
      () => call(reader.token, 'POST', `/channels/${direct.id}/messages`, { content: 'still?' }),
      answer => answer.status !== 200,
    );
    assert.equal(refused.body.code, 50007);
    assert.equal((await expect(400, 'PUT', `${relationships}/${friend.id}`, {})).code, 80001);
    await asFriend(204, 'DELETE', `${relationships}/${reader.id}`);
    await asFriend(204, 'DELETE', `${relationships}?relationship_type=3`);
    await expect(403, 'GET', relationships, undefined, here.bot.authorization);
  });

  /** Two who are friends, however long it takes until both know. */
  const befriend = async (one, other) => {
    const relationships = '/users/@me/relationships';
    await must(one.token, 'POST', relationships, { username: other.username, discriminator: null });
    const friends = person => until(
      () => must(person.token, 'GET', relationships),
      list => list.some(entry => entry.type === 1 && [one.id, other.id].includes(entry.id)),
    );
    await until(() => must(other.token, 'GET', relationships), list => list.some(entry => entry.id === one.id));
    await must(other.token, 'PUT', `${relationships}/${one.id}`, {});
    await friends(one);
    await friends(other);
  };

  test('of groups', { timeout: 30_000 }, async () => {
    const founder = await person('founder');
    const [second, third, outsider] = await Promise.all(['second', 'third', 'outsider'].map(name => person(name)));
    await Promise.all([befriend(founder, second), befriend(founder, third)]);
    const asFounder = expecting(founder.token);
    const group = await asFounder(200, 'POST', '/users/@me/channels', { recipients: [second.id, third.id] });
    assert.deepEqual([group.type, group.owner_id, group.recipients.length], [3, founder.id, 2]);
    const place = `/channels/${group.id}`;
    const named = await asFounder(200, 'PATCH', place, { name: 'The three' });
    assert.equal(named.name, 'The three');
    await asFounder(200, 'POST', `${place}/messages`, { content: 'hello, all' });
    await until(
      () => must(third.token, 'GET', '/users/@me/channels'),
      list => list.some(channel => channel.id === group.id && channel.name === 'The three'),
    );
    const asSecond = expecting(second.token);
    assert.equal((await asSecond(400, 'PUT', `${place}/recipients/${outsider.id}`)).code, 50033);
    assert.equal((await asSecond(403, 'DELETE', `${place}/recipients/${third.id}`)).code, 50013);
    await asFounder(204, 'DELETE', `${place}/recipients/${third.id}`);
    await expecting(third.token)(403, 'GET', place);
    await asFounder(204, 'PUT', `${place}/recipients/${third.id}`);
    const pair = await asFounder(200, 'POST', '/users/@me/channels', { recipients: [second.id] });
    const larger = await asFounder(201, 'PUT', `/channels/${pair.id}/recipients/${third.id}`);
    assert.notEqual(larger.id, pair.id);
    await asFounder(200, 'DELETE', place);
    assert.equal((await asSecond(200, 'GET', place)).owner_id, second.id);
    await asSecond(200, 'DELETE', `${place}?silent=true`);
    await expecting(outsider.token)(403, 'PUT', `${place}/recipients/${outsider.id}`);
    await asFounder(403, 'PUT', `${place}/recipients/${second.id}`, undefined, here.bot.authorization);
    assert.equal((await expect(400, 'PUT', `${channel}/recipients/${founder.id}`)).code, 50024);
  });

  test('of devices', async () => {
    const device = { provider: 'unifiedpush', token: 'https://1.1.1.1/sweep' };
    await expect(200, 'GET', '/push/key');
    await expect(204, 'POST', '/users/@me/devices', device);
    const [listed] = await expect(200, 'GET', '/users/@me/devices');
    assert.deepEqual([listed.provider, listed.host, listed.current], ['unifiedpush', '1.1.1.1', true]);
    await expect(204, 'DELETE', `/users/@me/devices/${listed.id}`);
    await expect(204, 'DELETE', '/users/@me/devices', device);
    assert.deepEqual(await expect(200, 'GET', '/users/@me/devices'), []);
    await expect(400, 'POST', '/users/@me/devices', { ...device, token: 'https://10.0.0.1/sweep' });
    await expect(403, 'GET', '/users/@me/devices', undefined, here.bot.authorization);
  });

  test('of profiles and notes', async () => {
    const seen = await expect(200, 'GET', `/users/${here.owner.id}/profile?with_mutual_guilds=true&with_mutual_friends=true&guild_id=${here.guild.id}`);
    assert.equal(seen.user.id, here.owner.id);
    assert.equal(seen.mutual_guilds[0].id, here.guild.id);
    assert.equal(seen.guild_member.user.id, here.owner.id);
    const stranger = await person('stranger');
    assert.equal((await expect(403, 'GET', `/users/${stranger.id}/profile`)).code, 50001);
    await expect(200, 'GET', '/users/@me/profile');
    const note = `/users/@me/notes/${here.owner.id}`;
    await expect(404, 'GET', note);
    await expect(204, 'PUT', note, { note: 'runs the place' });
    assert.equal((await expect(200, 'GET', note)).note, 'runs the place');
    assert.deepEqual(await expect(200, 'GET', '/users/@me/notes'), { [here.owner.id]: 'runs the place' });
    await expect(403, 'PUT', note, { note: 'x' }, here.bot.authorization);
  });

  test('of how clients are set up', async () => {
    const settings = '/users/@me/settings';
    assert.equal((await expect(200, 'GET', settings)).status, 'online');
    const changed = await expect(200, 'PATCH', settings, {
      theme: 'light', guild_folders: [{ guild_ids: [here.guild.id], id: null, name: null, color: null }],
    });
    assert.equal(changed.theme, 'light');
    const proto = `${settings}-proto`;
    const kept = await expect(200, 'GET', `${proto}/1`);
    const again = await expect(200, 'PATCH', `${proto}/1`, { settings: kept.settings });
    assert.ok(Buffer.from(again.settings, 'base64').length > 0);
    const late = await expect(200, 'PATCH', `${proto}/1`, { settings: kept.settings, required_data_version: 1 });
    assert.equal(late.out_of_date, true);
    await expect(200, 'GET', `${proto}/2`);
    await expect(400, 'GET', `${proto}/7`);
    await expect(400, 'PATCH', settings, { theme: 'plaid' });
    await expect(403, 'GET', settings, undefined, here.bot.authorization);
  });
});
