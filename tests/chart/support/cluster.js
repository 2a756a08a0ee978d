// As much of a Kubernetes API as helm needs to look objects up: what is there already, before an upgrade.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chart, Rendered } from './helm.js';

/** The kinds that the chart makes in such an upgrade, by group and version. */
const kinds = {
  v1: ['Secret', 'ConfigMap', 'Service', 'ServiceAccount', 'PersistentVolumeClaim'],
  'apps/v1': ['Deployment', 'StatefulSet'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1': ['Job'],
  'networking.k8s.io/v1': ['NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
};

/** Renders the chart as an upgrade in a cluster that has these Secrets, by name. */
export async function renderInCluster(secrets, values = {}) {
  const server = createServer((request, response) => answer(secrets, new URL(request.url, 'http://cluster').pathname, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-cluster-'));
  try {
    const config = join(folder, 'config');
    writeFileSync(config, kubeconfig(server.address().port));
    return await helm(config, values);
  } finally {
    rmSync(folder, { recursive: true });
    server.close();
    server.closeAllConnections();
  }
}

async function helm(config, values) {
  const process_ = spawn(
    process.env.GUILDHALL_HELM || 'helm',
    ['template', 'guildhall', chart, '--namespace', 'chat', '--is-upgrade', '--dry-run=server',
      '--disable-openapi-validation', '--values', '-'],
    { env: { ...process.env, KUBECONFIG: config }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let text = '';
  let complaint = '';
  process_.stdout.on('data', data => { text += data; });
  process_.stderr.on('data', data => { complaint += data; });
  process_.stdin.end(JSON.stringify(values));
  const [status] = await once(process_, 'close');
  return new Rendered(status === 0 ? text : '', status === 0 ? undefined : complaint);
}

function answer(secrets, path, response) {
  const name = /^\/api\/v1\/namespaces\/chat\/secrets\/([^/]+)$/.exec(path)?.[1];
  const version = /^\/apis?\/([a-z0-9./]+)$/.exec(path)?.[1];
  if (path === '/version') {
    send(response, 200, { major: '1', minor: '33', gitVersion: 'v1.33.0' });
  } else if (path === '/api') {
    send(response, 200, { kind: 'APIVersions', versions: ['v1'] });
  } else if (path === '/apis') {
    send(response, 200, { kind: 'APIGroupList', apiVersion: 'v1', groups: Object.keys(kinds).filter(key => key !== 'v1').map(group) });
  } else if (kinds[version]) {
    send(response, 200, { kind: 'APIResourceList', groupVersion: version, resources: kinds[version].map(resource) });
  } else if (secrets[name]) {
    send(response, 200, { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'chat' }, data: secrets[name] });
  } else {
    send(response, 404, { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404, message: 'not found' });
  }
}

function group(groupVersion) {
  const [name, version] = groupVersion.split('/');
  return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
}

function resource(kind) {
  const singularName = kind.toLowerCase();
  const name = singularName.endsWith('y') ? `${singularName.slice(0, -1)}ies` : `${singularName}s`;
  return { name, singularName, namespaced: true, kind, verbs: ['get', 'list', 'create', 'patch'] };
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function kubeconfig(port) {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: `http://127.0.0.1:${port}` } }],
    users: [{ name: 'test', user: {} }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    'current-context': 'test',
  });
}
