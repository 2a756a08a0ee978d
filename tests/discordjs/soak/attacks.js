'use strict';
// What strangers and members without rights do to one instance. Each attack is one short go; whoever runs them repeats them.
const net = require('node:net');
const { randomBytes, randomInt } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');
const { WebSocket } = require('ws');

const JSON_TYPE = { 'content-type': 'application/json' };
const MEBI = 1 << 20;

const madeUp = () => String(BigInt(randomInt(1, 2 ** 47)) << 15n);

/**
 * @param {object} scene an instance: {tally, api, gateway, outsider, guild, channel}
 * @returns {Array<() => Promise<void>>}
 */
function attacks(scene) {
  const { tally, outsider } = scene;
  const address = new URL(scene.api);
  const hostile = (method, path, body, headers = {}) =>
    tally.send(method, path, { hostile: true, body, headers: { ...JSON_TYPE, ...headers } });
  const asOutsider = { authorization: outsider.token };

  /** A connection on which something is sent, until the server or patience ends it. */
  const raw = (bytes, patience) => new Promise(resolve => {
    const socket = net.connect(Number(address.port), address.hostname, () => socket.write(bytes));
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('data', () => {});
    socket.on('error', () => {});
    socket.on('close', resolve);
  });

  /** A gateway connection on which something is sent after HELLO. */
  const frames = (sent, patience = 2_000) => new Promise(resolve => {
    const socket = new WebSocket(`${scene.gateway}/?v=10&encoding=json`);
    const end = setTimeout(() => socket.terminate(), patience);
    socket.once('message', () => sent.forEach(frame => socket.send(frame)));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(end);
      resolve();
    });
  });

  const identify = token => JSON.stringify({ op: 2, d: { token, intents: 1, properties: {} } });

  return [
    () => hostile('POST', '/auth/login', `[${'{},'.repeat(MEBI)}{}]`),
    () => hostile('POST', '/auth/login', '['.repeat(MEBI)),
    () => hostile('POST', '/auth/login', JSON.stringify({ login: 'nobody', password: 'x'.repeat(2_000) })),
    () => hostile('POST', `/channels/${scene.channel}/messages`, `{"embeds":${'['.repeat(100_000)}`, asOutsider),
    () => hostile('POST', '/guilds', JSON.stringify({ name: 'x'.repeat(MEBI) }), asOutsider),
    () => hostile('PATCH', `/guilds/${scene.guild}`, JSON.stringify({ icon: `data:image/gif;base64,${picture()}` }), asOutsider),
    () => hostile('GET', `/guilds/${madeUp()}/channels`, undefined, asOutsider),
    () => hostile('GET', `/channels/${madeUp()}/messages`, undefined, asOutsider),
    () => hostile('GET', `/invites/${randomBytes(6).toString('hex')}`),
    () => hostile('GET', `/users/@me`, undefined, { authorization: `Bot ${randomBytes(40).toString('base64url')}` }),
    () => hostile('POST', `/webhooks/${madeUp()}/${randomBytes(50).toString('base64url')}`, '{"content":"x"}'),
    () => hostile('POST', `/channels/${scene.channel}/messages`, '--b\r\nContent-Disposition: form-data; name="files[0]"; filename="x"\r\n\r\n', {
      ...asOutsider,
      'content-type': 'multipart/form-data; boundary=b',
    }),
    ...waysIn(hostile, scene, asOutsider),
    () => raw('GET /api/v10/gateway HTTP/1.1\r\nHost: x\r\nX-', 3_000),
    () => raw(`POST /api/v10/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${MEBI}\r\n\r\n{"login":`, 3_000),
    () => raw(randomBytes(4_096), 1_000),
    () => raw('', 2_000),
    () => frames([]),
    () => frames([randomBytes(2_000)]),
    () => frames(['{"op":99999999999,"d":null}']),
    () => frames(['['.repeat(4_000)]),
    () => frames([identify('nobody')]),
    () => frames([identify(outsider.token), ...Array.from({ length: 150 }, () => '{"op":3,"d":{"status":"online","activities":[]}}')]),
    async () => {
      await Promise.all(Array.from({ length: 20 }, () => frames([], 500)));
      await sleep(500);
    },
  ];
}

/** Beside the front door: mail, codes, passwords that a login asks for, devices, searches, files, and what is no API. */
function waysIn(hostile, scene, asOutsider) {
  const madeUpToken = () => randomBytes(49).toString('base64url');
  const origin = new URL(scene.api).origin;
  const asked = (path, body, headers) => () => hostile('POST', path, JSON.stringify(body()), headers);
  return [
    asked('/auth/forgot', () => ({ login: `nobody${randomBytes(4).toString('hex')}` })),
    asked('/auth/reset', () => ({ token: madeUpToken(), password: 'a long enough passphrase' })),
    asked('/auth/verify', () => ({ token: madeUpToken() })),
    asked('/auth/mfa/totp', () => ({ ticket: madeUpToken(), code: '000000' })),
    asked('/auth/sessions/logout', () => ({ session_id_hashes: ['x'.repeat(43)], password: madeUpToken() }), asOutsider),
    asked('/oauth2/token', () => ({ grant_type: 'client_credentials', client_id: madeUp(), client_secret: madeUpToken() })),
    asked('/users/@me/devices', () => ({ provider: 'unifiedpush', token: `https://127.0.0.1/${madeUpToken()}` }), asOutsider),
    asked(`/channels/${scene.channel}/attachments`, () => ({ files: [{ filename: 'x', file_size: 2 ** 40 }] }), asOutsider),
    () => hostile('PATCH', '/users/@me', JSON.stringify({ username: 'somebody', password: madeUpToken() }), asOutsider),
    () => hostile('GET', `/guilds/${scene.guild}/messages/search?content=${'x%20'.repeat(1_000)}`, undefined, asOutsider),
    () => hostile('GET', `${origin}/oauth2/authorize?client_id=${madeUp()}&scope=${'identify%20'.repeat(200)}&response_type=code`),
    () => hostile('GET', `${origin}/cdn/attachments/${scene.channel}/${madeUp()}/x.txt?ex=7fffffff&is=0&hm=${'0'.repeat(64)}`),
    () => hostile('PUT', `${origin}/api/uploads/${madeUpToken()}`, 'x'.repeat(MEBI)),
    () => hostile('GET', `${origin}/${randomBytes(20).toString('hex')}/../../etc/passwd`),
  ];
}

/** A gif by its first bytes, and a megabyte. */
function picture() {
  const bytes = Buffer.alloc(MEBI);
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64').copy(bytes);
  return bytes.toString('base64');
}

module.exports = { attacks };
