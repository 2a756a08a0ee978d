// The names under which the services' metrics reach Prometheus, taken from the code that makes them.
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './helm.js';

/** What Prometheus gets of a meter of each kind. */
const series = {
  hop: ['seconds_bucket', 'seconds_count', 'seconds_sum', 'seconds_max'],
  timer: ['seconds_count', 'seconds_sum', 'seconds_max'],
  summary: ['count', 'sum', 'max'],
  counter: ['total'],
  gauge: [''],
};

/** How a name stands in the code: as a string for a class, or alone where a class has a helper for its own names. */
const named = String.raw`(?:\s*Metrics\.name\(\s*\w+\.class,\s*|\s*name\(\s*|\s*)"([a-z.]+)"`;
const kinds = [
  ['hop', /Metrics\.hop\(\s*\w+,\s*\w+\.class,\s*"([a-z.]+)"/g],
  ['counter', new RegExp(String.raw`(?:Counter\.builder|registry\.counter|\bcounter)\(${named}`, 'g')],
  ['gauge', new RegExp(String.raw`(?:Gauge\.builder|registry\.gauge|\bgauge)\(${named}`, 'g')],
  ['summary', new RegExp(String.raw`registry\.summary\(${named}`, 'g')],
  ['timer', new RegExp(String.raw`registry\.timer\(${named}`, 'g')],
  // Work beside requests counts its pieces under the name that it is made with.
  ['counter', new RegExp(String.raw`new Aside\(\s*"[\w-]+",${named}`, 'g')],
  // A name in a constant, for a timer whose tags come with each value.
  ['timer', /String [A-Z_]+ = Metrics\.name\(\s*\w+\.class,\s*"([a-z.]+)"/g],
];

/** Names that services do not make themselves: the JVM's, the servers', and those of what Kubernetes is watched with. */
const others = [
  /^(jvm|process|system|netty|http_server|worker_pool|grpc)_[a-z_]+$/,
  /^up$/,
  /^kube_[a-z_]+$/,
  /^container_[a-z_]+$/,
  /^certmanager_[a-z_]+$/,
];

/** Every file that makes metrics, as its service and its text. */
function sources() {
  return ['libraries', 'services']
    .flatMap(folder => readdirSync(`${root}${folder}`, { recursive: true }).map(path => `${root}${folder}/${path}`))
    .filter(path => /src\/main\/java\/.*\.java$/.test(path))
    .map(path => ({ service: /io\/guildhall\/(\w+)/.exec(path)[1], text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.includes('import io.guildhall.observability.Metrics;'));
}

/** The names of Guildhall's own series, in all kinds that they have. */
export function ownSeries() {
  const names = new Set();
  for (const { service, text } of sources()) {
    for (const [kind, pattern] of kinds) {
      for (const [, what] of text.matchAll(pattern)) {
        for (const end of series[kind]) {
          names.add(['guildhall', service, what.replaceAll('.', '_'), end].filter(Boolean).join('_'));
        }
      }
    }
  }
  return names;
}

/** Names that stand in the code beside what {@link ownSeries} found: a way of making metrics that it does not know. */
export function unrecognised() {
  const found = ownSeries();
  return sources().flatMap(({ service, text }) =>
    [...text.matchAll(/(?:Metrics\.name\(\s*\w+\.class,|(?<!\.)\bname\()\s*"([a-z.]+)"/g)]
      .map(([, what]) => `guildhall_${service}_${what.replaceAll('.', '_')}`)
      .filter(name => ![...found].some(known => known.startsWith(name))));
}

export function isKnown(name, recorded = new Set()) {
  return recorded.has(name) || ownSeries().has(name) || others.some(pattern => pattern.test(name));
}
