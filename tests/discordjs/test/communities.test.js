'use strict';
// Every operation of what communities show and how they keep order, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { VERSIONED, world, person, join, expecting } = require('../support/platform');

describe('communities: every operation', () => {
  let here;
  let expect;
  let home;
  let text;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
    home = `/guilds/${here.guild.id}`;
    text = here.guild.text;
  });

  test('of welcome screens and widgets', async () => {
    await expect(404, 'GET', `${home}/welcome-screen`);
    await expect(200, 'PATCH', `${home}/welcome-screen`, {
      enabled: true, description: 'Hello', welcome_channels: [{ channel_id: text, description: 'Read', emoji_name: '👋' }],
    });
    const screen = await expect(200, 'GET', `${home}/welcome-screen`);
    assert.equal(screen.welcome_channels[0].channel_id, text);
    await expect(200, 'PATCH', `${home}/widget`, { enabled: true, channel_id: text });
    assert.equal((await expect(200, 'GET', `${home}/widget`)).enabled, true);
    const widget = await expect(200, 'GET', `${home}/widget.json`, undefined, null);
    assert.equal(widget.id, here.guild.id);
    assert.equal(widget.channels[0].name, 'General');
    assert.match(widget.instant_invite, /\/invite\/\w{8}$/);
    for (const style of ['', '?style=shield', '?style=banner1', '?style=banner2', '?style=banner3', '?style=banner4']) {
      const picture = await fetch(`${VERSIONED}${home}/widget.png${style}`);
      assert.equal(picture.status, 200);
      assert.equal(picture.headers.get('content-type'), 'image/png');
      assert.deepEqual([...new Uint8Array(await picture.arrayBuffer()).slice(1, 4)], [...Buffer.from('PNG')]);
    }
    await expect(400, 'GET', `${home}/widget.png?style=banner5`, undefined, null);
    await expect(200, 'PATCH', `${home}/widget`, { enabled: false });
    for (const form of ['json', 'png']) {
      assert.equal((await expect(400, 'GET', `${home}/widget.${form}`, undefined, null)).code, 50004);
      assert.equal((await expect(404, 'GET', `/guilds/1/widget.${form}`, undefined, null)).code, 10004);
    }
  });

  test('of vanity URLs and of invites for some', async () => {
    const owner = expecting(here.owner.token);
    assert.equal((await owner(403, 'GET', `${home}/vanity-url`)).code, 50001);
    await owner(200, 'PATCH', home, { features: ['VANITY_URL'] });
    const { vanity_url_code: none } = await owner(200, 'GET', home);
    assert.equal(none, null);
    assert.deepEqual(await owner(200, 'GET', `${home}/vanity-url`), { code: null, uses: 0 });
    const code = `v${here.guild.id}`;
    assert.equal((await owner(400, 'PATCH', `${home}/vanity-url`, { code: 'no code' })).code, 50020);
    assert.equal((await owner(200, 'PATCH', `${home}/vanity-url`, { code })).code, code);
    assert.equal((await expect(200, 'GET', `/invites/${code.toUpperCase()}`, undefined, null)).guild.id, here.guild.id);
    const comer = await person('comer');
    await expect(200, 'POST', `/invites/${code}`, {}, comer.token);
    assert.equal((await expect(200, 'GET', `${home}/vanity-url`)).uses, 1);
    await owner(200, 'PATCH', `${home}/vanity-url`, { code: null });
    await expect(404, 'GET', `/invites/${code}`, undefined, null);

    const guest = await person('guest');
    const other = await person('other');
    const listed = (...people) => {
      const form = new FormData();
      form.append('target_users_file', new Blob([['user_id', ...people].join('\n')], { type: 'text/csv' }), 'users.csv');
      return form;
    };
    const form = listed(guest.id);
    form.append('payload_json', JSON.stringify({ max_uses: 5 }));
    const invite = await expect(200, 'POST', `/channels/${text}/invites`, form);
    assert.equal(invite.max_uses, 5);
    const targets = `/invites/${invite.code}/target-users`;
    const list = async () => {
      const answer = await fetch(`${VERSIONED}${targets}`, { headers: { authorization: here.bot.authorization } });
      assert.equal(answer.headers.get('content-type'), 'text/csv');
      return (await answer.text()).trim().split('\n');
    };
    assert.deepEqual(await list(), ['user_id', guest.id]);
    assert.equal((await expect(404, 'GET', `/invites/${invite.code}`, undefined, other.token)).code, 10006);
    assert.equal((await expect(404, 'POST', `/invites/${invite.code}`, {}, other.token)).code, 10006);
    await expect(200, 'GET', `/invites/${invite.code}`, undefined, guest.token);
    await expect(204, 'PUT', targets, listed(guest.id, other.id));
    assert.deepEqual(await list(), ['user_id', guest.id, other.id]);
    const job = await expect(200, 'GET', `${targets}/job-status`);
    assert.deepEqual([job.status, job.total_users, job.processed_users], [2, 2, 2]);
    assert.match(JSON.stringify(await expect(400, 'PUT', targets, listed('nobody'))), /Line 2/);
    await expect(200, 'POST', `/invites/${invite.code}`, {}, other.token);
    await expect(403, 'GET', targets, undefined, other.token);
    await expect(403, 'PUT', targets, listed(other.id), other.token);
    const open = await expect(200, 'POST', `/channels/${text}/invites`, { unique: true });
    assert.equal((await expect(404, 'GET', `/invites/${open.code}/target-users`)).code, 10129);
    assert.equal((await expect(404, 'GET', `/invites/${open.code}/target-users/job-status`)).code, 10124);
  });

  test('of questions to newcomers and of requests to join', async () => {
    const owner = expecting(here.owner.token);
    const form = `${home}/member-verification`;
    assert.equal((await owner(404, 'GET', form)).code, 10068);
    await owner(200, 'PATCH', form, {
      enabled: true, description: 'Hello', form_fields: [{ field_type: 'TEXT_INPUT', label: 'Why?', required: true }],
    });
    assert.equal((await owner(403, 'GET', `${home}/requests`)).code, 50001);
    const { features } = await owner(200, 'GET', home);
    assert.ok(features.includes('MEMBER_VERIFICATION_GATE_ENABLED'));
    await owner(200, 'PATCH', home, { features: [...features, 'MEMBER_VERIFICATION_MANUAL_APPROVAL'] });
    const asking = await person('asking');
    const { code } = await owner(200, 'POST', `/channels/${text}/invites`, { unique: true });
    const accepted = await expect(200, 'POST', `/invites/${code}`, {}, asking.token);
    assert.deepEqual([accepted.new_member, accepted.show_verification_form], [false, true]);
    assert.equal((await expect(200, 'GET', form, undefined, asking.token)).form_fields.length, 1);
    const mine = `${home}/requests/@me`;
    assert.equal((await expect(200, 'GET', mine, undefined, asking.token)).application_status, 'STARTED');
    await expect(400, 'PUT', mine, { form_fields: [{}] }, asking.token);
    const made = await expect(200, 'PUT', mine, { form_fields: [{ response: 'To chat' }] }, asking.token);
    const listed = await expect(200, 'GET', `${home}/requests?status=SUBMITTED&limit=10`);
    assert.equal(listed.total, 1);
    assert.equal(listed.guild_join_requests[0].form_responses[0].response, 'To chat');
    await expect(404, 'PATCH', `${home}/requests/1`, { action: 'APPROVED' });
    await expect(400, 'PATCH', `${home}/requests/${made.id}`, { action: 'SUBMITTED' });
    const approved = await expect(200, 'PATCH', `${home}/requests/${made.id}`, { action: 'APPROVED' });
    assert.equal(approved.actioned_by_user.id, here.bot.id);
    await expect(200, 'GET', `${home}/members/${asking.id}`);
    await expect(204, 'DELETE', mine, undefined, asking.token);
    await expect(404, 'GET', mine, undefined, asking.token);
    await owner(200, 'PATCH', form, { enabled: false });
  });

  test('of onboarding', async () => {
    const before = await expect(200, 'GET', `${home}/onboarding`);
    assert.equal(before.enabled, false);
    assert.deepEqual(before.prompts, []);
    const after = await expect(200, 'PUT', `${home}/onboarding`, {
      default_channel_ids: [text], mode: 1,
      prompts: [{ id: '0', title: 'What do you like?', single_select: true,
        options: [{ title: 'Reading', emoji_name: '📖', channel_ids: [text], role_ids: [] }] }],
    });
    assert.equal(after.prompts[0].options[0].emoji.name, '📖');
    assert.deepEqual(after.default_channel_ids, [text]);
    assert.equal((await expect(400, 'PUT', `${home}/onboarding`, { enabled: true })).code, 350000);
  });

  test('of templates', async () => {
    const templates = `${home}/templates`;
    const made = await expect(200, 'POST', templates, { name: 'Ours', description: 'What we have' });
    assert.equal(made.is_dirty, false);
    assert.equal(made.serialized_source_guild.roles[0].id, 0);
    assert.equal((await expect(400, 'POST', templates, { name: 'Another' })).code, 30031);
    assert.deepEqual((await expect(200, 'GET', templates)).map((one) => one.code), [made.code]);
    assert.equal((await expect(200, 'PATCH', `${templates}/${made.code}`, { name: 'New' })).name, 'New');
    assert.equal((await expect(200, 'GET', `/guilds/templates/${made.code}`)).name, 'New');
    await expect(200, 'PUT', `${templates}/${made.code}`);
    await expect(200, 'DELETE', `${templates}/${made.code}`);
    assert.equal((await expect(404, 'GET', `/guilds/templates/${made.code}`)).code, 10057);
  });

  test('of raids and of newcomers', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const closed = await expect(200, 'PUT', `${home}/incident-actions`, { invites_disabled_until: until });
    assert.equal(Date.parse(closed.invites_disabled_until), Date.parse(until));
    await expect(200, 'PUT', `${home}/incident-actions`, { invites_disabled_until: null });
    await expect(204, 'GET', `${home}/new-member-welcome`);
    await expect(200, 'PUT', `${home}/new-member-welcome`, {
      enabled: true, resource_channels: [{ channel_id: text, title: 'Read this' }],
    });
    assert.equal((await expect(200, 'GET', `${home}/new-member-welcome`)).resource_channels[0].channel_id, text);
    assert.ok((await expect(200, 'GET', `${home}/integrations`)).length > 0);
    await expect(404, 'DELETE', `${home}/integrations/1`);
  });

  test('of automatic moderation', async () => {
    const rules = `${home}/auto-moderation/rules`;
    const made = await expect(200, 'POST', rules, {
      name: 'Words', event_type: 1, trigger_type: 1, enabled: true,
      trigger_metadata: { keyword_filter: ['*unheard-of*'], regex_patterns: ['un+seen'], allow_list: ['seen'] },
      actions: [{ type: 1, metadata: { custom_message: 'Not here' } }, { type: 2, metadata: { channel_id: text } }],
    });
    const mentions = await expect(200, 'POST', rules, {
      name: 'Mentions', event_type: 1, trigger_type: 5, actions: [{ type: 1 }],
      trigger_metadata: { mention_total_limit: 5, mention_raid_protection_enabled: true },
    });
    assert.equal((await expect(200, 'GET', rules)).length, 2);
    const writer = await person('writer');
    await join(here.owner, text, writer);
    const refused = await expect(403, 'POST', `/channels/${text}/messages`, { content: 'Unheard-of!' }, writer.token);
    assert.equal(refused.code, 200000);
    assert.equal(refused.message, 'Not here');
    await expect(200, 'POST', `/channels/${text}/messages`, { content: 'seen' }, writer.token);
    const latest = await expect(200, 'GET', `/channels/${text}/messages?limit=2`);
    assert.equal(latest[0].content, 'seen');
    assert.ok(latest.every((message) => message.content !== 'Unheard-of!'));
    await expect(200, 'PATCH', `${rules}/${made.id}`, { enabled: false });
    assert.equal((await expect(200, 'GET', `${rules}/${made.id}`)).enabled, false);
    for (const rule of [made, mentions]) await expect(204, 'DELETE', `${rules}/${rule.id}`);
    await expect(404, 'GET', `${rules}/${made.id}`);
  });
});
