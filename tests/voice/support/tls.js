/** A server of TLS before an instance: clients of voice are told a host, and put wss before it. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

const PASSWORD = 'only for this run';

function certificate() {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-voice-'));
  const store = join(directory, 'store.p12');
  const keytool = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'keytool') : 'keytool';
  try {
    execFileSync(keytool, [
      '-genkeypair', '-keyalg', 'EC', '-dname', 'CN=localhost', '-validity', '2', '-alias', 'voice',
      '-keystore', store, '-storetype', 'PKCS12', '-storepass', PASSWORD,
    ], { stdio: 'ignore' });
    return readFileSync(store);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** @returns {{port: number, before(port: number): void, cut(): void, close(): void}} */
export async function tls() {
  // Nobody has signed the certificate, and the libraries have no setting for one of one's own.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const open = new Set();
  let target;
  const server = createServer({ pfx: certificate(), passphrase: PASSWORD }, client => {
    const inner = connect(target, '127.0.0.1');
    const end = () => {
      client.destroy();
      inner.destroy();
      open.delete(client);
    };
    open.add(client);
    client.pipe(inner).pipe(client);
    client.on('error', end).on('close', end);
    inner.on('error', end).on('close', end);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    port: server.address().port,
    before: port => (target = port),
    /** Breaks every connection. */
    cut: () => open.forEach(client => client.destroy()),
    close: () => {
      open.forEach(client => client.destroy());
      server.close();
    },
  };
}
