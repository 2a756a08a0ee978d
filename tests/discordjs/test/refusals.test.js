'use strict';
// What is refused is refused as it is documented: with the status, the code and, for what a body lacks, the name of the field.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { VERSIONED, world, person, must, call, bot } = require('../support/platform');

describe('requests that are refused', () => {
  let here;
  before(async () => { here = await world(); });

  const refused = async (status, code, method, path, body, authorization = here.bot.authorization) => {
    const answer = await call(authorization, method, path, body);
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
    assert.equal(answer.body.code, code, `${method} ${path}: ${answer.text}`);
    assert.ok(answer.body.message);
    return answer.body;
  };

  test('for want of a token, a thing or a permission', async () => {
    await refused(401, 0, 'GET', '/users/@me', undefined, null);
    await refused(401, 0, 'GET', '/users/@me', undefined, 'Bot a.b.c');
    await refused(404, 10003, 'GET', '/channels/1');
    await refused(404, 10004, 'GET', '/guilds/1');
    await refused(404, 10008, 'GET', `/channels/${here.guild.text}/messages/1`);
    await refused(404, 10011, 'PATCH', `/guilds/${here.guild.id}/roles/1`, { name: 'x' });
    await refused(404, 10013, 'GET', '/users/1');
    await refused(404, 10006, 'GET', '/invites/nothing-like-it');
    await refused(404, 10026, 'GET', `/guilds/${here.guild.id}/bans/1`);
    await refused(404, 0, 'GET', '/no/such/route');
    const weak = await bot(here.owner);
    await must(here.owner.token, 'POST', `/oauth2/authorize?client_id=${weak.id}&scope=bot&permissions=0`, {
      guild_id: here.guild.id, authorize: true,
    });
    await refused(403, 50013, 'PATCH', `/guilds/${here.guild.id}`, { name: 'Mine' }, weak.authorization);
    await refused(403, 50013, 'POST', `/guilds/${here.guild.id}/roles`, { name: 'x' }, weak.authorization);
    const stranger = await person('stranger');
    await refused(404, 10004, 'GET', `/guilds/${here.guild.id}`, undefined, stranger.token);
  });

  test('for their form, with a tree that names the field', async () => {
    const messages = `/channels/${here.guild.text}/messages`;
    await refused(400, 50006, 'POST', messages, {});
    const long = await refused(400, 50035, 'POST', messages, { embeds: [{ title: 'x'.repeat(257) }] });
    assert.ok(long.errors.embeds['0'].title._errors.length);
    const many = await refused(400, 50035, 'POST', messages, { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) });
    assert.ok(many.errors.embeds._errors.length);
    await refused(400, 50035, 'GET', `${messages}?limit=101`);
    await refused(400, 50035, 'POST', `/guilds/${here.guild.id}/channels`, { type: 0 });
    await refused(400, 50035, 'GET', '/channels/not-a-number');
    const answer = await fetch(`${VERSIONED}${messages}`, {
      method: 'POST', headers: { authorization: here.bot.authorization, 'content-type': 'application/json' }, body: '{"content": ',
    });
    assert.equal(answer.status, 400);
    assert.equal((await answer.json()).code, 50109);
  });

  test('and every answer carries the rate limit', async () => {
    const answer = await call(here.bot.authorization, 'GET', `/channels/${here.guild.text}`);
    for (const name of ['limit', 'remaining', 'reset', 'reset-after', 'bucket']) {
      assert.ok(answer.headers.get(`x-ratelimit-${name}`), name);
    }
  });

  test('and a burst is told to wait', async () => {
    const burst = await Promise.all(Array.from({ length: 200 }, () =>
      fetch(`${VERSIONED}/channels/${here.guild.text}/typing`, { method: 'POST', headers: { authorization: here.bot.authorization } })));
    const limited = burst.find(answer => answer.status === 429);
    assert.ok(limited);
    const body = await limited.json();
    assert.ok(body.retry_after > 0);
    assert.equal(typeof body.global, 'boolean');
    assert.ok(Number(limited.headers.get('retry-after')) >= 0);
    assert.ok(limited.headers.get('x-ratelimit-scope'));
  });
});
