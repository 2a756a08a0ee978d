'use strict';
// What an application with "log in with" does: it sends a person to consent, takes the code home and speaks for them from then on.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { VERSIONED, world, person, call, must, expecting } = require('../support/platform');

const REDIRECT = 'https://app.example/back';

describe('OAuth2', () => {
  let here;
  let client;
  let expect;

  before(async () => {
    here = await world();
    expect = expecting(here.owner.token);
    await must(here.bot.authorization, 'PATCH', '/applications/@me', { redirect_uris: [REDIRECT] });
    const { secret } = await must(here.owner.token, 'POST', `/applications/${here.bot.id}/reset`, {});
    client = { id: here.bot.id, secret };
  });

  /** A form, as OAuth2 has them, with the application's own credentials. */
  async function form(path, fields) {
    const response = await fetch(`${VERSIONED}${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, body: await response.json() };
  }

  /** The person agrees; what comes back to the application. */
  async function agree(someone, fields, body = {}) {
    const query = new URLSearchParams({ client_id: client.id, redirect_uri: REDIRECT, response_type: 'code', ...fields });
    const { location } = await must(someone.token, 'POST', `/oauth2/authorize?${query}`, { authorize: true, ...body });
    assert.ok(location.startsWith(REDIRECT), location);
    return new URL(location);
  }

  test('lets an application speak for a person, as far as they agreed, until it is revoked', async () => {
    const someone = await person('consenting');
    const shown = await expect(200, 'GET', `/oauth2/authorize?client_id=${client.id}&scope=identify&response_type=code`, undefined, someone.token);
    assert.equal(shown.application.id, client.id);
    assert.equal(shown.application.redirect_uris, undefined);
    const verifier = crypto.randomBytes(32).toString('base64url');
    const challenge = crypto.createHash('sha256').update(verifier).digest('base64url');
    const back = await agree(someone, {
      scope: 'identify guilds', state: 'of mine', code_challenge: challenge, code_challenge_method: 'S256',
    });
    assert.equal(back.searchParams.get('state'), 'of mine');
    const code = back.searchParams.get('code');
    const redeem = extra => form('/oauth2/token', { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...extra });
    assert.deepEqual((await redeem()).body.error, 'invalid_grant');
    const { body: tokens } = await redeem({ code_verifier: verifier });
    const bearer = `Bearer ${tokens.access_token}`;
    const me = await expect(200, 'GET', '/users/@me', undefined, bearer);
    assert.equal(me.id, someone.id);
    assert.equal(me.email, null);
    await expect(200, 'GET', '/users/@me/guilds', undefined, bearer);
    await expect(403, 'GET', `/users/@me/guilds/${here.guild.id}/member`, undefined, bearer);
    await expect(401, 'GET', `/channels/${here.guild.text}`, undefined, bearer);
    const about = await expect(200, 'GET', '/oauth2/@me', undefined, bearer);
    assert.deepEqual(about.scopes, ['identify', 'guilds']);
    assert.equal(about.application.id, client.id);
    const { body: next } = await form('/oauth2/token', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    await expect(401, 'GET', '/users/@me', undefined, bearer);
    await expect(200, 'GET', '/users/@me', undefined, `Bearer ${next.access_token}`);
    assert.equal((await form('/oauth2/token/revoke', { token: next.access_token })).status, 200);
    await expect(401, 'GET', '/users/@me', undefined, `Bearer ${next.access_token}`);
  });

  test('brings a bot and a code at once', async () => {
    const guild = await must(here.owner.token, 'POST', '/guilds', { name: 'Consented' });
    const back = await agree(here.owner, { scope: 'bot identify', permissions: '8' }, { guild_id: guild.id });
    assert.equal(back.searchParams.get('guild_id'), guild.id);
    assert.ok(back.searchParams.get('code'));
    await expect(200, 'GET', `/guilds/${guild.id}`, undefined, here.bot.authorization);
    await must(here.owner.token, 'DELETE', `/guilds/${guild.id}`);
  });

  test('sends nothing to an address that is not the applications own', async () => {
    const query = new URLSearchParams({
      client_id: client.id, redirect_uri: `${REDIRECT}/../evil`, response_type: 'code', scope: 'identify',
    });
    await expect(400, 'POST', `/oauth2/authorize?${query}`, { authorize: true });
    await expect(400, 'POST', `/oauth2/authorize?${query}`, { authorize: false });
  });

  test('takes an access token for no other kind of token', async () => {
    const { body: tokens } = await form('/oauth2/token', { grant_type: 'client_credentials', scope: 'identify' });
    assert.equal((await call(`Bearer ${tokens.access_token}`, 'GET', '/users/@me')).body.id, here.owner.id);
    assert.equal((await call(tokens.access_token, 'GET', '/users/@me')).status, 401);
    assert.equal((await call(`Bot ${tokens.access_token}`, 'GET', '/users/@me')).status, 401);
  });
});
