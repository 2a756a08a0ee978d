import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';
import { inProduction } from '../support/profiles.js';

/** What is taken away from a good production installation, and the value that the refusal names. */
const needs = {
  'mode cluster': [{ mode: 'standalone' }, 'mode cluster'],
  'a real etcd': [{ backends: { etcd: { endpoints: [] } } }, 'backends.etcd.endpoints'],
  'an etcd that is not bundled': [{ backends: { etcd: { bundled: true } } }, 'backends.etcd.bundled'],
  'Cassandra or ScyllaDB': [{ backends: { cassandra: { contactPoints: [] } } }, 'backends.cassandra.contactPoints'],
  'a store that is not embedded': [{ backends: { cassandra: { enabled: false } } }, 'backends.cassandra.enabled'],
  'more than one copy': [
    { backends: { cassandra: { replication: 'dc1=3,dc2=1' } } },
    'backends.cassandra.replication',
  ],
  Kafka: [{ backends: { kafka: { bootstrapServers: [] } } }, 'backends.kafka.bootstrapServers'],
  Elasticsearch: [{ backends: { elasticsearch: { cells: [] } } }, 'backends.elasticsearch.cells'],
  Redis: [{ backends: { redis: { hosts: [] } } }, 'backends.redis.hosts'],
  'an S3 store': [{ backends: { objects: { kind: 'directory' } } }, 'backends.objects.kind'],
  'the S3 store\'s address': [{ backends: { objects: { s3: { endpoint: '' } } } }, 'backends.objects.s3.endpoint'],
  'the S3 store\'s keys': [{ backends: { objects: { s3: { credentialsSecret: '' } } } }, 'backends.objects.s3.credentialsSecret'],
  'an address for clients': [{ public: { host: '' } }, 'public.host'],
  'two pods of each service': [{ services: { guild: { replicas: 1 } } }, 'services.guild'],
  'two pods of what is scaled': [{ services: { gateway: { autoscaling: { minReplicas: 1 } } } }, 'services.gateway'],
};

describe('production refuses to render', () => {
  for (const [what, [values, name]] of Object.entries(needs)) {
    test(`without ${what}`, () => {
      const { refusal } = inProduction(values);
      assert.match(refusal, /profile production needs/);
      assert.ok(refusal.includes(name), refusal);
    });
  }

  test('and evaluation does not', () => {
    for (const [values] of Object.values(needs)) {
      const inEvaluation = { ...values, profile: 'evaluation', public: { host: 'chat.example.org' } };
      const { refusal } = inProduction(inEvaluation);
      assert.doesNotMatch(refusal ?? '', /profile production/);
    }
  });

  test('when its file is used as it is', () => {
    assert.match(render({}, ['values-production.yaml']).refusal, /profile production needs backends\.etcd\.endpoints/);
  });
});

const contradictions = {
  'no etcd at all': [{ backends: { etcd: { bundled: false } } }, 'backends.etcd.endpoints'],
  'Cassandra without address': [{ backends: { cassandra: { enabled: true } } }, 'backends.cassandra.contactPoints'],
  'S3 without address': [{ backends: { objects: { kind: 's3' } } }, 'backends.objects.s3.endpoint'],
  'an Ingress without host': [{ ingress: { enabled: true } }, 'public.host'],
  'KEDA without Prometheus': [{ autoscaling: { kind: 'keda', onSessions: true } }, 'autoscaling.keda.prometheus'],
  'fewer pods at most than at least': [{ services: { relay: { autoscaling: { minReplicas: 9, maxReplicas: 3 } } } }, 'services.relay.autoscaling.minReplicas'],
  'a target beyond what a pod takes': [{ services: { gateway: { autoscaling: { sessions: 30000 } } } }, 'services.gateway.autoscaling.sessions'],
  'nothing to scale on': [{ services: { gateway: { autoscaling: { cpu: 0 } } } }, 'services.gateway.autoscaling'],
  'several pods on one volume': [{ services: { api: { replicas: 3 } } }, 'services.api.volume.accessMode'],
};

describe('every profile refuses', () => {
  for (const [what, [values, name]] of Object.entries(contradictions)) {
    test(what, () => {
      const { refusal } = render(values);
      assert.ok(refusal?.includes(name), refusal ?? 'it rendered');
    });
  }
});

const mistakes = {
  'an unknown value': [{ replicas: 2 }, "'replicas' not allowed"],
  'an unknown service': [{ services: { gatway: {} } }, "'gatway' not allowed"],
  'a misspelt value of a service': [{ services: { gateway: { autoscalling: {} } } }, "'autoscalling' not allowed"],
  'a misspelt value deep inside': [{ internalTls: { certManager: { issuerRef: { nam: 'x' } } } }, "'nam' not allowed"],
  'an unknown profile': [{ profile: 'prod' }, '/profile'],
  'an unknown mode': [{ mode: 'microservices' }, '/mode'],
  'a wrong type': [{ services: { guild: { replicas: 'two' } } }, '/services/guild/replicas'],
  'a negative number': [{ services: { guild: { replicas: -1 } } }, '/services/guild/replicas'],
  'an unknown TLS mode': [{ internalTls: { mode: 'mtls' } }, '/internalTls/mode'],
  'TLS with a given certificate that is not given': [{ internalTls: { mode: 'secret' } }, '/internalTls/secret'],
  'routes that hang on nothing': [{ public: { host: 'a.example' }, gatewayApi: { enabled: true } }, '/gatewayApi/parentRefs'],
  'an address without port': [{ backends: { kafka: { bootstrapServers: ['kafka'] } } }, '/backends/kafka/bootstrapServers/0'],
  'a cell without scheme': [{ backends: { elasticsearch: { cells: [{ name: 'one', address: 'search:9200' }] } } }, '/backends/elasticsearch/cells/0/address'],
  'a cell without name': [{ backends: { elasticsearch: { cells: [{ address: 'http://search:9200' }] } } }, '/backends/elasticsearch/cells/0'],
  'a host with a scheme': [{ public: { host: 'https://chat.example.org' } }, '/public/host'],
  'a gateway address that is no WebSocket': [{ public: { gatewayUrl: 'https://chat.example.org/gateway' } }, '/public/gatewayUrl'],
  'a size without unit': [{ services: { api: { temporarySize: '2' } } }, '/services/api/temporarySize'],
  'an amount that is none': [{ services: { api: { resources: { requests: { memory: '1 GB' } } } } }, '/services/api/resources/requests/memory'],
  'a duration without unit': [{ internalTls: { certManager: { duration: '90' } } }, '/internalTls/certManager/duration'],
  'a share above one': [{ observability: { traces: { ratio: 2 } } }, '/observability/traces/ratio'],
  'settings of nobody': [{ settings: { 'gildhall.gateway.max-sessions': 1 } }, 'gildhall.gateway.max-sessions'],
  'a setting that can\'t be changed live': [{ live: { 'guildhall.gateway.max-sessions': 1 } }, 'guildhall.gateway.max-sessions'],
  'a keyspace that is none': [{ backends: { cassandra: { keyspace: 'Guild-Hall' } } }, '/backends/cassandra/keyspace'],
  'a replication that is none': [{ backends: { cassandra: { replication: 'three' } } }, '/backends/cassandra/replication'],
  'an image tag with spaces': [{ image: { tag: 'latest release' } }, '/image/tag'],
};

describe('the schema refuses', () => {
  for (const [what, [values, name]] of Object.entries(mistakes)) {
    test(what, () => {
      const { refusal } = render(values);
      assert.match(refusal ?? 'it rendered', /meet the specifications of the schema/);
      assert.ok(refusal.includes(name), refusal);
    });
  }
});
