// The renders that are kept in golden/. `node support/golden.js` writes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { profiles } from './profiles.js';

/** What the file of a profile should say. */
export function golden(rendered) {
  return rendered.objects.map(steady).sort(byKindAndName).map(object => stringify(object, { lineWidth: 0 })).join('---\n');
}

export function file(name) {
  return fileURLToPath(new URL(`../golden/${name}.yaml`, import.meta.url));
}

export function kept(name) {
  return readFileSync(file(name), 'utf8');
}

/** Without what is drawn anew for each render, and without the files that are in the repository already. */
function steady(object) {
  const copy = structuredClone(object);
  if (copy.kind === 'Secret') {
    copy.data = Object.fromEntries(Object.keys(copy.data).map(key => [key, '(random)']));
  }
  if (copy.metadata.name.includes('-dashboard-')) {
    copy.data = Object.fromEntries(Object.keys(copy.data).map(key => [key, '(the file)']));
  }
  const annotations = copy.spec?.template?.metadata?.annotations;
  if (annotations?.['checksum/secrets']) {
    annotations['checksum/secrets'] = '(random)';
  }
  return copy;
}

function byKindAndName(one, other) {
  return `${one.kind} ${one.metadata.name}`.localeCompare(`${other.kind} ${other.metadata.name}`, 'en');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, render] of Object.entries(profiles)) {
    writeFileSync(file(name), golden(render()));
  }
}
