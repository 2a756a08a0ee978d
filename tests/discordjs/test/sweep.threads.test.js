'use strict';
// Every operation of threads, and of the posts that are threads in forums, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, must, expecting } = require('../support/platform');

const THUMB = encodeURIComponent('👍');

describe('threads: every operation', () => {
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

  test('of threads', async () => {
    const starter = await must(bearer, 'POST', `${channel}/messages`, { content: 'discuss' });
    const begun = await expect(201, 'POST', `${channel}/messages/${starter.id}/threads`, {
      name: 'Discussion', auto_archive_duration: 60, rate_limit_per_user: 0,
    });
    assert.equal(begun.id, starter.id);
    await expect(400, 'POST', `${channel}/messages/${starter.id}/threads`, { name: 'Again' });
    const shown = await expect(200, 'GET', `${channel}/messages/${starter.id}`);
    assert.equal(shown.thread.id, starter.id);
    const closed = await expect(201, 'POST', `${channel}/threads`, { name: 'Closed', type: 12, invitable: false });
    const thread = `/channels/${begun.id}`;
    const guest = here.owner.id;
    await expect(200, 'GET', thread);
    const said = await expect(200, 'POST', `${thread}/messages`, { content: 'inside' });
    await expect(200, 'GET', `${thread}/messages`);
    await expect(200, 'PATCH', `${thread}/messages/${said.id}`, { content: 'edited inside' });
    await expect(204, 'PUT', `${thread}/messages/${said.id}/reactions/${THUMB}/@me`);
    await expect(204, 'PUT', `${thread}/messages/pins/${said.id}`);
    await expect(204, 'POST', `${thread}/typing`);
    await expect(204, 'PUT', `${thread}/thread-members/${guest}`);
    await expect(200, 'GET', `${thread}/thread-members/${guest}?with_member=true`);
    await expect(200, 'GET', `${thread}/thread-members`);
    await expect(200, 'GET', `${thread}/thread-members?with_member=true&limit=1`);
    await expect(204, 'DELETE', `${thread}/thread-members/${guest}`);
    await expect(204, 'DELETE', `${thread}/thread-members/@me`);
    await expect(204, 'PUT', `${thread}/thread-members/@me`);
    const actives = await expect(200, 'GET', `/guilds/${here.guild.id}/threads/active`);
    assert.ok(actives.threads.some((one) => one.id === begun.id));
    await expect(200, 'PATCH', thread, { name: 'Renamed', locked: true, archived: true, auto_archive_duration: 1440 });
    await expect(400, 'PATCH', thread, { name: 'Late' });
    await expect(400, 'PUT', `${thread}/thread-members/@me`);
    await expect(200, 'PATCH', `/channels/${closed.id}`, { archived: true });
    const before = encodeURIComponent(new Date(Date.now() + 60_000).toISOString());
    const archives = {
      [`${channel}/threads/archived/public?limit=2&before=${before}`]: begun.id,
      [`${channel}/threads/archived/private?limit=100&before=${before}`]: closed.id,
      [`${channel}/users/@me/threads/archived/private?limit=2`]: closed.id,
    };
    for (const [route, archived] of Object.entries(archives)) {
      const page = await expect(200, 'GET', route);
      assert.deepEqual(page.threads.map((one) => one.id), [archived]);
      assert.equal(page.has_more, false);
    }
    await expect(400, 'GET', `${channel}/threads/archived/public?limit=1`);
    await expect(200, 'PATCH', thread, { archived: false, locked: false });
    await expect(204, 'DELETE', `${thread}/messages/${said.id}`);
    for (const id of [begun.id, closed.id]) await expect(200, 'DELETE', `/channels/${id}`);
    await expect(404, 'GET', thread);
  });

  test('of posts in forums', async () => {
    const forum = await expect(201, 'POST', `${home}/channels`, {
      name: 'help', type: 15, available_tags: [{ name: 'Question' }], default_reaction_emoji: { emoji_name: '👍' },
    });
    const [tag] = forum.available_tags;
    await expect(400, 'POST', `/channels/${forum.id}/threads`, { name: 'Nothing to say' });
    await expect(400, 'POST', `/channels/${forum.id}/messages`, { content: 'no post' });
    const post = await expect(201, 'POST', `/channels/${forum.id}/threads`, {
      name: 'How to', applied_tags: [tag.id], message: { content: 'how?', embeds: [{ title: 'a' }] },
    });
    assert.equal(post.message.id, post.id);
    assert.deepEqual(post.applied_tags, [tag.id]);
    const pinned = await expect(200, 'PATCH', `/channels/${post.id}`, { flags: 2, applied_tags: [] });
    assert.equal(pinned.flags, 2);
    await expect(404, 'PATCH', `/channels/${post.id}`, { applied_tags: ['5'] });
    await expect(200, 'GET', `/channels/${post.id}/messages/${post.id}`);
    await expect(400, 'PATCH', `/channels/${forum.id}`, { available_tags: [{ name: 'Same' }, { name: 'Same' }] });
    const looking = await expect(200, 'PATCH', `/channels/${forum.id}`, { default_tag_setting: 'match_all' });
    assert.equal(looking.default_tag_setting, 'match_all');
    await must(bearer, 'PATCH', `/channels/${post.id}`, { applied_tags: [tag.id] });
    const search = `/channels/${forum.id}/threads/search`;
    const found = await expect(200, 'GET', `${search}?name=how&slop=1&tag=${tag.id}&tag_setting=match_some&sort_by=relevance&limit=5`);
    assert.deepEqual(found.threads.map((one) => one.id), [post.id]);
    assert.deepEqual(found.first_messages.map((one) => one.id), [post.id]);
    assert.equal(found.total_results, 1);
    await must(bearer, 'PATCH', `/channels/${post.id}`, { archived: true });
    assert.equal((await expect(200, 'GET', `${search}?name=to&archived=true&offset=0`)).threads.length, 1);
    assert.equal((await expect(200, 'GET', `${search}?name=none`)).threads.length, 0);
    await expect(400, 'GET', `${search}?limit=26`);
    await expect(200, 'DELETE', `/channels/${post.id}`);
    await expect(200, 'DELETE', `/channels/${forum.id}`);
  });

  test('of posts by webhooks', async () => {
    const forum = await expect(201, 'POST', `${home}/channels`, { name: 'wire', type: 15, available_tags: [{ name: 'Fresh' }] });
    const made = await expect(200, 'POST', `/channels/${forum.id}/webhooks`, { name: 'Wire' });
    const hook = `/webhooks/${made.id}/${made.token}`;
    const form = new FormData();
    form.set('payload_json', JSON.stringify({
      thread_name: 'Today', applied_tags: [forum.available_tags[0].id], content: 'new',
    }));
    form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'note.txt');
    const sent = await expect(200, 'POST', `${hook}?wait=true`, form, null);
    assert.equal(sent.channel_id, sent.id);
    assert.ok(sent.attachments[0].url.includes(`/attachments/${sent.id}/`));
    assert.equal((await fetch(sent.attachments[0].url)).status, 200);
    const post = await expect(200, 'GET', `/channels/${sent.id}`);
    assert.equal(post.owner_id, made.id);
    await expect(200, 'POST', `${hook}?wait=true&thread_id=${sent.id}`, { content: 'more' }, null);
    await expect(400, 'POST', hook, { content: 'nowhere' }, null);
    await expect(400, 'POST', `${hook}?thread_id=${sent.id}`, { thread_name: 'both', content: 'x' }, null);
    await expect(400, 'POST', `${hook}/slack`, { text: 'aye' }, null);
    await expect(200, 'POST', `${hook}/slack?thread_id=${sent.id}`, { text: 'aye' }, null);
    await expect(200, 'DELETE', `/channels/${forum.id}`);
  });
});
