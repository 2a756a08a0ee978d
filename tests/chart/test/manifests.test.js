import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { render, root } from '../support/helm.js';
import { problems } from '../support/validation.js';

const kubectl = process.env.GUILDHALL_KUBECTL || 'kubectl';
const overlays = readdirSync(`${root}k8s/overlays`).sort();

function build(folder) {
  const result = spawnSync(kubectl, ['kustomize', `${root}k8s/${folder}`], { encoding: 'utf8' });
  assert.equal(result.status, 0, result.stderr ?? String(result.error));
  return parseAllDocuments(result.stdout).map(document => inOneLine(document.toJS()));
}

/** kustomize breaks long base64 into lines, which Kubernetes takes and the schema does not. */
function inOneLine(object) {
  if (object.kind === 'Secret') {
    object.data = Object.fromEntries(Object.entries(object.data).map(([key, value]) => [key, value.replaceAll('\n', '')]));
  }
  return object;
}

for (const overlay of overlays) {
  describe(`overlay ${overlay}`, () => {
    const objects = build(`overlays/${overlay}`);

    test('has objects that Kubernetes takes, without unknown fields', async () => {
      const found = [];
      for (const object of objects) {
        found.push(...(await problems(object)));
      }
      assert.deepEqual(found, []);
    });

    test('confines every pod as the namespace demands', () => {
      for (const object of objects.filter(entry => entry.spec?.template)) {
        const pod = object.spec.template.spec;
        assert.equal(pod.securityContext.runAsNonRoot, true, object.metadata.name);
        assert.equal(pod.securityContext.seccompProfile.type, 'RuntimeDefault', object.metadata.name);
        assert.equal(pod.automountServiceAccountToken, false, object.metadata.name);
        for (const container of pod.containers) {
          assert.equal(container.securityContext.allowPrivilegeEscalation, false, object.metadata.name);
          assert.deepEqual(container.securityContext.capabilities.drop, ['ALL'], object.metadata.name);
        }
      }
    });

    test('pins every image to a version', () => {
      for (const object of objects.filter(entry => entry.spec?.template)) {
        for (const { image } of object.spec.template.spec.containers) {
          assert.match(image, /:v?\d+\.\d+[.\w-]*$/);
        }
      }
    });

    test('is where the chart\'s values for it say', () => {
      const services = objects.filter(object => object.kind === 'Service');
      const secrets = objects.filter(object => object.kind === 'Secret').map(object => object.metadata.name);
      const values = parseAllDocuments(readFileSync(`${root}helm/guildhall/values-evaluation-cluster.yaml`, 'utf8'))[0].toJS();
      const { etcd, cassandra, kafka, elasticsearch, redis, objects: store } = values.backends;
      const addresses = [...etcd.endpoints, ...cassandra.contactPoints, ...kafka.bootstrapServers, ...elasticsearch.cells.map(cell => cell.address),
        ...redis.hosts, store.s3.endpoint];
      for (const address of addresses) {
        const [host, port] = address.replace(/^https?:\/\//, '').split(':');
        const service = services.find(found => found.metadata.name === host);
        assert.ok(service?.spec.ports.some(entry => entry.port === Number(port)), address);
      }
      assert.deepEqual(secrets.sort(), [redis.credentialsSecret, store.s3.credentialsSecret].sort());
      assert.equal(render({}, ['values-evaluation-cluster.yaml']).refusal, undefined);
    });
  });
}

test('every backend can be applied by itself', () => {
  for (const folder of readdirSync(`${root}k8s/base`)) {
    assert.ok(build(`base/${folder}`).length >= 2, folder);
  }
});
