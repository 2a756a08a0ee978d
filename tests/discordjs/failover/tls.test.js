'use strict';
// The services of the stack talk to each other over mutual TLS: without a certificate of their authority nothing is said.
const { test, describe } = require('node:test');
const assert = require('node:assert/strict');
const { once } = require('node:events');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const tls = require('node:tls');

const STACK = process.env.GUILDHALL_STACK_DIR;
const BASE = Number(readFileSync(path.join(STACK, 'port'), 'utf8'));
const file = name => readFileSync(path.join(STACK, 'tls', name));
// As StackPorts numbers them: the internal gRPC of one node of each kind, and etcd.
const SERVERS = { gateway: 111, 'storage-proxy': 121, guild: 131, relay: 141, etcd: 200 };

/** Whether a server that is shown these credentials goes on talking. TLS 1.3 tells of a refusal only after the handshake. */
async function talks(offset, credentials) {
  const socket = tls.connect({ host: '127.0.0.1', port: BASE + offset, ALPNProtocols: ['h2'], rejectUnauthorized: false, ...credentials });
  try {
    await once(socket, 'secureConnect');
    socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0');
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('inside of the stack', { skip: !existsSync(path.join(STACK, 'tls')) && 'the stack runs without TLS' }, () => {
  for (const [name, offset] of Object.entries(SERVERS)) {
    test(`${name} talks to nodes of its authority only`, async () => {
      assert.equal(await talks(offset, { cert: file('node.crt'), key: file('node.key') }), true);
      assert.equal(await talks(offset, {}), false);
    });
  }
});
