import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderInCluster } from '../support/cluster.js';
import { render, renderAnew } from '../support/helm.js';

const variables = { GUILDHALL_TOKEN_SECRET: 'token-secret', GUILDHALL_CLUSTER_SECRET: 'cluster-secret' };

describe('generated secrets', () => {
  const rendered = render();
  const secret = rendered.one('Secret', 'secrets');

  test('are long, random and different', () => {
    const values = Object.values(secret.data).map(value => Buffer.from(value, 'base64').toString());
    assert.deepEqual(Object.keys(secret.data).sort(), ['cluster-secret', 'token-secret']);
    for (const value of values) {
      assert.match(value, /^[A-Za-z0-9]{64}$/);
    }
    assert.notEqual(values[0], values[1]);
    assert.notDeepEqual(renderAnew().one('Secret', 'secrets').data, secret.data);
  });

  test('stay when the release goes', () => {
    assert.equal(secret.metadata.annotations['helm.sh/resource-policy'], 'keep');
  });

  test('reach every service, by one name and with one checksum', () => {
    const checksums = new Set();
    for (const name of ['api', 'gateway', 'guild', 'relay']) {
      const environment = rendered.environment(name);
      for (const [variable, key] of Object.entries(variables)) {
        assert.deepEqual(environment[variable], { secretKeyRef: { name: 'guildhall-secrets', key } });
      }
      checksums.add(rendered.one('Deployment', name).spec.template.metadata.annotations['checksum/secrets']);
    }
    assert.equal(checksums.size, 1);
    assert.match([...checksums][0], /^[0-9a-f]{64}$/);
  });
});

test('who serves the web client has no secret and no certificate', () => {
  const rendered = render({ internalTls: { mode: 'cert-manager' } });
  const environment = rendered.environment('web');
  assert.deepEqual(Object.keys(environment).filter(name => /SECRET|PASSWORD/.test(name)), []);
  assert.equal(rendered.pod('web').volumes.some(volume => volume.name === 'tls'), false);
  assert.equal(rendered.one('Certificate', 'web'), undefined);
  assert.deepEqual(Object.keys(rendered.settings('web')).filter(key => key.startsWith('guildhall.cluster')), []);
});

describe('an existing Secret', () => {
  const rendered = render({ secrets: { existing: 'given', tokenKey: 'tokens', clusterKey: 'inside' } });

  test('is used and none is made', () => {
    assert.deepEqual(rendered.all('Secret'), []);
    assert.deepEqual(rendered.environment('guild').GUILDHALL_TOKEN_SECRET, { secretKeyRef: { name: 'given', key: 'tokens' } });
    assert.deepEqual(rendered.environment('guild').GUILDHALL_CLUSTER_SECRET, { secretKeyRef: { name: 'given', key: 'inside' } });
  });
});

test('no secret is in a ConfigMap', () => {
  const rendered = render();
  const secrets = Object.values(rendered.one('Secret', 'secrets').data);
  for (const map of rendered.all('ConfigMap')) {
    for (const secret of secrets) {
      assert.ok(!JSON.stringify(map).includes(secret));
      assert.ok(!JSON.stringify(map).includes(Buffer.from(secret, 'base64').toString()));
    }
  }
});

describe('an upgrade', () => {
  const there = { 'token-secret': 'b2xkIHRva2Vu', 'cluster-secret': 'b2xkIGNsdXN0ZXI=' };
  const checksum = rendered => rendered.one('Deployment', 'guild').spec.template.metadata.annotations['checksum/secrets'];

  test('keeps the secrets that are there, and restarts nothing for them', async () => {
    const first = await renderInCluster({ 'guildhall-secrets': there });
    const second = await renderInCluster({ 'guildhall-secrets': there });
    assert.equal(first.refusal, undefined);
    assert.deepEqual(first.one('Secret', 'secrets').data, there);
    assert.equal(checksum(first), checksum(second));
  });

  test('makes what is missing of them', async () => {
    const { data } = (await renderInCluster({ 'guildhall-secrets': { 'token-secret': there['token-secret'] } })).one('Secret', 'secrets');
    assert.equal(data['token-secret'], there['token-secret']);
    assert.equal(Buffer.from(data['cluster-secret'], 'base64').length, 64);
  });

  test('restarts services when an existing Secret has changed', async () => {
    const values = { secrets: { existing: 'given' } };
    const before = await renderInCluster({ given: there }, values);
    const after = await renderInCluster({ given: { ...there, 'token-secret': 'bmV3IHRva2Vu' } }, values);
    assert.match(checksum(before), /^[0-9a-f]{64}$/);
    assert.notEqual(checksum(before), checksum(after));
  });
});
