import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';

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
    assert.notDeepEqual(render().one('Secret', 'secrets').data, secret.data);
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
