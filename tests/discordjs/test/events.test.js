'use strict';
// Every operation of scheduled events, stages and voice states, as the sweep has the others.
const { test, describe, before } = require('node:test');
const assert = require('node:assert/strict');
const { world, expecting } = require('../support/platform');

const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('what goes on in a guild: every operation', () => {
  let here;
  let expect;
  let home;

  before(async () => {
    here = await world();
    expect = expecting(here.bot.authorization);
    home = `/guilds/${here.guild.id}`;
  });

  test('of scheduled events', async () => {
    const events = `${home}/scheduled-events`;
    const at = (hours) => new Date(Date.now() + hours * 3600_000).toISOString();
    const hall = await expect(201, 'POST', `${home}/channels`, { name: 'hall', type: 2 });
    const made = await expect(200, 'POST', events, {
      name: 'Picnic', privacy_level: 2, entity_type: 3, scheduled_start_time: at(1), scheduled_end_time: at(2),
      entity_metadata: { location: 'the park' }, image: PICTURE,
      recurrence_rule: { start: at(1), frequency: 2, interval: 1 },
    });
    const event = `${events}/${made.id}`;
    await expect(200, 'POST', events, {
      name: 'Talk', privacy_level: 2, entity_type: 2, channel_id: hall.id, scheduled_start_time: at(1),
    });
    assert.equal((await expect(200, 'GET', `${events}?with_user_count=true`)).length, 2);
    await expect(200, 'PATCH', event, { name: 'Supper', description: 'Bring a spoon' });
    await expect(200, 'PUT', `${event}/users/@me`, undefined, here.owner.token);
    const users = await expect(200, 'GET', `${event}/users?with_member=true&limit=10`);
    assert.equal(users[0].user_id, here.owner.id);
    const second = new Date(Date.parse(made.scheduled_start_time) + 7 * 86_400_000).toISOString();
    const other = await expect(200, 'POST', `${event}/exceptions`, { original_scheduled_start_time: second });
    const time = other.event_exception_id;
    await expect(200, 'PATCH', `${event}/exceptions/${time}`, { is_canceled: true });
    await expect(200, 'PUT', `${event}/${time}/users/@me`, undefined, here.owner.token);
    assert.equal((await expect(200, 'GET', `${event}/${time}/users`)).length, 1);
    await expect(200, 'GET', `${event}/users/counts?guild_scheduled_event_exception_ids=${time}`);
    await expect(204, 'DELETE', `${event}/${time}/users/@me`, undefined, here.owner.token);
    await expect(204, 'DELETE', `${event}/exceptions/${time}`);
    await expect(204, 'DELETE', `${event}/users/@me`, undefined, here.owner.token);
    assert.equal((await expect(200, 'GET', event)).name, 'Supper');
    await expect(204, 'DELETE', event);
    await expect(404, 'GET', event);
    await expect(200, 'DELETE', `/channels/${hall.id}`);
  });

  test('of voice states and stages', async () => {
    const stage = await expect(201, 'POST', `${home}/channels`, { name: 'stage', type: 13 });
    const room = await expect(201, 'POST', `${home}/channels`, { name: 'room', type: 2 });
    await expect(404, 'GET', `${home}/voice-states/@me`);
    await expect(404, 'GET', `${home}/voice-states/${here.owner.id}`);
    await expect(404, 'PATCH', `${home}/voice-states/@me`, { suppress: true });
    await expect(404, 'PATCH', `${home}/voice-states/${here.owner.id}`, { suppress: true });
    await expect(204, 'PUT', `/channels/${room.id}/voice-status`, { status: 'Quiet' });
    await expect(204, 'PUT', `/channels/${room.id}/voice-status`, { status: null });
    await expect(200, 'POST', '/stage-instances', { channel_id: stage.id, topic: 'Testing' });
    await expect(400, 'POST', '/stage-instances', { channel_id: stage.id, topic: 'Again' });
    await expect(200, 'PATCH', `/stage-instances/${stage.id}`, { topic: 'Tested' });
    assert.equal((await expect(200, 'GET', `/stage-instances/${stage.id}`)).topic, 'Tested');
    await expect(204, 'DELETE', `/stage-instances/${stage.id}`);
    await expect(404, 'GET', `/stage-instances/${stage.id}`);
    for (const gone of [stage, room]) await expect(200, 'DELETE', `/channels/${gone.id}`);
  });
});
