import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { profiles } from '../support/profiles.js';
import { problems } from '../support/validation.js';

for (const [name, render] of Object.entries(profiles)) {
  describe(`profile ${name}`, () => {
    const rendered = render();

    test('renders', () => {
      assert.equal(rendered.refusal, undefined);
      assert.ok(rendered.objects.length > 5);
    });

    test('every object is one that Kubernetes takes, without unknown fields', async () => {
      const found = [];
      for (const object of rendered.objects) {
        found.push(...(await problems(object)));
      }
      assert.deepEqual(found, []);
    });

    test('no two objects have the same name', () => {
      const names = rendered.objects.map(object => `${object.kind} ${object.metadata.name}`);
      assert.deepEqual(names.filter((value, index) => names.indexOf(value) !== index), []);
    });

    test('every pod is confined and has no token', () => {
      for (const [object, pod] of rendered.pods()) {
        assert.equal(pod.automountServiceAccountToken, false, object.metadata.name);
        assert.equal(pod.securityContext.runAsNonRoot, true, object.metadata.name);
        assert.equal(pod.securityContext.seccompProfile.type, 'RuntimeDefault');
        for (const container of pod.containers) {
          assert.equal(container.securityContext.readOnlyRootFilesystem, true, object.metadata.name);
          assert.equal(container.securityContext.allowPrivilegeEscalation, false);
          assert.deepEqual(container.securityContext.capabilities, { drop: ['ALL'] });
          assert.ok(container.resources.requests.cpu && container.resources.limits.memory, object.metadata.name);
        }
      }
    });

    test('nobody has rights to the Kubernetes API', () => {
      for (const kind of ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']) {
        assert.deepEqual(rendered.all(kind), []);
      }
    });

    test('pods refer only to objects of the release or to given Secrets', () => {
      const configMaps = new Set(rendered.all('ConfigMap').map(object => object.metadata.name));
      const accounts = new Set(rendered.all('ServiceAccount').map(object => object.metadata.name));
      for (const [object, pod] of rendered.pods()) {
        assert.ok(!pod.serviceAccountName || accounts.has(pod.serviceAccountName), object.metadata.name);
        for (const volume of pod.volumes.filter(found => found.configMap)) {
          assert.ok(configMaps.has(volume.configMap.name), volume.configMap.name);
        }
        const names = new Set([...pod.volumes, ...(object.spec.volumeClaimTemplates ?? []).map(claim => claim.metadata)]
          .map(volume => volume.name));
        for (const mount of pod.containers[0].volumeMounts) {
          assert.ok(names.has(mount.name), `${object.metadata.name} mounts ${mount.name}`);
        }
      }
    });
  });
}

describe('the check itself', () => {
  test('finds a misspelt field wherever it stands', async () => {
    const missed = [];
    for (const render of [profiles.production, profiles['production-everything']]) {
      for (const object of render().objects) {
        for (const [inner, path] of maps(object, object.kind)) {
          inner.misspelt = { value: 1 };
          if (!(await problems(object)).some(problem => problem.includes('misspelt'))) {
            missed.push(path);
          }
          delete inner.misspelt;
        }
      }
    }
    assert.deepEqual([...new Set(missed)], []);
  });

  test('finds a value of the wrong type', async () => {
    const deployment = profiles.production().one('Deployment', 'api');
    deployment.spec.template.spec.terminationGracePeriodSeconds = 'soon';
    assert.equal((await problems(deployment)).length, 1);
  });

  test('finds a missing field', async () => {
    const deployment = profiles.production().one('Deployment', 'api');
    delete deployment.spec.selector;
    assert.match((await problems(deployment))[0], /selector/);
  });
});

function* maps(value, path) {
  if (value !== null && typeof value === 'object') {
    if (!Array.isArray(value)) {
      yield [value, path];
    }
    for (const key of Object.keys(value)) {
      yield* maps(value[key], Array.isArray(value) ? path : `${path}/${key}`);
    }
  }
}
