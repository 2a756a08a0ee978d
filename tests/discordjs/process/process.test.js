'use strict';
// One process, at its own port without anything in between: what never comes to a route, and how the process ends.
const { test } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { readFileSync } = require('node:fs');
const net = require('node:net');
const { setTimeout: pause } = require('node:timers/promises');
const WebSocket = require('ws');

const PORT = Number(process.env.GUILDHALL_PORT);
const PROCESS = Number(process.env.GUILDHALL_PROCESS);
const PATIENCE = 20_000;
/** Clients of suites before this one, should any be left, are given their time to go. */
const PATIENCE_AT_THE_END = 180_000;

/** Sends, and gives everything that comes until the process closes the connection. */
function exchange(request) {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = net.connect(PORT, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`the connection stays open: ${heard}`)));
    socket.on('data', data => { heard += data; });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

/** Sends, waits for the beginning of an answer where there is one, and is gone. */
async function abandon(request, waits) {
  const socket = net.connect(PORT, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  await (waits ? once(socket, 'data') : pause(50));
  socket.resetAndDestroy();
}

const HELLO = 'GET /api/v10/gateway HTTP/1.1\r\nHost: a\r\n\r\n';

test('what two servers may read differently is refused, and what follows is not read', async () => {
  for (const header of ['Content-Length: 5', 'Transfer-Encoding: chunked', 'Host: b']) {
    const heard = await exchange(
      `POST /api/v10/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n${header}\r\n\r\n0\r\n\r\n${HELLO}`);
    assert.match(heard, /^HTTP\/1\.1 400 /, header);
    assert.equal(heard.split('HTTP/1.').length, 2, heard);
  }
});

test('a request without a host is answered like every other error', async () => {
  const paths = ['/api/v10/gateway', '/cdn/nothing', '/gateway'];
  for (const [path, host] of [...paths.map(each => [each, '']), ['/api/v10/gateway', 'Host: a b<>\r\n']]) {
    const heard = await exchange(`GET ${path} HTTP/1.1\r\n${host}\r\n`);
    assert.match(heard, /^HTTP\/1\.1 400 /);
    assert.match(heard, /content-type: application\/json\r\n/i);
    assert.deepEqual(JSON.parse(heard.slice(heard.indexOf('\r\n\r\n'))), { message: '400: Bad Request', code: 0 });
  }
});

test('a process that is told to end waits for nobody who has gone', async () => {
  const closed = new WebSocket(`ws://127.0.0.1:${PORT}/gateway/?v=10`);
  await once(closed, 'message');
  closed.close();
  await once(closed, 'close');
  const cut = new WebSocket(`ws://127.0.0.1:${PORT}/gateway?v=10`);
  await once(cut, 'message');
  cut.terminate();
  const upload = 'POST /api/v10/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
  await abandon(upload, false);
  await abandon(HELLO, true);
  await abandon('GET /cdn/nothing HTTP/1.1\r\nHost: a\r\n\r\n', true);

  process.kill(PROCESS, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_AT_THE_END;
  for (let alive = true; alive;) {
    assert.ok(Date.now() < deadline, 'it ends');
    await pause(20);
    try {
      process.kill(PROCESS, 0);
    } catch {
      alive = false;
    }
  }
  const log = readFileSync(process.env.GUILDHALL_LOG, 'utf8');
  assert.match(log, /stopped in/);
  assert.doesNotMatch(log, /requests are not answered/);
  assert.doesNotMatch(log, /'Host' header/, 'strangers write nothing into the log');
});
