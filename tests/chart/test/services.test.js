import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { pages, values } from '../support/documentation.js';
import { chart, facts, root } from '../support/helm.js';
import { everySetting } from '../support/settings.js';

const read = path => readFileSync(path, 'utf8');
const table = facts(read);
const defaults = parse(read(`${chart}/values.yaml`));
const schema = JSON.parse(read(`${chart}/values.schema.json`));

describe('the table of services', () => {
  test('has the same services as the values and their schema', () => {
    const names = Object.keys(table).sort();
    assert.deepEqual(Object.keys(defaults.services).sort(), names);
    assert.deepEqual(Object.keys(schema.properties.services.properties).sort(), names);
  });

  test('has every service that there is', () => {
    const runnable = readdirSync(`${root}services`)
      // A part of the one process alone, until rooms are spread over nodes.
      .filter(name => name !== 'voice')
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
    const known = everySetting();
    const named = Object.values(table).flatMap(entry =>
      [entry.drain?.timeout, entry.drain?.perSecond, ...(entry.sessions?.limits ?? []), ...(entry.volumeSettings ?? [])]);
    for (const key of named.filter(name => name?.startsWith('guildhall.'))) {
      assert.ok(known.has(key), `${key} is no setting`);
    }
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
