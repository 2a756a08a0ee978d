// Runs the tests behind a server of TLS, as clients of voice accept nothing else: they are told a host and put wss before it.
//
//   API_BASE=... (and the rest of `./guildhall demo`) VOICE_TLS_PORT=8443 node run.js
//
// The instance is started with guildhall.public.voice-endpoint=localhost:8443.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

const PASSWORD = 'only for this run';

/** A certificate of localhost, and the same as an authority for those who connect. */
function certificate(directory) {
  const store = join(directory, 'store.p12');
  const keytool = join(process.env.JAVA_HOME ?? '', 'bin', 'keytool');
  const run = (...options) =>
    execFileSync(process.env.JAVA_HOME ? keytool : 'keytool', [
      ...options, '-alias', 'voice', '-keystore', store, '-storetype', 'PKCS12', '-storepass', PASSWORD,
    ]);
  run('-genkeypair', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost', '-ext', 'bc:c', '-validity', '2');
  const authority = join(directory, 'authority.pem');
  run('-exportcert', '-rfc', '-file', authority);
  return { pfx: readFileSync(store), authority };
}

const api = new URL(process.env.API_BASE);
const directory = mkdtempSync(join(tmpdir(), 'guildhall-voice-'));
const { pfx, authority } = certificate(directory);
const server = createServer({ pfx, passphrase: PASSWORD }, client => {
  const inner = connect(Number(api.port), api.hostname);
  client.pipe(inner).pipe(client);
  const end = () => {
    client.destroy();
    inner.destroy();
  };
  client.on('error', end).on('close', end);
  inner.on('error', end).on('close', end);
});

server.listen(Number(process.env.VOICE_TLS_PORT), 'localhost', () => {
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', 'test/'], {
    cwd: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
    stdio: 'inherit',
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
  });
  tests.on('exit', code => {
    server.close();
    rmSync(directory, { recursive: true });
    process.exit(code ?? 1);
  });
});
