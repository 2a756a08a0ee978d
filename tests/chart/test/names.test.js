import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render, renderAnew } from '../support/helm.js';

const long = 'the-longest-name-of-a-release-that-helm-would-ever-take'.slice(0, 53);

describe('names', () => {
  test('fit into labels, however long the release\'s name is', () => {
    const everything = { monitoring: { serviceMonitor: { enabled: true }, rules: { enabled: true }, dashboards: { enabled: true } } };
    for (const object of renderAnew(everything, long).objects) {
      // A StatefulSet's pods have a label with its name and a hash of ten characters.
      const most = object.kind === 'StatefulSet' ? 52 : 63;
      assert.ok(object.metadata.name.length <= most, `${object.kind} ${object.metadata.name}`);
    }
  });

  test('have the chart\'s name only once', () => {
    assert.ok(renderAnew({}, 'chat').one('Deployment', 'api') === undefined);
    assert.ok(renderAnew({}, 'chat').objects.some(object => object.metadata.name === 'chat-guildhall-api'));
    assert.ok(render().one('Deployment', 'api'));
  });

  test('can be given', () => {
    const names = render({ fullnameOverride: 'talk' }).all('Deployment').map(object => object.metadata.name);
    assert.deepEqual(names, ['talk-api', 'talk-gateway', 'talk-guild', 'talk-relay', 'talk-web']);
  });

  test('of two releases in one namespace select different pods', () => {
    const selectors = release => renderAnew({}, release).all('Deployment').map(object => JSON.stringify(object.spec.selector));
    assert.deepEqual(selectors('one').filter(selector => selectors('two').includes(selector)), []);
  });
});

describe('common labels and annotations', () => {
  const rendered = render({ commonLabels: { team: 'chat' }, commonAnnotations: { owner: 'chat' } });

  test('are on every object', () => {
    for (const object of rendered.objects) {
      assert.equal(object.metadata.labels.team, 'chat', object.metadata.name);
      assert.equal(object.metadata.annotations.owner, 'chat', object.metadata.name);
    }
  });

  test('do not reach selectors, which could not change', () => {
    for (const object of rendered.all('Deployment')) {
      assert.equal(object.spec.selector.matchLabels.team, undefined);
    }
  });
});
