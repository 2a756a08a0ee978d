import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';
import { inProduction } from '../support/profiles.js';

const timeouts = {
  api: 'guildhall.connections.drain-timeout',
  gateway: 'guildhall.gateway.drain.timeout',
  guild: 'guildhall.guild.drain-timeout',
  relay: 'guildhall.relay.drain-timeout',
};

function seconds(rendered, name) {
  return Number(rendered.settings(name)[timeouts[name]].replace(/S$/, ''));
}

describe('leaving', () => {
  for (const name of Object.keys(timeouts)) {
    test(`${name} is killed only after preStop and its own time-out`, () => {
      const rendered = render({ services: { [name]: { preStopSeconds: 7, drain: { seconds: 33 } } } });
      assert.equal(seconds(rendered, name), 33);
      assert.equal(rendered.container(name).lifecycle.preStop.sleep.seconds, 7);
      assert.equal(rendered.pod(name).terminationGracePeriodSeconds, 7 + 33 + 10);
    });
  }

  test('takes a gateway as long as it takes to tell every session it may have', () => {
    const rendered = render({ services: { gateway: { sessions: { maximum: 90000 }, drain: { perSecond: 1500, settleSeconds: 20 } } } });
    const settings = rendered.settings('gateway');
    assert.equal(seconds(rendered, 'gateway'), 90000 / 1500 + 20);
    assert.equal(settings['guildhall.gateway.drain.per-second'], '1500');
    assert.equal(settings['guildhall.gateway.max-sessions'], '90000');
    assert.equal(settings['guildhall.gateway.max-connections'], '90000');
    assert.equal(rendered.pod('gateway').terminationGracePeriodSeconds, 5 + 80 + 10);
  });

  test('needs no preStop where it is 0', () => {
    assert.equal(render({ defaults: { preStopSeconds: 0 } }).container('relay').lifecycle, undefined);
  });
});

describe('rolling', () => {
  test('brings a new pod before an old one goes', () => {
    for (const name of ['gateway', 'guild', 'relay']) {
      const { strategy, minReadySeconds } = render().one('Deployment', name).spec;
      assert.deepEqual(strategy, { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
      assert.ok(minReadySeconds >= 5);
    }
  });

  test('does not let two pods want a volume that only one can have', () => {
    assert.deepEqual(render().one('Deployment', 'api').spec.strategy, { type: 'Recreate' });
    assert.equal(inProduction({}).one('Deployment', 'api').spec.strategy.type, 'RollingUpdate');
  });
});

function checksums(rendered) {
  return Object.fromEntries(rendered.all('Deployment').map(object =>
    [object.metadata.name, object.spec.template.metadata.annotations['checksum/settings']]));
}

function changed(values) {
  const before = checksums(render());
  return Object.entries(checksums(render(values))).filter(([name, sum]) => before[name] !== sum).map(([name]) => name);
}

describe('a change of', () => {
  test('a service\'s settings restarts that service alone', () => {
    assert.deepEqual(changed({ services: { gateway: { settings: { 'guildhall.gateway.hello-delay': '30ms' } } } }), ['guildhall-gateway']);
  });

  test('common settings restarts every service', () => {
    assert.equal(changed({ settings: { 'guildhall.token.remembered': '5s' } }).length, 5);
  });

  test('the public address restarts those that tell it', () => {
    assert.deepEqual(changed({ public: { host: 'chat.example.org' } }), ['guildhall-api', 'guildhall-gateway', 'guildhall-web']);
  });

  test('live settings restarts nothing and reaches every service', () => {
    const live = { 'guildhall.api.rate-limits.override.message-create.requests': 2, 'quarkus.log.category."io.guildhall".level': 'DEBUG' };
    assert.deepEqual(changed({ live }), []);
    for (const name of Object.keys(timeouts)) {
      assert.deepEqual(render({ live }).one('ConfigMap', name).data['live.properties'].trim().split('\n'), [
        'guildhall.api.rate-limits.override.message-create.requests=2',
        'quarkus.log.category."io.guildhall".level=DEBUG',
      ]);
      assert.equal(render().settings(name)['guildhall.live.file'], '/etc/guildhall/settings/live.properties');
    }
  });

  test('scaling, routes, policies or labels restarts nothing', () => {
    assert.deepEqual(changed({
      autoscaling: { kind: 'none' },
      networkPolicy: { enabled: false },
      monitoring: { serviceMonitor: { enabled: true } },
      commonLabels: { team: 'chat' },
      services: { guild: { replicas: 5 } },
    }), []);
  });

  test('the chart\'s version restarts nothing: pods do not name it', () => {
    for (const object of render().all('Deployment')) {
      assert.ok(!Object.keys(object.spec.template.metadata.labels).some(label => /chart|version/.test(label)));
    }
  });
});

test('pods are asked for start, life and readiness where Quarkus answers', () => {
  for (const name of [...Object.keys(timeouts), 'storage-proxy']) {
    const container = render().container(name);
    assert.equal(container.startupProbe.httpGet.path, '/q/health/started');
    assert.equal(container.livenessProbe.httpGet.path, '/q/health/live');
    assert.equal(container.readinessProbe.httpGet.path, '/q/health/ready');
  }
});

describe('health and metrics', () => {
  const rendered = render({ monitoring: { serviceMonitor: { enabled: true } } });

  test('are at a port that no client is led to', () => {
    for (const name of [...Object.keys(timeouts), 'storage-proxy']) {
      const container = rendered.container(name);
      const ports = Object.fromEntries(container.ports.map(port => [port.name, port.containerPort]));
      assert.equal(ports.management, Number(rendered.settings(name)['quarkus.management.port']));
      assert.equal(container.readinessProbe.httpGet.port, 'management');
      assert.equal('http' in ports, ['api', 'gateway'].includes(name));
      assert.equal(rendered.one('ServiceMonitor', name).spec.endpoints[0].port, 'management');
    }
  });
});
