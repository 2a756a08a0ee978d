import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';

const files = {
  'guildhall.cluster.tls.certificate': '/etc/guildhall/tls/tls.crt',
  'guildhall.cluster.tls.key': '/etc/guildhall/tls/tls.key',
  'guildhall.cluster.tls.authority': '/etc/guildhall/tls/ca.crt',
};
const services = ['api', 'gateway', 'guild', 'relay', 'storage-proxy'];

function certificateOf(rendered, name) {
  return rendered.pod(name).volumes.find(volume => volume.name === 'tls')?.secret.secretName;
}

function tlsSettings(rendered, name) {
  return Object.keys(rendered.settings(name)).filter(key => key.startsWith('guildhall.cluster.tls.'));
}

test('without TLS the cluster secret alone protects calls', () => {
  const rendered = render();
  for (const name of services) {
    assert.equal(certificateOf(rendered, name), undefined);
    assert.deepEqual(tlsSettings(rendered, name), []);
    assert.ok(rendered.environment(name).GUILDHALL_CLUSTER_SECRET);
  }
  assert.deepEqual(rendered.all('Certificate'), []);
});

describe('with cert-manager', () => {
  const rendered = render({ internalTls: { mode: 'cert-manager' } });

  test('every service has a certificate of its own with the common name, for both sides', () => {
    for (const name of services) {
      const { spec } = rendered.one('Certificate', name);
      assert.equal(certificateOf(rendered, name), spec.secretName);
      assert.deepEqual(spec.dnsNames, ['guildhall-internal', `${name}.guildhall-internal`]);
      assert.ok(spec.usages.includes('server auth') && spec.usages.includes('client auth'));
      assert.equal(spec.privateKey.encoding, 'PKCS8');
    }
  });

  test('services read them and still show the cluster secret', () => {
    for (const name of services) {
      const settings = rendered.settings(name);
      for (const [key, file] of Object.entries(files)) {
        assert.equal(settings[key], file);
      }
      assert.equal(settings['guildhall.cluster.tls.name'], 'guildhall-internal');
      assert.ok(rendered.environment(name).GUILDHALL_CLUSTER_SECRET);
    }
  });

  test('an authority for the release is made where no issuer is given', () => {
    assert.deepEqual(rendered.all('Issuer').map(object => object.metadata.name).sort(), ['guildhall-authority', 'guildhall-authority-root']);
    assert.equal(rendered.one('Certificate', 'authority').spec.isCA, true);
    assert.equal(rendered.one('Certificate', 'relay').spec.issuerRef.name, 'guildhall-authority');
  });

  test('the issuer that is given is used', () => {
    const issuerRef = { name: 'company', kind: 'ClusterIssuer' };
    const given = render({ internalTls: { mode: 'cert-manager', certManager: { issuerRef } } });
    assert.deepEqual(given.all('Issuer'), []);
    assert.deepEqual(given.one('Certificate', 'relay').spec.issuerRef, { ...issuerRef, group: 'cert-manager.io' });
  });
});

test('with a given certificate every service mounts it and cert-manager is not needed', () => {
  const rendered = render({ internalTls: { mode: 'secret', secret: 'inside' } });
  for (const name of services) {
    assert.equal(certificateOf(rendered, name), 'inside');
    assert.equal(tlsSettings(rendered, name).length, 4);
  }
  assert.deepEqual([...rendered.all('Certificate'), ...rendered.all('Issuer')], []);
});

test('one process needs no certificate', () => {
  const rendered = render({ mode: 'standalone', internalTls: { mode: 'cert-manager' } });
  assert.equal(certificateOf(rendered, 'standalone'), undefined);
  assert.deepEqual(rendered.all('Certificate'), []);
});
