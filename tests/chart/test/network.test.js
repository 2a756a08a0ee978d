import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';
import { inProduction } from '../support/profiles.js';

const component = 'app.kubernetes.io/component';

/** The components that may come in on a port. */
function callers(rendered, name, port) {
  const rules = rendered.one('NetworkPolicy', name).spec.ingress.filter(rule => rule.ports.some(entry => entry.port === port));
  return rules.flatMap(rule => rule.from ?? []).map(peer => peer.podSelector?.matchLabels[component]).filter(Boolean).sort();
}

/** The components that may be gone to on a port. */
function called(rendered, name, port) {
  const rules = (rendered.one('NetworkPolicy', name).spec.egress ?? []).filter(rule => rule.ports.some(entry => entry.port === port));
  return rules.flatMap(rule => rule.to ?? []).map(peer => peer.podSelector?.matchLabels[component]).filter(Boolean).sort();
}

describe('network policies', () => {
  const rendered = render();

  test('deny everything to all pods of the release but looking up names', () => {
    const { spec } = rendered.one('NetworkPolicy', 'default');
    assert.deepEqual(spec.policyTypes, ['Ingress', 'Egress']);
    assert.equal(spec.ingress, undefined);
    assert.deepEqual(spec.egress, [{ ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] }]);
    assert.equal(spec.podSelector.matchLabels[component], undefined);
  });

  // As docs/architecture.md draws it.
  const roads = {
    api: [],
    gateway: ['gateway', 'relay'],
    guild: ['api', 'gateway', 'guild'],
    relay: ['guild'],
    web: [],
    'storage-proxy': ['api', 'gateway', 'guild', 'storage-proxy'],
  };
  for (const [name, expected] of Object.entries(roads)) {
    test(`${name} is called by ${expected.join(', ') || 'nobody'} over gRPC`, () => {
      assert.deepEqual(callers(rendered, name, 9000), expected);
    });
  }

  test('what one may call lets it in, and the other way round', () => {
    for (const caller of Object.keys(roads)) {
      assert.deepEqual(called(rendered, caller, 9000), Object.keys(roads).filter(name => roads[name].includes(caller)).sort());
    }
  });

  test('the bundled etcd is for the services alone', () => {
    assert.deepEqual(callers(rendered, 'etcd', 2379), Object.keys(roads).filter(name => name !== 'web').sort());
  });

  test('can be left out', () => {
    assert.deepEqual(render({ networkPolicy: { enabled: false } }).all('NetworkPolicy'), []);
  });
});

describe('network policies in production', () => {
  const rendered = inProduction({});

  test('let clients and scrapers in from where they are, and the test', () => {
    const rules = rendered.one('NetworkPolicy', 'gateway').spec.ingress;
    const namespaces = rules.flatMap(rule => rule.from).map(peer => peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name']);
    assert.deepEqual(namespaces.filter(Boolean).sort(), ['ingress-nginx', 'monitoring']);
    assert.deepEqual(callers(rendered, 'gateway', 8080), ['test']);
  });

  test('let clients to no health or metrics, and scrapers to nothing else', () => {
    const rules = rendered.one('NetworkPolicy', 'gateway').spec.ingress;
    const ports = namespace => rules
      .filter(rule => rule.from.some(peer => peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name'] === namespace))
      .flatMap(rule => rule.ports.map(entry => entry.port));
    assert.deepEqual(ports('ingress-nginx'), [8080]);
    assert.deepEqual(ports('monitoring'), [8090]);
  });

  test('let storage-proxy alone to Cassandra', () => {
    const reaching = rendered.all('NetworkPolicy').filter(policy =>
      (policy.spec.egress ?? []).some(rule => rule.ports.some(entry => entry.port === 9042)));
    assert.deepEqual(reaching.map(policy => policy.metadata.name).sort(), ['guildhall-schema', 'guildhall-storage-proxy']);
  });

  test('narrow backends down to where they are', () => {
    const backends = [{ ipBlock: { cidr: '10.9.0.0/16' } }];
    const rule = inProduction({ networkPolicy: { backends } }).one('NetworkPolicy', 'storage-proxy').spec.egress
      .find(found => found.ports.some(entry => entry.port === 9042));
    assert.deepEqual(rule.to, backends);
  });

  test('let spans out where they go', () => {
    const traced = inProduction({ observability: { traces: { endpoint: 'http://collector:4317' } } });
    assert.ok(traced.one('NetworkPolicy', 'relay').spec.egress.some(rule => rule.ports[0].port === 4317));
    assert.equal(traced.settings('relay')['quarkus.otel.sdk.disabled'], 'false');
  });
});
