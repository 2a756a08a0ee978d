import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';

const host = 'chat.example.org';
const entrances = [['guildhall-api', ['/api', '/cdn', '/oauth2', '/.well-known']], ['guildhall-gateway', ['/gateway']], ['guildhall-web', ['/']]];

test('nothing is open to the outside unless it is asked for', () => {
  const rendered = render();
  assert.deepEqual([...rendered.all('Ingress'), ...rendered.all('HTTPRoute')], []);
  assert.ok(rendered.all('Service').every(service => !['NodePort', 'LoadBalancer'].includes(service.spec.type)));
});

describe('an Ingress', () => {
  const rendered = render({ public: { host }, ingress: { enabled: true, className: 'nginx', tlsSecret: 'chat-tls' } });

  test('leads to api, gateway and the web client, and to nothing else', () => {
    assert.deepEqual(
      rendered.all('Ingress').map(ingress => [ingress.metadata.name, ingress.spec.rules[0].http.paths.map(path => path.path)]),
      entrances,
    );
  });

  test('ends TLS with the certificate', () => {
    assert.deepEqual(rendered.one('Ingress', 'gateway').spec.tls, [{ hosts: [host], secretName: 'chat-tls' }]);
  });

  test('lets WebSockets be silent for long and uploads be large', () => {
    const annotations = rendered.one('Ingress', 'gateway').metadata.annotations;
    assert.equal(annotations['nginx.ingress.kubernetes.io/proxy-read-timeout'], '3600');
    assert.equal(rendered.one('Ingress', 'api').metadata.annotations['nginx.ingress.kubernetes.io/proxy-body-size'], '128m');
  });

  test('knows no affinity: a session can be resumed anywhere', () => {
    assert.doesNotMatch(rendered.text, /affinity-mode|affinity: cookie|session-cookie|hash-by|sessionAffinity/);
  });

  test('speaks to other controllers in their own words', () => {
    for (const controller of ['haproxy', 'traefik', 'none']) {
      const other = render({ public: { host }, ingress: { enabled: true, controller } });
      const keys = Object.keys(other.one('Ingress', 'gateway').metadata.annotations ?? {});
      assert.ok(keys.every(key => key.startsWith('haproxy.org/')), controller);
      assert.equal(keys.length > 0, controller === 'haproxy');
    }
  });

  test('takes annotations over its own', () => {
    const annotations = { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '7200' };
    const other = render({ public: { host }, ingress: { enabled: true, annotations } });
    assert.equal(other.one('Ingress', 'gateway').metadata.annotations['nginx.ingress.kubernetes.io/proxy-read-timeout'], '7200');
  });

  test('of one process has all paths', () => {
    const other = render({ mode: 'standalone', public: { host }, ingress: { enabled: true } });
    assert.deepEqual(other.one('Ingress', 'standalone').spec.rules[0].http.paths.map(path => path.path), ['/api', '/cdn', '/oauth2', '/.well-known', '/gateway', '/']);
  });
});

describe('an HTTPRoute', () => {
  const rendered = render({ public: { host }, gatewayApi: { enabled: true, parentRefs: [{ name: 'public', namespace: 'entrance' }] } });

  test('leads to api, gateway and the web client', () => {
    assert.deepEqual(
      rendered.all('HTTPRoute').map(route => [route.metadata.name, route.spec.rules[0].matches.map(match => match.path.value)]),
      entrances,
    );
    assert.deepEqual(rendered.one('HTTPRoute', 'api').spec.hostnames, [host]);
  });

  test('does not end WebSockets', () => {
    assert.deepEqual(rendered.one('HTTPRoute', 'gateway').spec.rules[0].timeouts, { request: '0s' });
  });
});

describe('addresses that clients are told', () => {
  test('follow from the host', () => {
    const settings = render({ public: { host } }).settings('api');
    assert.equal(settings['guildhall.public.api-url'], 'https://chat.example.org/api');
    assert.equal(settings['guildhall.public.cdn-url'], 'https://chat.example.org/cdn');
    assert.equal(settings['guildhall.public.gateway-url'], 'wss://chat.example.org/gateway');
  });

  test('are without TLS where clients come without', () => {
    assert.equal(render({ public: { host, tls: false } }).settings('gateway')['guildhall.public.gateway-url'], 'ws://chat.example.org/gateway');
  });

  test('are as given', () => {
    const gatewayUrl = 'wss://gateway.example.org/gateway';
    assert.equal(render({ public: { host, gatewayUrl } }).settings('api')['guildhall.public.gateway-url'], gatewayUrl);
  });

  test('lead to the services inside of the cluster without a host', () => {
    assert.equal(
      render().settings('api')['guildhall.public.gateway-url'],
      'ws://guildhall-gateway.chat.svc.cluster.local:8080/gateway',
    );
  });

  test('are no setting of services without clients, which need not restart for them', () => {
    assert.deepEqual(Object.keys(render({ public: { host } }).settings('relay')).filter(key => key.startsWith('guildhall.public')), []);
  });

  test('of clients are believed from the proxies that are named', () => {
    const settings = render({ public: { host, trustedProxies: ['10.0.0.0/8', '192.168.0.1'] } }).settings('api');
    assert.equal(settings['guildhall.public.trusted-proxies'], '10.0.0.0/8,192.168.0.1');
  });

  test('of clients are believed from private networks behind an Ingress, and from nobody else', () => {
    const settings = render({ public: { host }, ingress: { enabled: true } }).settings('gateway');
    assert.match(settings['guildhall.public.trusted-proxies'], /^10\.0\.0\.0\/8,/);
    assert.equal(render().settings('api')['guildhall.public.trusted-proxies'], undefined);
  });

  test('share the places of one address unless that is named', () => {
    const told = given => render(given).settings('gateway');
    assert.equal(told({})['guildhall.connections.per-address'], '5000');
    assert.equal(told({})['guildhall.connections.not-counted'], undefined);
    const named = told({ connections: { maximum: 200000, perAddress: 20000, notCounted: ['198.51.100.7', '2001:db8::/32'] } });
    assert.equal(named['guildhall.connections.maximum'], '200000');
    assert.equal(named['guildhall.connections.per-address'], '20000');
    assert.equal(named['guildhall.connections.not-counted'], '127.0.0.0/8,::1/128,198.51.100.7,2001:db8::/32');
    assert.equal(render().settings('guild')['guildhall.connections.maximum'], undefined);
  });
});
