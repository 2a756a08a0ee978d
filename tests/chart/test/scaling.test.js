import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';
import { inProduction } from '../support/profiles.js';

const scaled = ['gateway', 'relay'];

describe('with kind hpa', () => {
  const rendered = render({ autoscaling: { onSessions: true } });

  test('gateway and relay scale on sessions and processor time', () => {
    for (const name of scaled) {
      const metrics = rendered.one('HorizontalPodAutoscaler', name).spec.metrics;
      assert.deepEqual(metrics.map(metric => metric.type), ['Pods', 'Resource']);
      assert.equal(metrics[0].pods.metric.name, `guildhall_${name}_sessions`);
    }
  });

  test('what is scaled has no number of replicas, so that an upgrade does not reset it', () => {
    for (const name of scaled) {
      assert.equal('replicas' in rendered.one('Deployment', name).spec, false);
    }
    assert.equal(rendered.one('Deployment', 'guild').spec.replicas, 2);
  });

  test('no ScaledObject is made', () => {
    assert.deepEqual(rendered.all('ScaledObject'), []);
  });

  test('pods leave no faster than they drain', () => {
    for (const values of [{}, { services: { gateway: { drain: { seconds: 240 } } } }]) {
      const slow = render(values);
      const grace = slow.pod('gateway').terminationGracePeriodSeconds;
      const { scaleDown } = slow.one('HorizontalPodAutoscaler', 'gateway').spec.behavior;
      assert.deepEqual(scaleDown.policies.map(policy => policy.value), [1]);
      assert.ok(scaleDown.policies[0].periodSeconds >= grace);
    }
  });
});

test('without sessions they scale on processor time alone', () => {
  const metrics = render().one('HorizontalPodAutoscaler', 'gateway').spec.metrics;
  assert.deepEqual(metrics.map(metric => metric.type), ['Resource']);
});

test('with cpu 0 they scale on sessions alone', () => {
  const rendered = render({ autoscaling: { onSessions: true }, services: { gateway: { autoscaling: { cpu: 0 } } } });
  assert.deepEqual(rendered.one('HorizontalPodAutoscaler', 'gateway').spec.metrics.map(metric => metric.type), ['Pods']);
});

test('with kind none nothing scales and replicas are as told', () => {
  const rendered = render({ autoscaling: { kind: 'none' }, services: { relay: { replicas: 5 } } });
  assert.deepEqual(rendered.all('HorizontalPodAutoscaler'), []);
  assert.equal(rendered.one('Deployment', 'relay').spec.replicas, 5);
});

test('a service whose autoscaling is off keeps its replicas', () => {
  const rendered = render({ services: { relay: { autoscaling: { enabled: false }, replicas: 4 } } });
  assert.equal(rendered.one('HorizontalPodAutoscaler', 'relay'), undefined);
  assert.equal(rendered.one('Deployment', 'relay').spec.replicas, 4);
});

describe('with kind keda', () => {
  const keda = { prometheus: 'http://prometheus:9090' };
  const rendered = render({ autoscaling: { kind: 'keda', onSessions: true, keda } });

  test('ScaledObjects take the place of HorizontalPodAutoscalers', () => {
    assert.deepEqual(rendered.all('HorizontalPodAutoscaler'), []);
    assert.deepEqual(rendered.all('ScaledObject').map(object => object.metadata.name), ['guildhall-gateway', 'guildhall-relay']);
  });

  test('they ask Prometheus for the sessions of this release and look at processor time', () => {
    const { triggers } = rendered.one('ScaledObject', 'gateway').spec;
    assert.deepEqual(triggers.map(trigger => trigger.type), ['prometheus', 'cpu']);
    assert.equal(triggers[0].metadata.query, 'sum(guildhall_gateway_sessions{namespace="chat", service="guildhall-gateway"})');
    assert.equal(triggers[0].metadata.threshold, '18000');
    assert.equal(triggers[0].authenticationRef, undefined);
  });

  test('they behave as the HorizontalPodAutoscalers do', () => {
    assert.deepEqual(
      rendered.one('ScaledObject', 'relay').spec.advanced.horizontalPodAutoscalerConfig.behavior,
      render().one('HorizontalPodAutoscaler', 'relay').spec.behavior,
    );
  });

  test('they show Prometheus the credentials that are given', () => {
    const given = render({ autoscaling: { kind: 'keda', onSessions: true, keda: { ...keda, authenticationRef: 'prometheus' } } });
    assert.deepEqual(given.one('ScaledObject', 'relay').spec.triggers[0].authenticationRef, { name: 'prometheus' });
  });
});

describe('budgets for disruptions', () => {
  test('are made where there are two pods at least', () => {
    assert.deepEqual(
      render().all('PodDisruptionBudget').map(object => object.metadata.name),
      ['guildhall-gateway', 'guildhall-guild', 'guildhall-relay'],
    );
  });

  test('can be left out', () => {
    assert.deepEqual(render({ defaults: { disruptionBudget: { enabled: false } } }).all('PodDisruptionBudget'), []);
  });
});

describe('who reads the event log', () => {
  const push = { publicKey: 'k'.repeat(87), keysSecret: 'push' };
  for (const kind of ['hpa', 'keda']) {
    for (const name of ['search', 'push']) {
      test(`scales with kind ${kind} on what waits for ${name} there`, () => {
        const rendered = inProduction({ push, autoscaling: { kind, keda: { prometheus: 'http://prometheus:9090' } } });
        const text = JSON.stringify(rendered.one(kind === 'hpa' ? 'HorizontalPodAutoscaler' : 'ScaledObject', name).spec);
        assert.ok(text.includes(`guildhall_${name}_log_lag`) && text.includes('"50000"'), text);
      });
    }
  }
});
