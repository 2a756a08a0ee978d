'use strict';
// Every operation by which people come into their accounts, as the sweep has those of everybody.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { createHmac } = require('node:crypto');
const { world, expecting } = require('../support/platform');

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const PASSWORD = 'a long enough password';

/** A code as an app for them shows it (RFC 6238). */
function code() {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', '12345678901234567890').update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

describe('accounts: every operation', () => {
  let here;
  let owner;
  let expect;

  before(async () => {
    here = await world();
    owner = here.owner;
    expect = expecting(owner.token);
  });

  test('of what is proved by mail', async () => {
    await expect(204, 'POST', '/auth/verify/resend', {});
    await expect(204, 'POST', '/auth/forgot', { login: owner.username }, null);
    await expect(204, 'POST', '/auth/forgot', { login: 'nobody.is.called.so' }, null);
    await expect(400, 'POST', '/auth/verify', { token: 'made up' }, null);
    await expect(400, 'POST', '/auth/reset', { token: 'made up', password: PASSWORD }, null);
  });

  test('of a second factor', async () => {
    await expect(403, 'POST', `/guilds/${here.guild.id}/mfa`, { level: 1 });
    await expect(400, 'POST', '/users/@me/mfa/totp/enable', { password: 'wrong', secret: SECRET, code: code() });
    const enabled = await expect(200, 'POST', '/users/@me/mfa/totp/enable', {
      password: PASSWORD, secret: SECRET, code: code(),
    });
    assert.equal(enabled.backup_codes.length, 10);
    const [first, second, third] = enabled.backup_codes.map(backup => backup.code);
    assert.deepEqual(
      await expect(200, 'POST', `/guilds/${here.guild.id}/mfa`, { level: 1 }, enabled.token), { level: 1 });
    const login = await expect(200, 'POST', '/auth/login', { login: owner.username, password: PASSWORD }, null);
    assert.equal(login.mfa, true);
    await expect(400, 'POST', '/auth/mfa/totp', { ticket: login.ticket, code: '000000' }, null);
    const { token } = await expect(200, 'POST', '/auth/mfa/totp', { ticket: login.ticket, code: first }, null);
    const { backup_codes: renewed } = await expect(
      200, 'POST', '/users/@me/mfa/codes', { password: PASSWORD, code: second }, token);
    await expect(400, 'POST', '/users/@me/mfa/totp/disable', { code: third }, token);
    const disabled = await expect(200, 'POST', '/users/@me/mfa/totp/disable', { code: renewed[0].code }, token);
    await expect(401, 'GET', '/users/@me', undefined, token);
    await expect(200, 'GET', '/users/@me', undefined, disabled.token);
  });
});
