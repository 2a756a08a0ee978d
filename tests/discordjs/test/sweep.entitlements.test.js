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

  test('of subscriptions', async () => {
    const application = `/applications/${here.bot.id}`;
    const sku = await expect(201, 'POST', `${application}/skus`, { name: 'Club', type: 5 }, here.owner.token);
    const asked = { sku_id: sku.id, user_id: here.owner.id, period_days: 7 };
    const made = await expect(201, 'POST', `${application}/subscriptions`, asked, here.owner.token);
    const list = `/skus/${sku.id}/subscriptions`;
    assert.equal((await expect(200, 'GET', `${list}?user_id=${here.owner.id}`))[0].id, made.id);
    await expect(400, 'GET', list);
    await expect(403, 'GET', list, undefined, here.owner.token);
    await expect(204, 'DELETE', `${application}/subscriptions/${made.id}`, undefined, here.owner.token);
    assert.equal((await expect(200, 'GET', `${list}/${made.id}`)).status, 2);
    assert.equal((await expect(200, 'GET', `${application}/entitlements?user_id=${here.owner.id}`)).at(-1).sku_id, sku.id);
  });
});
