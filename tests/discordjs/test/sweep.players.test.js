'use strict';
// Every operation of the accounts that games give to their players, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { VERSIONED, world, person, must, expecting } = require('../support/platform');

const REDIRECT = 'https://game.example/back';
const UNMERGE = '/partner-sdk/provisional-accounts/unmerge';

describe('players: every operation', () => {
  let here;
  let expect;
  let secret;
  let someone;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
    someone = await person('linking');
    await must(here.bot.authorization, 'PATCH', '/applications/@me', { redirect_uris: [REDIRECT] });
    ({ secret } = await must(here.owner.token, 'POST', `/applications/${here.bot.id}/reset`, {}));
  });

  const player = (id, more) => expect(200, 'POST', '/partner-sdk/token/bot', { external_user_id: id, ...more });
  const vouched = token => ({
    client_id: here.bot.id, client_secret: secret, external_auth_type: 'DISCORD_BOT_ISSUED_ACCESS_TOKEN', external_auth_token: token,
  });
  const subject = tokens => JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url')).sub;

  test('of tokens', async () => {
    const first = await player('one', { preferred_global_name: 'Ace' });
    assert.equal(first.scope, 'sdk.social_layer');
    const again = await player('one', { preferred_global_name: 'Bee' });
    assert.equal(subject(again), subject(first));
    assert.equal((await expect(200, 'GET', `/users/${subject(first)}`)).global_name, 'Bee');
    const secret = `of players ${Math.random()}`;
    const lobby = await expect(200, 'PUT', '/lobbies', { secret }, `Bearer ${first.access_token}`);
    assert.equal(lobby.members[0].id, subject(first));
    const exchanged = await expect(200, 'POST', '/partner-sdk/token', vouched(first.access_token), null);
    assert.equal(subject(exchanged), subject(first));
    await expect(400, 'POST', '/partner-sdk/token', { ...vouched('x'), external_auth_type: 'STEAM_SESSION_TICKET' }, null);
    await expect(403, 'POST', '/partner-sdk/token/bot', { external_user_id: 'one' }, here.owner.token);
  });

  test('of what two say to each other', async () => {
    const one = await player('talker');
    const other = await player('listener');
    const [token, others] = [`Bearer ${one.access_token}`, `Bearer ${other.access_token}`];
    const messages = `/users/${subject(other)}/messages`;
    await expect(404, 'GET', messages, undefined, token);
    await expect(204, 'PUT', `/users/@me/relationships/${subject(other)}`, { type: 1 }, token);
    await expect(204, 'PUT', `/users/@me/relationships/${subject(one)}`, { type: 1 }, others);
    const listed = await expect(200, 'GET', '/users/@me/relationships', undefined, token);
    assert.deepEqual(listed.map(({ id, type }) => [id, type]), [[subject(other), 1]]);
    const channel = await expect(200, 'POST', '/users/@me/channels', { recipient_id: subject(other) }, token);
    const said = await expect(200, 'POST', messages, { content: 'hello' }, token);
    assert.equal(said.channel_id, channel.id);
    assert.equal(said.application_id, here.bot.id);
    await expect(400, 'POST', messages, {}, token);
    assert.equal((await expect(200, 'PATCH', `${messages}/${said.id}`, { content: 'bye' }, token)).content, 'bye');
    const verdict = `/partner-sdk/dms/${subject(one)}/${subject(other)}/messages/${said.id}/moderation-metadata`;
    await expect(204, 'PUT', verdict, { verdict: 'fine' });
    await expect(403, 'PUT', verdict, { verdict: 'fine' }, here.owner.token);
    await expect(404, 'PUT', verdict.replace(said.id, channel.id), {});
    await expect(404, 'PUT', verdict.replace(subject(other), here.owner.id), {});
    const [heard] = await expect(200, 'GET', `/users/${subject(one)}/messages?limit=1`, undefined, others);
    assert.deepEqual(heard.moderation_metadata, { verdict: 'fine' });
    await expect(204, 'DELETE', `${messages}/${said.id}`, undefined, token);
  });

  test('of linking and unlinking', async () => {
    const tokens = await player('two');
    const query = new URLSearchParams({
      client_id: here.bot.id, redirect_uri: REDIRECT, response_type: 'code', scope: 'identify sdk.social_layer' });
    const { location } = await must(someone.token, 'POST', `/oauth2/authorize?${query}`, { authorize: true });
    const linked = await fetch(`${VERSIONED}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        ...vouched(tokens.access_token), grant_type: 'authorization_code', redirect_uri: REDIRECT,
        code: new URL(location).searchParams.get('code'),
      }),
    });
    const own = await linked.json();
    assert.equal(linked.status, 200, JSON.stringify(own));
    assert.equal((await expect(200, 'GET', '/users/@me', undefined, `Bearer ${own.access_token}`)).id, someone.id);
    await expect(400, 'POST', '/partner-sdk/token/bot', { external_user_id: 'two' });
    await expect(204, 'POST', `${UNMERGE}/bot`, { external_user_id: 'two' });
    await expect(401, 'GET', '/users/@me', undefined, `Bearer ${own.access_token}`);
    const fresh = await player('two');
    assert.notEqual(subject(fresh), subject(tokens));
    await expect(400, 'POST', UNMERGE, vouched(fresh.access_token), null);
    await expect(404, 'POST', `${UNMERGE}/bot`, { external_user_id: 'nobody' });
  });
});
