// The chart as helm renders it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments, parse } from 'yaml';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const chart = `${root}helm/guildhall`;

const helm = process.env.GUILDHALL_HELM || 'helm';
const kubernetes = '1.33.0';

/** What helm said, by what it was asked: most tests look at the same few renders. */
const answers = new Map();

/**
 * Renders the chart; objects are the caller's own.
 *
 * @param {object} values what is set over the files
 * @param {string[]} files values files of the chart, or paths that begin with /
 * @returns {Rendered} the objects, or the sentence with which helm refused
 */
export function render(values = {}, files = []) {
  const question = JSON.stringify([values, files]);
  if (!answers.has(question)) {
    answers.set(question, ask(values, files));
  }
  return new Rendered(...answers.get(question));
}

/** Renders the chart with new random values, under a release name of its own. */
export function renderAnew(values = {}, release = 'guildhall') {
  return new Rendered(...ask(values, [], release));
}

function ask(values, files, release = 'guildhall') {
  const paths = files.map(file => (file.startsWith('/') ? file : `${chart}/${file}`));
  const result = spawnSync(
    helm,
    ['template', release, chart, '--namespace', 'chat', '--kube-version', kubernetes,
      ...paths.flatMap(path => ['--values', path]), '--values', '-'],
    { input: JSON.stringify(values), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (result.error) {
    throw result.error;
  }
  return result.status === 0 ? [result.stdout, undefined] : ['', result.stderr];
}

/** What helm made of one set of values. */
export class Rendered {
  constructor(text, refusal) {
    this.text = text;
    this.refusal = refusal;
    this.objects = parseAllDocuments(text).map(document => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS();
    }).filter(object => object !== null);
  }

  all(kind) {
    return this.objects.filter(object => object.kind === kind);
  }

  /** The one object of the kind with this component's name; undefined when there is none. */
  one(kind, component) {
    return this.all(kind).find(object => object.metadata.name === `guildhall-${component}`);
  }

  /** The spec of a component's pods. */
  pod(component) {
    return this.pods().find(([object]) => object.metadata.name === `guildhall-${component}`)?.[1];
  }

  /** Every object that makes pods, with their spec. */
  pods() {
    return this.objects.map(object => [object, object.kind === 'Pod' ? object.spec : object.spec?.template?.spec])
      .filter(([, pod]) => pod !== undefined);
  }

  container(component) {
    return this.pod(component)?.containers[0];
  }

  /** A component's settings by key. */
  settings(component) {
    const text = this.one('ConfigMap', component)?.data['application.properties'] ?? '';
    return Object.fromEntries(text.split('\n').filter(line => line !== '').map(line => {
      const end = line.indexOf('=');
      return [line.slice(0, end), line.slice(end + 1)];
    }));
  }

  /** The environment of a component's container by name. */
  environment(component) {
    return Object.fromEntries(this.container(component).env.map(entry => [entry.name, entry.value ?? entry.valueFrom]));
  }
}

/** The table of services that the chart goes by. */
export function facts(read) {
  return parse(read(`${chart}/files/services.yaml`));
}
