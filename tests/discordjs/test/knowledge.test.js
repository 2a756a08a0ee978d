'use strict';
// Whatever is done to a guild: who listened knows what one who comes now is told. Chance says what is done, and a seed says chance.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { world, bot, authorise, person, join, call, must } = require('../support/platform');
const { closeAll, until } = require('../support/clients');
const { Session } = require('../support/session');
const { Knowledge, differences } = require('../support/knowledge');

const SEED = Number(process.env.GUILDHALL_SEED ?? 1);
const ROUNDS = Number(process.env.GUILDHALL_ROUNDS ?? 6);
const STEPS = 12;
const VIEW = 1 << 10;
const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The same numbers for the same seed. */
function chance(seed) {
  let state = seed;
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

describe(`what a session knows of a guild, seed ${SEED}`, () => {
  let here;
  let watched;
  let other;
  let visitor;
  let session;
  let knowledge;
  const draw = chance(SEED);
  const pick = list => list[draw(list.length)];

  before(async () => {
    here = await world();
    watched = await bot(here.owner);
    await authorise(here.owner, here.guild.id, watched.id, '0');
    other = await person('other');
    await join(here.owner, here.guild.text, other);
    visitor = await (await new Session(other.token).open()).identify();
    session = await (await new Session(watched.token).open()).identify();
    knowledge = new Knowledge(session.dispatches.find(frame => frame.t === 'GUILD_CREATE').d, watched.id);
  });
  after(() => {
    session.close();
    visitor.close();
    return closeAll();
  });

  const asOwner = (method, path, body) => call(here.owner.token, method, path, body);
  const guild = () => `/guilds/${here.guild.id}`;
  const channels = async () => (await asOwner('GET', `${guild()}/channels`)).body;
  const roles = async () => (await asOwner('GET', `${guild()}/roles`)).body.filter(role => role.id !== here.guild.id);
  const target = async () => {
    const role = pick([{ id: here.guild.id }, ...await roles()]);
    return pick([{ id: role.id, type: 0 }, { id: watched.id, type: 1 }, { id: other.id, type: 1 }]);
  };
  const bits = () => pick([['0', '0'], [String(VIEW), '0'], ['0', String(VIEW)], ['0', String(1 << 20)], ['2048', '0']]);
  const overwrite = async () => {
    const [allow, deny] = bits();
    return { ...await target(), allow, deny };
  };
  const threads = async () => (await asOwner('GET', `${guild()}/threads/active`)).body.threads;

  const steps = {
    async createChannel() {
      const category = pick([null, ...(await channels()).filter(channel => channel.type === 4)]);
      await asOwner('POST', `${guild()}/channels`, {
        name: `c${draw(1000)}`, type: pick([0, 0, 2, 4, 5, 13, 15]), parent_id: category?.id,
        permission_overwrites: draw(2) ? [await overwrite()] : undefined,
      });
    },
    async updateChannel() {
      const channel = pick(await channels());
      const category = pick((await channels()).filter(one => one.type === 4 && one.id !== channel.id)) ?? null;
      await asOwner('PATCH', `/channels/${channel.id}`, pick([
        { name: `n${draw(1000)}` }, { permission_overwrites: [await overwrite()] }, { permission_overwrites: [] },
        { parent_id: category?.id ?? null }, { position: draw(10) }, { nsfw: draw(2) === 1 }, { topic: `t${draw(9)}` },
      ]));
    },
    async moveChannels() {
      const all = await channels();
      const category = pick(all.filter(one => one.type === 4)) ?? null;
      await asOwner('PATCH', `${guild()}/channels`, [
        { id: pick(all).id, position: draw(10) },
        ...(draw(2) ? [{ id: pick(all).id, parent_id: category?.id ?? null, lock_permissions: draw(2) === 1 }] : []),
      ]);
    },
    async deleteChannel() {
      const left = (await channels()).filter(channel => channel.id !== here.guild.text);
      if (left.length > 6) await asOwner('DELETE', `/channels/${pick(left).id}`);
    },
    async overwriteChannel() {
      const { id, type, allow, deny } = await overwrite();
      const channel = pick(await channels());
      if (draw(4)) await asOwner('PUT', `/channels/${channel.id}/permissions/${id}`, { type, allow, deny });
      else await asOwner('DELETE', `/channels/${channel.id}/permissions/${id}`);
    },
    async createRole() {
      await asOwner('POST', `${guild()}/roles`, { name: `r${draw(1000)}`, permissions: pick(['0', String(VIEW), '8', '2048']) });
    },
    async updateRole() {
      const role = pick([{ id: here.guild.id }, ...await roles()]);
      await asOwner('PATCH', `${guild()}/roles/${role.id}`, pick([
        { permissions: pick(['0', String(VIEW), String(VIEW | 2048)]) }, { color: draw(100) }, { hoist: draw(2) === 1 }, { name: `x${draw(99)}` },
      ]));
    },
    async moveRoles() {
      await asOwner('PATCH', `${guild()}/roles`, [{ id: pick(await roles()).id, position: 1 + draw(4) }]);
    },
    async deleteRole() {
      const left = (await roles()).filter(role => !role.managed);
      if (left.length > 3) await asOwner('DELETE', `${guild()}/roles/${pick(left).id}`);
    },
    async giveRole() {
      const free = (await roles()).filter(role => !role.managed);
      const member = pick([watched.id, watched.id, other.id]);
      if (free.length) await asOwner(pick(['PUT', 'PUT', 'DELETE']), `${guild()}/members/${member}/roles/${pick(free).id}`);
    },
    async setRoles() {
      const free = (await roles()).filter(role => !role.managed && draw(2));
      await asOwner('PATCH', `${guild()}/members/${other.id}`, { roles: free.map(role => role.id), nick: `k${draw(9)}` });
    },
    async timeOut() {
      await asOwner('PATCH', `${guild()}/members/${pick([watched.id, other.id])}`, {
        communication_disabled_until: draw(2) ? new Date(Date.now() + 3_600_000).toISOString() : null,
      });
    },
    async updateGuild() {
      await asOwner('PATCH', guild(), pick([
        { name: `g${draw(1000)}` }, { default_message_notifications: draw(2) }, { verification_level: draw(3) },
        { afk_timeout: pick([60, 300]) }, { description: `d${draw(9)}` }, { explicit_content_filter: draw(3) }, { preferred_locale: pick(['de', 'en-US']) },
      ]));
    },
    async thread() {
      const parent = pick((await channels()).filter(channel => channel.type === 0));
      await asOwner('POST', `/channels/${parent.id}/threads`, { name: `t${draw(1000)}`, type: pick([11, 11, 12]), invitable: true });
    },
    async post() {
      const forum = pick((await channels()).filter(channel => channel.type === 15));
      if (forum) await asOwner('POST', `/channels/${forum.id}/threads`, { name: `p${draw(1000)}`, message: { content: 'post' } });
    },
    async changeThread() {
      const thread = pick(await threads());
      if (!thread) return;
      await asOwner('PATCH', `/channels/${thread.id}`, pick([
        { name: `u${draw(1000)}` }, { archived: true }, { locked: draw(2) === 1 }, { rate_limit_per_user: draw(5) }, { auto_archive_duration: 60 },
      ]));
    },
    async threadMembers() {
      const thread = pick(await threads());
      if (thread) await asOwner(pick(['PUT', 'PUT', 'DELETE']), `/channels/${thread.id}/thread-members/${pick([watched.id, other.id])}`);
    },
    async deleteThread() {
      const thread = pick(await threads());
      if (thread && draw(2)) await asOwner('DELETE', `/channels/${thread.id}`);
    },
    async emoji() {
      const have = (await asOwner('GET', `${guild()}/emojis`)).body;
      const free = (await roles()).map(role => role.id);
      if (have.length > 2) await asOwner('DELETE', `${guild()}/emojis/${pick(have).id}`);
      else await asOwner('POST', `${guild()}/emojis`, { name: `e${draw(1000)}`, image: PIXEL, roles: draw(2) ? free.slice(0, 1) : [] });
    },
    async event() {
      const have = (await asOwner('GET', `${guild()}/scheduled-events`)).body;
      const voice = pick((await channels()).filter(channel => channel.type === 2));
      const one = pick(have);
      if (have.length > 2) await asOwner(...pick([['DELETE', `${guild()}/scheduled-events/${one.id}`],
        ['PATCH', `${guild()}/scheduled-events/${one.id}`, { status: pick([2, 4]) }]]));
      else if (voice) {
        await asOwner('POST', `${guild()}/scheduled-events`, {
          name: `s${draw(1000)}`, privacy_level: 2, entity_type: 2, channel_id: voice.id,
          scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
        });
      }
    },
    async stage() {
      const stage = pick((await channels()).filter(channel => channel.type === 13));
      if (!stage) return;
      const made = await asOwner('POST', '/stage-instances', { channel_id: stage.id, topic: `t${draw(99)}` });
      if (made.status >= 400) {
        await asOwner(...pick([['DELETE', `/stage-instances/${stage.id}`], ['PATCH', `/stage-instances/${stage.id}`, { topic: `u${draw(9)}` }]]));
      }
    },
    async speak() {
      const voice = pick([null, ...(await channels()).filter(channel => channel.type === 2 || channel.type === 13)]);
      visitor.send(4, { guild_id: here.guild.id, channel_id: voice?.id ?? null, self_mute: draw(2) === 1, self_deaf: false });
    },
    async comeAndGo() {
      if (draw(3)) return;
      await asOwner('DELETE', `${guild()}/members/${other.id}`);
      const text = (await channels()).find(channel => channel.type === 0);
      const invite = (await asOwner('POST', `/channels/${text.id}/invites`, { max_age: 0 })).body;
      await must(other.token, 'POST', `/invites/${invite.code}`, {});
    },
  };

  /** Everything that was done has reached the session. */
  async function settled(round) {
    const nick = `round ${SEED}-${round}`;
    await must(here.owner.token, 'PATCH', `${guild()}/members/${watched.id}`, { nick });
    await session.dispatch('GUILD_MEMBER_UPDATE', data => data.user.id === watched.id && data.nick === nick);
  }

  let heard = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    test(`round ${round}`, async () => {
      const done = [];
      heard = heard || session.dispatches.findIndex(frame => frame.t === 'GUILD_CREATE') + 1;
      for (let step = 0; step < STEPS; step++) {
        const name = pick(Object.keys(steps));
        done.push(name);
        await steps[name]();
      }
      await settled(`${round}`);
      for (; heard < session.dispatches.length; heard++) {
        const frame = session.dispatches[heard];
        if (process.env.GUILDHALL_TRACE) console.log(round, frame.t, JSON.stringify(frame.d).slice(0, 600));
        if (frame.d?.guild_id === here.guild.id || frame.d?.id === here.guild.id) knowledge.hear(frame);
      }
      const fresh = await (await new Session(watched.token).open()).identify();
      const told = new Knowledge(fresh.dispatches.find(frame => frame.t === 'GUILD_CREATE').d, watched.id).shown();
      fresh.close();
      assert.deepEqual(differences(knowledge.shown(), told), [], `after ${done.join(', ')}`);
    });
  }
});
