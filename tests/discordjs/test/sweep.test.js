'use strict';
// Every operation of the API at least once, with the status that it is documented to answer with. What the answers look
// like is checked afterwards, from the recording, against the published description.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, person, join, must, expecting, bot } = require('../support/platform');

const THUMB = encodeURIComponent('👍');
const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WAVE = encodeURIComponent('👋');

describe('every REST operation', () => {
  let here;
  let expect;
  let bearer;
  let home;
  let channel;

  before(async () => {
    here = await world();
    bearer = here.bot.authorization;
    expect = expecting(bearer);
    home = `/guilds/${here.guild.id}`;
    channel = `/channels/${here.guild.text}`;
  });

  test('of accounts', async () => {
    const someone = await person('sweep');
    await expect(200, 'GET', '/users/@me', undefined, someone.token);
    await expect(200, 'GET', '/users/%40me');
    const renamed = await expect(200, 'PATCH', '/users/@me', { global_name: 'Sweeper' }, someone.token);
    assert.equal(renamed.global_name ?? renamed.user?.global_name, 'Sweeper');
    await expect(200, 'GET', `/users/${someone.id}`);
    const again = await expect(200, 'POST', '/auth/login', {
      login: `${someone.username}@example.org`, password: 'a long enough password',
    }, null);
    await expect(204, 'POST', '/auth/logout', {}, again.token);
    await expect(401, 'GET', '/users/@me', undefined, again.token);
    await expect(200, 'GET', '/users/@me', undefined, someone.token);
    await expect(200, 'GET', '/users/@me/guilds?with_counts=true&limit=10');
    await expect(200, 'GET', `/users/@me/guilds/${here.guild.id}/member`);
    const { user_sessions: logins } = await expect(200, 'GET', '/auth/sessions', undefined, someone.token);
    assert.equal(logins.length, 1);
    await expect(204, 'POST', '/auth/sessions/logout', {
      session_id_hashes: [logins[0].id_hash], password: 'a long enough password',
    }, someone.token);
    await expect(401, 'GET', '/users/@me', undefined, someone.token);
  });

  test('of applications and authorisation', async () => {
    const owner = here.owner.token;
    await expect(200, 'GET', '/applications', undefined, owner);
    await expect(200, 'GET', '/applications/@me');
    await expect(200, 'PATCH', '/applications/@me', { description: 'sweeps' });
    await expect(200, 'GET', `/applications/${here.bot.id}`);
    await expect(200, 'PATCH', `/applications/${here.bot.id}`, { description: 'sweeps well' });
    await expect(200, 'GET', '/oauth2/applications/@me');
    await expect(200, 'GET', `/oauth2/authorize?client_id=${here.bot.id}&scope=bot&permissions=8`, undefined, owner);
    const spare = await bot(here.owner);
    await expect(200, 'POST', `/applications/${spare.id}/bot/reset`, {}, owner);
    await expect(401, 'GET', '/users/@me', undefined, spare.authorization);
    await expect(204, 'DELETE', `/applications/${spare.id}`, undefined, owner);
  });

  test('of the gateway', async () => {
    await expect(200, 'GET', '/gateway', undefined, null);
    const answer = await expect(200, 'GET', '/gateway/bot');
    assert.ok(!answer.url.includes('?'));
    assert.ok(answer.session_start_limit.max_concurrency >= 1);
    await expect(200, 'GET', '/voice/regions');
    await expect(200, 'GET', '/soundboard-default-sounds');
  });

  test('of guilds', async () => {
    await expect(200, 'GET', home);
    await expect(200, 'GET', `${home}?with_counts=true`);
    await expect(200, 'PATCH', home, { name: 'Swept', afk_timeout: 300, system_channel_id: here.guild.text });
    await expect(200, 'GET', `${home}/preview`);
    await expect(200, 'GET', `${home}/regions`);
    await expect(200, 'GET', `${home}/audit-logs?limit=50`);
    const made = await must(here.owner.token, 'POST', '/guilds', {
      name: 'Made', channels: [{ name: 'first', type: 0 }], roles: [{ id: '1', name: '@everyone', permissions: '1024' }],
    });
    await expect(204, 'DELETE', `/guilds/${made.id}`, undefined, here.owner.token);
    await expect(404, 'GET', `/guilds/${made.id}`, undefined, here.owner.token);
    const left = await must(here.owner.token, 'POST', '/guilds', { name: 'Left' });
    await must(here.owner.token, 'POST', `/oauth2/authorize?client_id=${here.bot.id}&scope=bot&permissions=0`, {
      guild_id: left.id, authorize: true,
    });
    await expect(204, 'DELETE', `/users/@me/guilds/${left.id}`);
  });

  test('of channels', async () => {
    await expect(200, 'GET', `${home}/channels`);
    const category = await expect(201, 'POST', `${home}/channels`, { name: 'Category', type: 4 });
    const made = await expect(201, 'POST', `${home}/channels`, {
      name: 'made', type: 0, topic: 'x', parent_id: category.id, rate_limit_per_user: 5, nsfw: true,
    });
    const voice = await expect(201, 'POST', `${home}/channels`, { name: 'voice', type: 2, bitrate: 64000, user_limit: 3 });
    const here2 = `/channels/${made.id}`;
    await expect(200, 'GET', here2);
    await expect(200, 'PATCH', here2, { name: 'changed', topic: null, nsfw: false });
    await expect(200, 'PATCH', `/channels/${voice.id}`, { user_limit: 0 });
    await expect(204, 'PATCH', `${home}/channels`, [{ id: made.id, position: 3 }, { id: voice.id, position: 1 }]);
    await expect(204, 'PUT', `${here2}/permissions/${here.guild.id}`, { type: 0, allow: '0', deny: '2048' });
    await expect(204, 'DELETE', `${here2}/permissions/${here.guild.id}?`);
    for (const id of [made.id, voice.id, category.id]) await expect(200, 'DELETE', `/channels/${id}`);
    await expect(404, 'GET', here2);
  });

  test('of messages', async () => {
    const first = await expect(200, 'POST', `${channel}/messages`, {
      content: 'one', nonce: 'a-nonce', enforce_nonce: true, allowed_mentions: { parse: [] },
    });
    const same = await expect(200, 'POST', `${channel}/messages`, { content: 'one', nonce: 'a-nonce', enforce_nonce: true });
    assert.equal(same.id, first.id);
    const message = await expect(200, 'POST', `${channel}/messages`, {
      content: `<@${here.owner.id}>`,
      embeds: [{ title: 't', description: 'd', url: 'https://example.org/', timestamp: new Date(0).toISOString(), color: 1,
        footer: { text: 'f' }, image: { url: 'https://example.org/a.png' }, author: { name: 'n' }, fields: [{ name: 'a', value: 'b', inline: true }] }],
      components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: 'Press' }] },
        { type: 1, components: [{ type: 3, custom_id: 'y', options: [{ label: 'a', value: 'a' }] }] }],
      message_reference: { message_id: first.id },
    });
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'with a file', attachments: [{ id: 0, description: 'a note' }] }));
    form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'note.txt');
    const upload = await expect(200, 'POST', `${channel}/messages`, form);
    assert.equal(upload.attachments.length, 1);
    form.set('files[0]', new Blob(['x'.repeat(1 << 20)]), 'large.txt');
    const large = await expect(200, 'POST', `${channel}/messages`, form);
    assert.equal(large.attachments[0].size, 1 << 20);
    await expect(204, 'DELETE', `${channel}/messages/${large.id}`);
    for (const query of ['', '?limit=2', `?before=${message.id}`, `?after=${first.id}`, `?around=${message.id}`,
      '?before=9223372036854775807']) {
      await expect(200, 'GET', `${channel}/messages${query}`);
    }
    await expect(200, 'GET', `${channel}/messages/${message.id}`);
    await expect(200, 'PATCH', `${channel}/messages/${message.id}`, { content: 'edited', embeds: [] });
    await expect(204, 'POST', `${channel}/typing`);
    await expect(204, 'PUT', `${channel}/messages/pins/${first.id}`);
    await expect(204, 'PUT', `${channel}/pins/${message.id}`);
    await expect(200, 'GET', `${channel}/messages/pins`);
    await expect(200, 'GET', `${channel}/pins`);
    await expect(204, 'DELETE', `${channel}/messages/pins/${first.id}`);
    await expect(204, 'DELETE', `${channel}/pins/${message.id}`);
    await expect(204, 'DELETE', `${channel}/messages/${upload.id}`);
    await expect(204, 'POST', `${channel}/messages/bulk-delete`, { messages: [first.id, message.id] });
    await expect(404, 'GET', `${channel}/messages/${message.id}`);
  });

  test('of reactions', async () => {
    const message = await must(bearer, 'POST', `${channel}/messages`, { content: 'react' });
    const reactions = `${channel}/messages/${message.id}/reactions`;
    await expect(204, 'PUT', `${reactions}/${THUMB}/@me`);
    await must(here.owner.token, 'PUT', `${reactions}/${THUMB}/@me`);
    const users = await expect(200, 'GET', `${reactions}/${THUMB}?limit=10`);
    assert.equal(users.length, 2);
    const counted = await expect(200, 'GET', `${channel}/messages/${message.id}`);
    assert.equal(counted.reactions[0].count, 2);
    assert.equal(counted.reactions[0].me, true);
    await expect(204, 'DELETE', `${reactions}/${THUMB}/@me`);
    await expect(204, 'DELETE', `${reactions}/${THUMB}/${here.owner.id}`);
    await expect(204, 'PUT', `${reactions}/${WAVE}/@me`);
    await expect(204, 'DELETE', `${reactions}/${WAVE}`);
    await expect(204, 'PUT', `${reactions}/${WAVE}/@me`);
    await expect(204, 'DELETE', reactions);
  });

  test('of polls', async () => {
    const asked = await expect(200, 'POST', `${channel}/messages`, { poll: {
      question: { text: 'Tea or coffee?' }, duration: 1,
      answers: [{ poll_media: { text: 'Tea', emoji: { name: '🍵' } } }, { poll_media: { text: 'Coffee' } }],
    } });
    assert.equal(asked.poll.results.is_finalized, false);
    const poll = `${channel}/polls/${asked.id}`;
    await expect(403, 'PUT', `${poll}/answers/@me`, { answer_ids: ['1'] });
    await expect(204, 'PUT', `${poll}/answers/@me`, { answer_ids: ['2'] }, here.owner.token);
    const { users } = await expect(200, 'GET', `${poll}/answers/2?limit=10`);
    assert.deepEqual(users.map(user => user.id), [here.owner.id]);
    const seen = await expect(200, 'GET', `${channel}/messages/${asked.id}`, undefined, here.owner.token);
    assert.deepEqual(seen.poll.results.answer_counts, [{ id: 2, count: 1, me_voted: true }]);
    await expect(403, 'POST', `${poll}/expire`, {}, here.owner.token);
    const over = await expect(200, 'POST', `${poll}/expire`);
    assert.equal(over.poll.results.is_finalized, true);
    await expect(400, 'PUT', `${poll}/answers/@me`, { answer_ids: ['1'] }, here.owner.token);
    const [notice] = await expect(200, 'GET', `${channel}/messages?limit=1`);
    assert.equal(notice.type, 46);
    assert.equal(notice.message_reference.message_id, asked.id);
  });

  test('of roles', async () => {
    const role = await expect(200, 'POST', `${home}/roles`, { name: 'sweeper', permissions: '0', mentionable: true });
    await expect(200, 'GET', `${home}/roles`);
    await expect(200, 'GET', `${home}/roles/${role.id}`);
    await expect(200, 'GET', `${home}/roles/member-counts`);
    await expect(200, 'PATCH', `${home}/roles/${role.id}`, { color: 255, hoist: true });
    await expect(200, 'PATCH', `${home}/roles`, [{ id: role.id, position: 1 }]);
    await expect(204, 'PUT', `${home}/members/${here.owner.id}/roles/${role.id}`);
    await expect(204, 'DELETE', `${home}/members/${here.owner.id}/roles/${role.id}`);
    await expect(204, 'DELETE', `${home}/roles/${role.id}`);
  });

  test('of an applications emojis', async () => {
    const emojis = `/applications/${here.bot.id}/emojis`;
    const emoji = await expect(201, 'POST', emojis, { name: 'gear', image: PICTURE });
    assert.equal((await expect(200, 'GET', emojis)).items.length, 1);
    await expect(200, 'PATCH', `${emojis}/${emoji.id}`, { name: 'wheel' });
    assert.equal((await expect(200, 'GET', `${emojis}/${emoji.id}`)).name, 'wheel');
    const message = await must(bearer, 'POST', `${channel}/messages`, { content: 'react' });
    await expect(204, 'PUT', `${channel}/messages/${message.id}/reactions/wheel:${emoji.id}/@me`);
    await expect(204, 'DELETE', `${emojis}/${emoji.id}`);
  });

  test('of emojis', async () => {
    const emoji = await expect(201, 'POST', `${home}/emojis`, { name: 'sweeping', image: PICTURE, roles: [] });
    assert.equal(emoji.user.id, here.bot.id);
    assert.equal((await expect(200, 'GET', `${home}/emojis`)).length, 1);
    await expect(200, 'GET', `${home}/emojis/${emoji.id}`);
    await expect(200, 'PATCH', `${home}/emojis/${emoji.id}`, { name: 'swept' });
    const message = await must(bearer, 'POST', `${channel}/messages`, { content: `<:swept:${emoji.id}>` });
    await expect(204, 'PUT', `${channel}/messages/${message.id}/reactions/swept:${emoji.id}/@me`);
    const reacted = await expect(200, 'GET', `${channel}/messages/${message.id}`);
    assert.deepEqual(reacted.reactions[0].emoji, { id: emoji.id, name: 'swept' });
    await expect(204, 'DELETE', `${home}/emojis/${emoji.id}`);
    await expect(404, 'GET', `${home}/emojis/${emoji.id}`);
  });

  test('of stickers', async () => {
    const form = new FormData();
    form.set('name', 'Sweep');
    form.set('tags', 'broom');
    form.set('description', '');
    form.set('file', new Blob([Buffer.from(PICTURE.split(',')[1], 'base64')], { type: 'image/png' }), 'sweep.png');
    const sticker = await expect(201, 'POST', `${home}/stickers`, form);
    assert.equal(sticker.format_type, 1);
    assert.equal((await expect(200, 'GET', `${home}/stickers`)).length, 1);
    await expect(200, 'GET', `${home}/stickers/${sticker.id}`);
    await expect(200, 'GET', `/stickers/${sticker.id}`);
    await expect(200, 'PATCH', `${home}/stickers/${sticker.id}`, { name: 'Swept', description: 'with a broom' });
    const message = await expect(200, 'POST', `${channel}/messages`, { sticker_ids: [sticker.id] });
    assert.deepEqual(message.sticker_items, [{ id: sticker.id, name: 'Swept', format_type: 1 }]);
    await expect(204, 'DELETE', `${home}/stickers/${sticker.id}`);
    await expect(404, 'GET', `/stickers/${sticker.id}`);
    assert.deepEqual((await expect(200, 'GET', '/sticker-packs')).sticker_packs, []);
    await expect(404, 'GET', '/sticker-packs/1');
  });

  test('of members, bans and invites', async () => {
    const guest = await person('guest');
    const invite = await expect(200, 'POST', `${channel}/invites`, { max_age: 3600, max_uses: 5, unique: true });
    await expect(200, 'GET', `/invites/${invite.code}?with_counts=true`);
    await expect(200, 'GET', `${channel}/invites`);
    await expect(200, 'GET', `${home}/invites`);
    await expect(200, 'POST', `/invites/${invite.code}`, {}, guest.token);
    await expect(200, 'GET', `${home}/members?limit=100`);
    await expect(200, 'GET', `${home}/members/search?query=${guest.username}`);
    await expect(200, 'GET', `${home}/members/${guest.id}`);
    await expect(200, 'PATCH', `${home}/members/@me`, { nick: 'Sweeper' });
    await expect(200, 'PATCH', `${home}/members/@me/nick`, { nick: null });
    await expect(200, 'PATCH', `${home}/members/${guest.id}`, {
      nick: 'Guest', communication_disabled_until: new Date(Date.now() + 60_000).toISOString(),
    });
    await expect(204, 'DELETE', `${home}/members/${guest.id}`);
    await expect(404, 'GET', `${home}/members/${guest.id}`);
    await join(here.owner, here.guild.text, guest);
    await expect(204, 'PUT', `${home}/bans/${guest.id}`, { delete_message_seconds: 0 });
    await expect(200, 'GET', `${home}/bans?limit=10`);
    await expect(200, 'GET', `${home}/bans/${guest.id}`);
    await expect(403, 'POST', `/invites/${invite.code}`, {}, guest.token);
    await expect(204, 'DELETE', `${home}/bans/${guest.id}`);
    const away = await expect(200, 'GET', `${home}/prune?days=30`);
    assert.equal(away.pruned, 0);
    await expect(200, 'POST', `${home}/prune`, { days: 30, compute_prune_count: true });
    const others = [await person('bulk'), await person('bulk')];
    await expect(200, 'POST', `${home}/bulk-ban`, { user_ids: others.map(other => other.id) });
    await expect(200, 'DELETE', `/invites/${invite.code}`);
    await expect(404, 'GET', `/invites/${invite.code}`);
  });

  test('of direct messages', async () => {
    const direct = await expect(200, 'POST', '/users/@me/channels', { recipient_id: here.owner.id });
    const same = await expect(200, 'POST', '/users/@me/channels', { recipient_id: here.owner.id });
    assert.equal(same.id, direct.id);
    const message = await expect(200, 'POST', `/channels/${direct.id}/messages`, { content: 'directly' });
    await expect(200, 'GET', `/channels/${direct.id}`);
    await expect(200, 'GET', `/channels/${direct.id}/messages`);
    await expect(200, 'PATCH', `/channels/${direct.id}/messages/${message.id}`, { content: 'changed' });
    await expect(204, 'PUT', `/channels/${direct.id}/messages/${message.id}/reactions/${THUMB}/@me`);
    await expect(204, 'POST', `/channels/${direct.id}/typing`);
    await expect(204, 'DELETE', `/channels/${direct.id}/messages/${message.id}`);
    await expect(200, 'GET', '/users/@me/channels', undefined, here.owner.token);
    await expect(200, 'GET', `/channels/${direct.id}/application-command-index`, undefined, here.owner.token);
    await expect(200, 'GET', '/users/@me/application-command-index', undefined, here.owner.token);
    await expect(200, 'DELETE', `/channels/${direct.id}`);
  });

  for (const scope of ['global', 'guild']) {
    test(`of ${scope} commands`, async () => {
      const commands = `/applications/${here.bot.id}${scope === 'guild' ? home : ''}/commands`;
      const made = await expect(201, 'POST', commands, { name: 'one', description: 'First', options: [
        { type: 3, name: 'text', description: 'What', required: true, choices: [{ name: 'a', value: 'a' }] }] });
      await expect(200, 'POST', commands, { name: 'one', description: 'First again' });
      await expect(200, 'GET', `${commands}?with_localizations=true`);
      await expect(200, 'GET', `${commands}/${made.id}`);
      await expect(200, 'PATCH', `${commands}/${made.id}`, { description: 'Changed' });
      await expect(204, 'DELETE', `${commands}/${made.id}`);
      const set = await expect(200, 'PUT', commands, [{ name: 'two', description: 'Second' }, { name: 'Three', type: 2 }]);
      assert.equal(set.length, 2);
      const [index, inChannel] = [`${home}/application-command-index`, `${channel}/application-command-index`];
      for (const place of [index, inChannel]) {
        assert.equal((await expect(200, 'GET', place, undefined, here.owner.token)).application_commands.length, 2);
      }
      await expect(403, 'GET', index);
      const granted = `/applications/${here.bot.id}${home}/commands`;
      const grants = `${granted}/${set[0].id}/permissions`;
      const allowed = { permissions: [{ id: here.guild.id, type: 1, permission: false }, { id: here.owner.id, type: 2, permission: true }] };
      await expect(404, 'GET', grants);
      await expect(403, 'PUT', grants, allowed);
      assert.equal((await expect(200, 'PUT', grants, allowed, here.owner.token)).permissions.length, 2);
      await expect(200, 'GET', grants);
      assert.equal((await expect(200, 'GET', `${granted}/permissions`)).length, 1);
      await expect(200, 'PUT', grants, { permissions: [] }, here.owner.token);
      await expect(200, 'PUT', commands, []);
    });
  }
});
