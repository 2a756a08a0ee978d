import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { settingsPage, values } from '../support/documentation.js';
import { chart, facts, render } from '../support/helm.js';
import { inProduction, profiles } from '../support/profiles.js';
import { everySetting, extensionsOf, keysOfTemplates, readByName, settingsOf, variable, variablesOfTemplates } from '../support/settings.js';

const read = path => readFileSync(path, 'utf8');
const services = Object.keys(facts(read));
const every = everySetting();

/** Whose settings a key of Quarkus is: the artifact that a service is built with when it reads such a key. */
const extensions = {
  'quarkus.cassandra.': /^(cassandra-quarkus-client)$/,
  'quarkus.grpc.': /^(quarkus-grpc|internal-rpc)$/,
  'quarkus.http.': /./,
  'quarkus.log.': /./,
  'quarkus.management.': /./,
  'quarkus.otel.': /^(quarkus-opentelemetry|observability)$/,
  'quarkus.redis.': /^quarkus-redis-client$/,
  'kafka.': /^(quarkus-messaging-kafka|quarkus-kafka-client|event-log)$/,
};

/** Settings of Quarkus that every pod gets, whether its service has such a port or not. */
const common = /^quarkus\.(http|grpc\.server|management|log|otel)\./;

/** What a variable is for that is no setting of a service. */
const noSettings = {
  GUILDHALL_DATA_DIR: 'the data directory of standalone, which makes settings of it',
  QUARKUS_CONFIG_LOCATIONS: 'where the settings are',
};

function isRead(service, key) {
  if (key.startsWith('guildhall.')) {
    return known(settingsOf(service), key) || reached(service) && key.startsWith('guildhall.public.') && every.has(key);
  }
  const [, artifact] = Object.entries(extensions).find(([prefix]) => key.startsWith(prefix)) ?? [];
  return artifact !== undefined && (common.test(key) || [...extensionsOf(service)].some(name => artifact.test(name)));
}

/** Where clients come is one group of settings: who reads one of them gets all. */
function reached(service) {
  return [...readByName(service)].some(key => key.startsWith('guildhall.public.'));
}

function known(settings, key) {
  return settings.has(key) || [...settings.values()].some(setting => setting.each && key.startsWith(`${setting.key}.`));
}

/** A value that a setting could have; the chart does not look at it. */
const something = key => `something for ${key}`;

describe('what the chart sets', () => {
  test('is read: templates name no key that nobody has', () => {
    const unread = [...keysOfTemplates()].filter(key => !services.some(service => isRead(service, key)));
    assert.deepEqual(unread, []);
    assert.ok(keysOfTemplates().size > 50);
  });

  for (const [profile, rendered] of Object.entries(profiles)) {
    test(`is read by the service that gets it, in ${profile}`, () => {
      const release = rendered();
      const unread = services.flatMap(service => Object.keys(release.settings(service))
        .filter(key => !isRead(service, key)).map(key => `${service} does not read ${key}`));
      assert.deepEqual(unread, []);
    });
  }

  test('is read where it is a variable of the environment', () => {
    const names = new Set([...every.keys()].map(variable));
    const unread = [...variablesOfTemplates()].filter(name => !names.has(name) && !(name in noSettings)
      && !/^QUARKUS_(CASSANDRA|REDIS)_|^(EVENT_LOG|KAFKA|JDK)_/.test(name));
    assert.deepEqual(unread.filter(name => !/^GUILDHALL_CASSANDRA_/.test(name)), []);
  });
});

describe('what services read', () => {
  for (const service of services) {
    test(`can be set for ${service}, whatever it is`, () => {
      const settings = Object.fromEntries([...settingsOf(service).keys()].map(key => [key, something(key)]));
      const standalone = facts(read)[service].modes.includes('standalone');
      const release = standalone
        ? render({ services: { [service]: { settings } } }, ['values-evaluation.yaml'])
        : inProduction({ services: { [service]: { settings } }, ...(service === 'push' ? pushing : {}) });
      assert.equal(release.refusal, undefined);
      const rendered = release.settings(service);
      for (const key of Object.keys(settings)) {
        assert.equal(rendered[key], something(key), key);
      }
    });
  }

  test('is a setting of an interface, also where a service reads it by its name', () => {
    const unknown = services.flatMap(service => [...readByName(service)].filter(key => !every.has(key)));
    assert.deepEqual([...new Set(unknown)], []);
  });

  test('is documented as it is; ./guildhall chart docs writes it', () => {
    const { present, wanted } = settingsPage();
    assert.equal(present, wanted);
  });

  test('has a sentence each', () => {
    assert.deepEqual([...every.values()].filter(({ about }) => about === '').map(({ key }) => key), []);
    assert.ok(every.size > 150);
  });
});

describe('the values of the chart', () => {
  test('are each looked at by a template', () => {
    const folder = `${chart}/templates`;
    const text = readdirSync(folder, { recursive: true }).filter(file => /\.(tpl|yaml|txt)$/.test(file))
      .map(file => read(`${folder}/${file}`)).join('\n');
    const unused = values().map(({ path }) => path.split('.').at(-1))
      .filter(name => !new RegExp(String.raw`\.${name}\b|"${name}"`).test(text));
    assert.deepEqual(unused.filter(name => !services.includes(name)), []);
  });
});

const pushing = { push: { publicKey: 'k'.repeat(87), keysSecret: 'push' } };
