'use strict';
// Every operation of what applications offer and who has it, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, expecting } = require('../support/platform');

describe('entitlements: every operation', () => {
  let here;
  let expect;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
  });

  test('of what an application offers', async () => {
    const application = `/applications/${here.bot.id}`;
    const sku = await expect(201, 'POST', `${application}/skus`, { name: 'A thing', type: 3 }, here.owner.token);
    assert.equal((await expect(200, 'GET', `${application}/skus`))[0].slug, 'a-thing');
    const asked = { sku_id: sku.id, owner_id: here.owner.id, owner_type: 2 };
    const granted = await expect(200, 'POST', `${application}/entitlements`, asked);
    const one = `${application}/entitlements/${granted.id}`;
    assert.equal((await expect(200, 'GET', one)).user_id, here.owner.id);
    assert.equal((await expect(200, 'GET', `${application}/entitlements?user_id=${here.owner.id}`)).length, 1);
    const mine = `/users/@me${application}/entitlements`;
    assert.equal((await expect(200, 'GET', mine, undefined, here.owner.token))[0].id, granted.id);
    await expect(204, 'POST', `${one}/consume`);
    assert.equal((await expect(200, 'GET', mine, undefined, here.owner.token)).length, 0);
    await expect(204, 'DELETE', one);
    await expect(404, 'DELETE', one);
  });
});
