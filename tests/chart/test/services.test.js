import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { pages, values } from '../support/documentation.js';
import { chart, facts, root } from '../support/helm.js';
import { profiles } from '../support/profiles.js';

const read = path => readFileSync(path, 'utf8');
const table = facts(read);
const defaults = parse(read(`${chart}/values.yaml`));
const schema = JSON.parse(read(`${chart}/values.schema.json`));

/** Every key of Guildhall's own settings, from the configuration interfaces. */
function settings() {
  return new Set(configurations().flatMap(source => {
    const prefix = /prefix = "([^"]+)"/.exec(source)[1];
    return [...keys(source.slice(source.indexOf('public interface')), prefix)];
  }));
}

function configurations() {
  return ['libraries', 'services']
    .flatMap(folder => readdirSync(`${root}${folder}`, { recursive: true }).map(path => `${root}${folder}/${path}`))
    .filter(path => /src\/main\/.*Config\.java$/.test(path))
    .map(path => read(path))
    .filter(source => source.includes('@ConfigMapping'));
}

/** A method without parameters is a key; one that returns an interface of the same file is a group. */
function* keys(source, prefix) {
  const groups = [...source.matchAll(/\n {4}interface (\w+) \{\n([\s\S]*?)\n {4}\}/g)];
  const bodies = new Map(groups.map(([, name, body]) => [name, body.replaceAll(/^ {4}/gm, '')]));
  const own = groups.reduce((left, [whole]) => left.replace(whole, ''), source);
  for (const [, type, method] of own.matchAll(/\n {4}(?! )(\S.*?) (\w+)\(\);/g)) {
    const key = `${prefix}.${method.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
    if (bodies.has(type)) {
      yield* keys(`\n${bodies.get(type)}`, key);
    } else {
      yield key;
    }
  }
}

describe('the table of services', () => {
  test('has the same services as the values and their schema', () => {
    const names = Object.keys(table).sort();
    assert.deepEqual(Object.keys(defaults.services).sort(), names);
    assert.deepEqual(Object.keys(schema.properties.services.properties).sort(), names);
  });

  test('has every service that there is', () => {
    const runnable = readdirSync(`${root}services`)
      .filter(name => readdirSync(`${root}services/${name}`).includes('pom.xml'))
      .filter(name => read(`${root}services/${name}/pom.xml`).includes('quarkus-maven-plugin'));
    assert.deepEqual(Object.keys(table).sort(), runnable.sort());
  });

  test('calls only services that answer', () => {
    for (const { calls } of Object.values(table)) {
      for (const name of calls) {
        assert.equal(table[name].grpc, true, name);
      }
    }
  });

  test('names only settings that the services have', () => {
    const known = settings();
    const named = Object.values(table).flatMap(entry =>
      [entry.drain?.timeout, entry.drain?.perSecond, ...(entry.sessions?.limits ?? []), ...(entry.volumeSettings ?? [])]);
    for (const key of named.filter(name => name?.startsWith('guildhall.'))) {
      assert.ok(known.has(key), `${key} is no setting`);
    }
  });
});

describe('the settings that the chart writes', () => {
  test('are all known to the services', () => {
    const known = settings();
    const unknown = new Set();
    for (const render of Object.values(profiles)) {
      const rendered = render();
      for (const name of Object.keys(table)) {
        Object.keys(rendered.settings(name))
          .filter(key => key.startsWith('guildhall.') && !known.has(key))
          .forEach(key => unknown.add(key));
      }
    }
    assert.deepEqual([...unknown], []);
  });
});

describe('the values', () => {
  test('have a comment each', () => {
    assert.deepEqual(values().filter(value => value.comment === '').map(value => value.path).filter(path => !/^(services|defaults)\..*/.test(path)), []);
    assert.ok(values().length > 100);
  });

  test('are in the README as they are in values.yaml; ./guildhall chart docs writes them', () => {
    const { present, wanted } = pages();
    assert.equal(present, wanted);
  });

  test('are all known to the schema, which knows no others', () => {
    const open = [];
    walk(schema, '#', open);
    assert.deepEqual(open, []);
  });
});

/** Finds maps with named properties that would take any other. */
function walk(node, path, open) {
  if (node !== null && typeof node === 'object') {
    if (node.type === 'object' && node.properties && node.additionalProperties !== false) {
      open.push(path);
    }
    for (const [key, inner] of Object.entries(node)) {
      walk(inner, `${path}/${key}`, open);
    }
  }
}
