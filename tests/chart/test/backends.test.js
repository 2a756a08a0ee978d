import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '../support/helm.js';
import { inProduction } from '../support/profiles.js';

describe('the embedded store', () => {
  const rendered = render();

  test('is one storage-proxy with a volume that stays', () => {
    const { spec } = rendered.one('StatefulSet', 'storage-proxy');
    assert.equal(spec.replicas, 1);
    assert.deepEqual(spec.persistentVolumeClaimRetentionPolicy, { whenDeleted: 'Retain', whenScaled: 'Retain' });
    assert.equal(rendered.settings('storage-proxy')['guildhall.storage.directory'], '/var/lib/guildhall/store');
    assert.ok(rendered.container('storage-proxy').volumeMounts.some(mount => mount.mountPath === '/var/lib/guildhall/store'));
  });

  test('needs no schema job', () => {
    assert.equal(rendered.one('Job', 'schema'), undefined);
  });

  test('takes a claim that is there already', () => {
    const given = render({ services: { 'storage-proxy': { volume: { existingClaim: 'old' } } } });
    assert.equal(given.one('StatefulSet', 'storage-proxy').spec.volumeClaimTemplates, undefined);
    assert.ok(given.pod('storage-proxy').volumes.some(volume => volume.persistentVolumeClaim?.claimName === 'old'));
  });
});

describe('Cassandra', () => {
  const rendered = inProduction({});

  test('makes storage-proxy a deployment without volume', () => {
    assert.equal(rendered.one('StatefulSet', 'storage-proxy'), undefined);
    assert.equal(rendered.one('Deployment', 'storage-proxy').spec.replicas, 3);
    const settings = rendered.settings('storage-proxy');
    assert.equal(settings['guildhall.storage.kind'], 'cassandra');
    assert.equal(settings['quarkus.cassandra.contact-points'], 'cassandra-0.example:9042,cassandra-1.example:9042');
    assert.equal(settings['guildhall.storage.cassandra.schema'], 'check');
  });

  test('gets its credentials from the Secret', () => {
    assert.deepEqual(rendered.environment('storage-proxy').QUARKUS_CASSANDRA_AUTH_PASSWORD, { secretKeyRef: { name: 'cassandra', key: 'password' } });
    assert.equal(rendered.environment('relay').QUARKUS_CASSANDRA_AUTH_PASSWORD, undefined);
  });

  test('has its schema brought up to date before anything of the new version runs', () => {
    const job = rendered.one('Job', 'schema');
    assert.equal(job.metadata.annotations['helm.sh/hook'], 'pre-install,pre-upgrade');
    const [container] = job.spec.template.spec.containers;
    assert.equal(container.image, 'registry.example/guildhall/guildhall-tools:0.1.0');
    assert.deepEqual(container.command.slice(-1), ['io.guildhall.storage.tool.SchemaTool']);
    assert.deepEqual(container.args, [
      'apply', '--to', 'cassandra:cassandra-0.example:9042,cassandra-1.example:9042', '--keyspace', 'guildhall',
    ]);
    assert.deepEqual(rendered.environment('schema').GUILDHALL_CASSANDRA_USERNAME, { secretKeyRef: { name: 'cassandra', key: 'username' } });
  });

  test('can have its schema made by storage-proxy or by somebody else', () => {
    for (const [schema, action] of [['start', 'apply'], ['check', 'check']]) {
      const other = inProduction({ backends: { cassandra: { schema, replication: 'dc1=3' } } });
      assert.equal(other.one('Job', 'schema'), undefined);
      assert.equal(other.settings('storage-proxy')['guildhall.storage.cassandra.schema'], action);
      assert.equal(other.settings('storage-proxy')['guildhall.storage.cassandra.replication'], 'dc1=3');
    }
  });
});

describe('etcd', () => {
  test('comes with the chart or is where it is told', () => {
    const bundled = render();
    assert.ok(bundled.one('StatefulSet', 'etcd'));
    assert.equal(bundled.settings('relay')['guildhall.discovery.endpoints'], 'guildhall-etcd:2379');
    const given = render({ backends: { etcd: { bundled: false, endpoints: ['a:2379', 'b:2379'] } } });
    assert.equal(given.one('StatefulSet', 'etcd'), undefined);
    assert.equal(given.settings('relay')['guildhall.discovery.endpoints'], 'a:2379,b:2379');
  });

  test('is reached over TLS with what the Secret has', () => {
    const etcd = { bundled: false, endpoints: ['https://a:2379'], tlsSecret: 'etcd-tls' };
    const trusting = render({ backends: { etcd } });
    assert.equal(trusting.settings('api')['guildhall.discovery.tls.authority'], '/etc/guildhall/etcd/ca.crt');
    assert.equal(trusting.settings('api')['guildhall.discovery.tls.certificate'], undefined);
    assert.ok(trusting.pod('api').volumes.some(volume => volume.secret?.secretName === 'etcd-tls'));
    const known = render({ backends: { etcd: { ...etcd, clientCertificate: true } } });
    assert.equal(known.settings('relay')['guildhall.discovery.tls.key'], '/etc/guildhall/etcd/tls.key');
  });
});

describe('the object store', () => {
  test('takes the place of the volume of attachments', () => {
    const rendered = inProduction({});
    assert.deepEqual(rendered.all('PersistentVolumeClaim'), []);
    const settings = rendered.settings('api');
    assert.equal(settings['guildhall.objects.kind'], 's3');
    assert.equal(settings['guildhall.objects.s3.endpoint'], 'https://objects.example');
    assert.equal(settings['guildhall.objects.s3.downloads'], 'proxied');
    assert.equal(settings['guildhall.objects.s3.public-endpoint'], undefined);
    assert.equal(settings['guildhall.api.attachments-directory'], undefined);
    assert.deepEqual(rendered.environment('api').GUILDHALL_OBJECTS_S3_SECRET_KEY, { secretKeyRef: { name: 'objects', key: 'secret-key' } });
    assert.equal(rendered.environment('guild').GUILDHALL_OBJECTS_S3_SECRET_KEY, undefined);
  });

  test('serves clients itself where it is told so', () => {
    const s3 = { downloads: 'presigned', publicEndpoint: 'https://files.example', pathStyle: false };
    const settings = inProduction({ backends: { objects: { s3 } } }).settings('api');
    assert.equal(settings['guildhall.objects.s3.downloads'], 'presigned');
    assert.equal(settings['guildhall.objects.s3.public-endpoint'], 'https://files.example');
    assert.equal(settings['guildhall.objects.s3.path-style'], 'false');
  });

  test('is a volume that stays where there is none', () => {
    const rendered = render();
    const [claim] = rendered.all('PersistentVolumeClaim');
    assert.equal(claim.metadata.annotations['helm.sh/resource-policy'], 'keep');
    assert.equal(rendered.settings('api')['guildhall.objects.kind'], undefined);
    assert.equal(rendered.settings('api')['guildhall.api.attachments-directory'], '/var/lib/guildhall/attachments');
  });
});

describe('one process', () => {
  const rendered = render({}, ['values-evaluation.yaml']);

  test('is one StatefulSet and nothing of a cluster', () => {
    assert.deepEqual(rendered.all('StatefulSet').map(object => object.metadata.name), ['guildhall-standalone']);
    assert.deepEqual(rendered.all('Deployment'), []);
    assert.equal(rendered.environment('standalone').GUILDHALL_DATA_DIR, '/var/lib/guildhall/data');
  });

  test('is tested at the one address', () => {
    assert.deepEqual(rendered.container('test').args, [
      'message',
      '--url', 'http://guildhall-standalone.chat.svc.cluster.local:8080/api',
      '--gateway', 'ws://guildhall-standalone.chat.svc.cluster.local:8080/gateway',
    ]);
  });
});

describe('images', () => {
  test('are native executables, or the same on a JVM', () => {
    assert.equal(render().container('relay').image, 'guildhall-relay:0.1.0');
    const jvm = render({ image: { variant: 'jvm', registry: 'registry.example/team', tag: '1.2.3' } });
    assert.equal(jvm.container('relay').image, 'registry.example/team/guildhall-relay-jvm:1.2.3');
    assert.match(jvm.environment('relay').JDK_JAVA_OPTIONS, /MaxRAMPercentage/);
    assert.equal(render().environment('relay').JDK_JAVA_OPTIONS, undefined);
    assert.equal(render({ mode: 'standalone' }).container('standalone').image, 'guildhall-standalone-jvm:0.1.0');
  });
});

describe('push', () => {
  const key = 'k'.repeat(87);
  const pushing = { backends: { kafka: { bootstrapServers: ['a:9092'] } }, push: { publicKey: key, keysSecret: 'push' } };

  test('runs where there are Kafka and keys, and owners publish for it then', () => {
    const rendered = render(pushing);
    assert.ok(rendered.one('Deployment', 'push'));
    assert.equal(rendered.one('Deployment', 'search'), undefined);
    assert.equal(rendered.settings('push')['guildhall.event-log.servers'], 'a:9092');
    assert.deepEqual(rendered.environment('push').GUILDHALL_PUSH_KEYS, { secretKeyRef: { name: 'push', key: 'keys' } });
    assert.equal(rendered.settings('guild')['guildhall.event-log.enabled'], 'true');
    assert.equal(rendered.settings('guild')['guildhall.event-log.facts'], 'messages,pushes,devices');
    assert.equal(rendered.settings('api')['guildhall.api.push-key'], key);
    assert.equal(rendered.settings('api')['guildhall.api.push-providers'], 'webpush,unifiedpush');
    assert.equal(rendered.environment('guild').GUILDHALL_PUSH_KEYS, undefined);
  });

  test('reads its accounts of Google and Apple from Secrets, and nobody else does', () => {
    const apns = { keySecret: 'apple', keyId: 'ABCDE12345', team: 'FGHIJ67890', application: 'org.example.chat' };
    const rendered = render({ ...pushing, push: { ...pushing.push, fcm: { accountSecret: 'google' }, apns } });
    const settings = rendered.settings('push');
    assert.equal(settings['guildhall.push.fcm.account'], '/etc/guildhall/fcm/account.json');
    assert.equal(settings['guildhall.push.apns.key'], '/etc/guildhall/apns/key.p8');
    assert.equal(settings['guildhall.push.apns.key-id'], apns.keyId);
    assert.equal(settings['guildhall.push.apns.team'], apns.team);
    assert.equal(settings['guildhall.push.apns.application'], apns.application);
    assert.equal(settings['guildhall.push.apns.server'], 'api.push.apple.com');
    for (const [name, secret, key] of [['fcm', 'google', 'account.json'], ['apns', 'apple', 'key.p8']]) {
      const volume = rendered.pod('push').volumes.find(one => one.name === name);
      assert.equal(volume.secret.secretName, secret);
      assert.deepEqual(volume.secret.items, [{ key, path: key }]);
      assert.deepEqual(rendered.container('push').volumeMounts.find(one => one.name === name),
        { name, mountPath: `/etc/guildhall/${name}`, readOnly: true });
      assert.equal(rendered.pod('guild').volumes.find(one => one.name === name), undefined);
    }
    assert.match(render({ ...pushing, push: { ...pushing.push, apns: { keySecret: 'apple' } } }).refusal, /push\.apns\.keyId/);
  });

  test('does not run without one of them, and nobody can be registered to be told', () => {
    for (const lacking of [{ push: pushing.push }, { backends: pushing.backends }, { backends: pushing.backends, push: { publicKey: key } },
      { ...pushing, services: { push: { enabled: false } } }]) {
      const rendered = render(lacking);
      assert.equal(rendered.one('Deployment', 'push'), undefined);
      assert.equal(rendered.settings('guild')['guildhall.event-log.enabled'], undefined);
      assert.equal(rendered.settings('api')['guildhall.api.push-key'], undefined);
    }
  });
});

describe('search', () => {
  const searching = {
    backends: { kafka: { bootstrapServers: ['a:9092', 'b:9092'] }, elasticsearch: { cells: [{ name: 'one', address: 'http://c:9200' }] } },
  };

  test('runs where there are Kafka and a cell, and owners publish for it only there', () => {
    const rendered = render(searching);
    assert.ok(rendered.one('Deployment', 'search'));
    assert.equal(rendered.settings('search')['guildhall.search.cells'], 'one=http://c:9200');
    assert.equal(rendered.settings('search')['guildhall.event-log.servers'], 'a:9092,b:9092');
    assert.equal(rendered.settings('guild')['guildhall.event-log.servers'], 'a:9092,b:9092');
    assert.equal(rendered.settings('guild')['guildhall.event-log.enabled'], 'true');
    for (const lacking of [{}, { backends: { kafka: searching.backends.kafka } }, { backends: { elasticsearch: searching.backends.elasticsearch } },
      { ...searching, services: { search: { enabled: false } } }]) {
      const without = render(lacking);
      assert.equal(without.one('Deployment', 'search'), undefined);
      assert.deepEqual(Object.keys(without.settings('guild')).filter(key => key.startsWith('guildhall.event-log') || key.startsWith('kafka')), []);
    }
  });

  test('trusts the authority of the brokers that is given, as all do that speak to them', () => {
    const kafka = { ...searching.backends.kafka, securityProtocol: 'SSL', authoritySecret: 'brokers' };
    const rendered = render({ backends: { ...searching.backends, kafka } });
    for (const name of ['guild', 'search']) {
      assert.equal(rendered.settings(name)['kafka.security.protocol'], 'SSL');
      assert.equal(rendered.settings(name)['kafka.ssl.truststore.type'], 'PEM');
      assert.equal(rendered.settings(name)['kafka.ssl.truststore.location'], '/etc/guildhall/kafka/ca.crt');
      assert.equal(rendered.pod(name).volumes.find(one => one.name === 'kafka').secret.secretName, 'brokers');
      assert.ok(rendered.container(name).volumeMounts.some(one => one.mountPath === '/etc/guildhall/kafka'));
    }
    assert.equal(rendered.pod('relay').volumes.find(one => one.name === 'kafka'), undefined);
  });

  test('has the names and addresses of all cells, and says who it is to them and to Kafka', () => {
    const rendered = inProduction({});
    assert.equal(rendered.settings('search')['guildhall.search.cells'], 'one=https://search-one.example:9200,two=https://search-two.example:9200');
    assert.deepEqual(rendered.environment('search').GUILDHALL_SEARCH_CELL_PASSWORD, { secretKeyRef: { name: 'cells', key: 'password' } });
    assert.equal(rendered.environment('guild').GUILDHALL_SEARCH_CELL_PASSWORD, undefined);
    for (const name of ['guild', 'search']) {
      assert.equal(rendered.settings(name)['kafka.security.protocol'], 'SASL_SSL');
      assert.equal(rendered.settings(name)['kafka.sasl.mechanism'], 'SCRAM-SHA-512');
      assert.deepEqual(rendered.environment(name).EVENT_LOG_PASSWORD, { secretKeyRef: { name: 'kafka', key: 'password' } });
    }
    assert.deepEqual(Object.keys(rendered.settings('relay')).filter(key => key.startsWith('kafka')), []);
  });

  test('is called by guild and by nobody else, and is the only one that reaches the cells', () => {
    const rendered = inProduction({});
    const from = rendered.one('NetworkPolicy', 'search').spec.ingress.filter(rule => rule.ports.some(entry => entry.port === 9000))
      .flatMap(rule => rule.from).map(peer => peer.podSelector.matchLabels['app.kubernetes.io/component']);
    assert.deepEqual(from, ['guild']);
    const reaching = port => rendered.all('NetworkPolicy')
      .filter(policy => policy.spec.egress?.some(rule => rule.ports.some(entry => entry.port === port)))
      .map(policy => policy.spec.podSelector.matchLabels['app.kubernetes.io/component']).sort();
    assert.deepEqual(reaching(9200), ['search']);
    assert.deepEqual(reaching(9092), ['guild', 'search']);
  });
});
