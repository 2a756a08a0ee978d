'use strict';
// What a person does with plain HTTP before any bot exists: register, make applications and guilds.
const assert = require('node:assert/strict');

const API = process.env.GUILDHALL_API ?? 'http://127.0.0.1:8080/api';
const VERSIONED = `${API}/v10`;

let counter = 0;

/** A name that no earlier run and no other test has used. */
function unique(prefix) {
  counter += 1;
  return `${prefix}_${process.pid.toString(36)}${Date.now().toString(36)}${counter}`;
}

/** One request, tried again when a rate limit says so. Never throws for a status: returns {status, headers, body}. */
async function call(authorization, method, path, body, extraHeaders = {}) {
  for (;;) {
    const headers = { ...extraHeaders };
    if (authorization) headers.authorization = authorization;
    let payload;
    if (body instanceof FormData) payload = body;
    else if (body !== undefined) {
      headers['content-type'] = 'application/json';
      payload = JSON.stringify(body);
    }
    const response = await fetch(`${VERSIONED}${path}`, { method, headers, body: payload });
    const text = await response.text();
    if (response.status === 429) {
      const wait = Number(response.headers.get('retry-after') ?? 1);
      await new Promise(resolve => setTimeout(resolve, wait * 1000 + 20));
      continue;
    }
    return { status: response.status, headers: response.headers, body: parse(text), text };
  }
}

function parse(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** As call, but anything other than 2xx is an error. Returns the body. */
async function must(authorization, method, path, body, extraHeaders) {
  const answer = await call(authorization, method, path, body, extraHeaders);
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
  }
  return answer.body;
}

/** A way to call, as one account unless told otherwise, that demands a status. Returns the body. */
function expecting(usual) {
  return async (status, method, path, body, authorization = usual) => {
    const answer = await call(authorization, method, path, body);
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text}`);
    if (answer.text !== '') assert.equal(answer.headers.get('content-type'), 'application/json', path);
    return answer.body;
  };
}

/** Registers a person. Returns {token, id, username}. */
async function person(prefix = 'person') {
  const username = unique(prefix).toLowerCase();
  const account = await must(null, 'POST', '/auth/register', {
    username,
    email: `${username}@example.org`,
    password: 'a long enough password',
    date_of_birth: '1990-01-01',
    consent: true,
  });
  const me = await must(account.token, 'GET', '/users/@me');
  return { token: account.token, id: me.id, username };
}

const PRIVILEGED = { presences: 1 << 13, members: 1 << 15, content: 1 << 19 };

/** Makes an application with a bot that belongs to the person. Returns {token, id, authorization}. */
async function bot(owner, { privileged = ['presences', 'members', 'content'] } = {}) {
  const flags = privileged.reduce((bits, name) => bits | PRIVILEGED[name], 0);
  const application = await must(owner.token, 'POST', '/applications', { name: unique('bot') });
  const { token } = await must(owner.token, 'POST', `/applications/${application.id}/bot`, {});
  const authorization = `Bot ${token}`;
  await must(authorization, 'PATCH', '/applications/@me', { flags });
  return { token, id: application.id, authorization };
}

const NO_JOIN_MESSAGES = 1;

/** Makes a guild that belongs to the person, with one text channel and one voice channel, in which only tests write. */
async function guild(owner) {
  const made = await must(owner.token, 'POST', '/guilds', { name: unique('guild'), system_channel_flags: NO_JOIN_MESSAGES });
  const channels = await must(owner.token, 'GET', `/guilds/${made.id}/channels`);
  const text = channels.find(channel => channel.type === 0)
    ?? await must(owner.token, 'POST', `/guilds/${made.id}/channels`, { name: 'general', type: 0 });
  const voice = channels.find(channel => channel.type === 2)
    ?? await must(owner.token, 'POST', `/guilds/${made.id}/channels`, { name: 'hall', type: 2 });
  return { id: made.id, text: text.id, voice: voice.id };
}

const ADMINISTRATOR = '8';

/** Brings a bot into a guild, with the permissions as its own role. */
function authorise(owner, guildId, botId, permissions = ADMINISTRATOR) {
  return must(owner.token, 'POST', `/oauth2/authorize?client_id=${botId}&scope=bot&permissions=${permissions}`, {
    guild_id: guildId,
    authorize: true,
  });
}

/** Brings another person into a guild by an invite. */
async function join(owner, channelId, joining) {
  const invite = await must(owner.token, 'POST', `/channels/${channelId}/invites`, { max_age: 0 });
  return must(joining.token, 'POST', `/invites/${invite.code}`, {});
}

/** An owner, a guild and an administrator bot in it: what most tests begin with. */
async function world() {
  const owner = await person('owner');
  const [home, helper] = await Promise.all([guild(owner), bot(owner)]);
  await authorise(owner, home.id, helper.id);
  return { owner, guild: home, bot: helper };
}

module.exports = { API, VERSIONED, call, must, expecting, unique, person, bot, guild, authorise, join, world };
