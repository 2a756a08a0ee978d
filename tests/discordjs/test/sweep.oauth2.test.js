'use strict';
// Every operation of OAuth2 that applications call for people, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { VERSIONED, world, person, guild, must, expecting } = require('../support/platform');

const REDIRECT = 'https://app.example/back';

describe('OAuth2: every operation', () => {
  let here;
  let expect;
  let someone;
  let bearer;
  let tokens;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
    someone = await person('granting');
    await must(here.bot.authorization, 'PATCH', '/applications/@me', { redirect_uris: [REDIRECT] });
    const { secret } = await must(here.owner.token, 'POST', `/applications/${here.bot.id}/reset`, {});
    const query = new URLSearchParams({
      client_id: here.bot.id, redirect_uri: REDIRECT, response_type: 'code',
      scope: 'openid identify email guilds.join role_connections.write connections',
    });
    const { location } = await must(someone.token, 'POST', `/oauth2/authorize?${query}`, { authorize: true });
    const response = await fetch(`${VERSIONED}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: here.bot.id, client_secret: secret, grant_type: 'authorization_code', redirect_uri: REDIRECT,
        code: new URL(location).searchParams.get('code'),
      }),
    });
    tokens = await response.json();
    bearer = `Bearer ${tokens.access_token}`;
  });

  test('of identity', async () => {
    const { keys } = await expect(200, 'GET', '/oauth2/keys', undefined, null);
    assert.equal(keys[0].alg, 'RS256');
    const about = await expect(200, 'GET', '/oauth2/userinfo', undefined, bearer);
    assert.equal(about.sub, someone.id);
    assert.equal(about.preferred_username, someone.username);
    assert.equal(about.email, `${someone.username}@example.org`);
    await expect(401, 'GET', '/oauth2/userinfo', undefined, null);
    assert.deepEqual(await expect(200, 'GET', '/users/@me/connections', undefined, bearer), []);
  });

  test('of a webhook', async () => {
    const home = await guild(someone);
    const { secret } = await expect(200, 'POST', `/applications/${here.bot.id}/reset`, {}, here.owner.token);
    const query = new URLSearchParams({ client_id: here.bot.id, redirect_uri: REDIRECT, response_type: 'code', scope: 'webhook.incoming' });
    const asked = await expect(200, 'GET', `/oauth2/authorize?${query}&guild_id=${home.id}`, undefined, someone.token);
    assert.ok(asked.webhook_channels.some(({ id }) => id === home.text));
    await expect(400, 'POST', `/oauth2/authorize?${query}`, { authorize: true }, someone.token);
    await expect(403, 'POST', `/oauth2/authorize?${query}`, { authorize: true, webhook_channel_id: here.guild.text }, someone.token);
    const { location } = await expect(200, 'POST', `/oauth2/authorize?${query}`, { authorize: true, webhook_channel_id: home.text }, someone.token);
    const response = await fetch(`${VERSIONED}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: here.bot.id, client_secret: secret, grant_type: 'authorization_code', redirect_uri: REDIRECT,
        code: new URL(location).searchParams.get('code'),
      }),
    });
    const { webhook } = await response.json();
    assert.equal(webhook.channel_id, home.text);
    assert.equal(webhook.application_id, here.bot.id);
    assert.ok(webhook.url.endsWith(`/webhooks/${webhook.id}/${webhook.token}`));
    const said = await expect(200, 'POST', `/webhooks/${webhook.id}/${webhook.token}?wait=true`, { content: 'by a webhook' }, null);
    assert.equal(said.webhook_id, webhook.id);
  });

  test('of having an application for oneself', async () => {
    const home = await guild(someone);
    const query = new URLSearchParams({ client_id: here.bot.id, scope: 'applications.commands', integration_type: '1' });
    const install = status => expect(status, 'POST', `/oauth2/authorize?${query}`, { authorize: true }, someone.token);
    await expect(200, 'PATCH', '/applications/@me', { integration_types_config: { 0: {} } });
    await install(400);
    await expect(200, 'PATCH', '/applications/@me', { integration_types_config: { 0: {}, 1: {} } });
    const command = await expect(201, 'POST', `/applications/${here.bot.id}/commands`, {
      name: 'pocket', description: 'in the pocket', integration_types: [1], contexts: [0, 1, 2] });
    const use = status => expect(status, 'POST', '/interactions', {
      type: 2, application_id: here.bot.id, guild_id: home.id, channel_id: home.text, session_id: 'x',
      data: { id: command.id, version: command.version, name: 'pocket', type: 1 } }, someone.token);
    await use(404);
    await install(200);
    await use(204);
    const mine = await expect(200, 'GET', '/users/@me/application-command-index', undefined, someone.token);
    assert.deepEqual(mine.application_commands.map(({ id }) => id), [command.id]);
    const listed = await expect(200, 'GET', `/channels/${home.text}/application-command-index`, undefined, someone.token);
    assert.ok(listed.application_commands.some(({ id }) => id === command.id));
    await expect(204, 'DELETE', `/oauth2/tokens/${here.bot.id}`, undefined, someone.token);
    await use(404);
  });

  test('of joining guilds', async () => {
    const member = `/guilds/${here.guild.id}/members/${someone.id}`;
    await expect(401, 'PUT', member, { access_token: 'no token' });
    await expect(401, 'PUT', `/guilds/${here.guild.id}/members/${here.owner.id}`, { access_token: tokens.access_token });
    await expect(403, 'PUT', member, { access_token: tokens.access_token }, someone.token);
    const elsewhere = await guild(here.owner);
    await expect(404, 'PUT', `/guilds/${elsewhere.id}/members/${someone.id}`, { access_token: tokens.access_token });
    const joined = await expect(201, 'PUT', member, { access_token: tokens.access_token, nick: 'brought' });
    assert.equal(joined.nick, 'brought');
    assert.equal(joined.user.id, someone.id);
    await expect(204, 'PUT', member, { access_token: tokens.access_token });
    await must(here.owner.token, 'DELETE', `/guilds/${elsewhere.id}`);
  });

  test('of role connections', async () => {
    const metadata = `/applications/${here.bot.id}/role-connections/metadata`;
    const facts = [{ type: 2, key: 'level', name: 'Level', description: 'How far they came' }];
    assert.deepEqual(await expect(200, 'GET', metadata), []);
    assert.deepEqual(await expect(200, 'PUT', metadata, facts), facts);
    await expect(400, 'PUT', metadata, [{ ...facts[0], key: 'Not a key' }]);
    const mine = `/users/@me/applications/${here.bot.id}/role-connection`;
    await expect(400, 'PUT', mine, { metadata: { level: 'high' } }, bearer);
    await expect(200, 'PUT', mine, { platform_name: 'A game', metadata: { level: '7' } }, bearer);
    const told = await expect(200, 'GET', mine, undefined, bearer);
    assert.deepEqual(told.metadata, { level: '7' });
    assert.equal(told.platform_name, 'A game');
    await expect(204, 'DELETE', mine, undefined, bearer);
    await expect(401, 'GET', mine, undefined, someone.token);
  });

  test('of what a person let applications do', async () => {
    const [grant] = await expect(200, 'GET', '/oauth2/tokens', undefined, someone.token);
    assert.equal(grant.application.id, here.bot.id);
    assert.ok(grant.scopes.includes('guilds.join'));
    await expect(204, 'DELETE', `/oauth2/tokens/${grant.id}`, undefined, someone.token);
    await expect(404, 'DELETE', `/oauth2/tokens/${grant.id}`, undefined, someone.token);
    await expect(401, 'GET', '/users/@me', undefined, bearer);
  });
});
