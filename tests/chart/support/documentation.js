// The table of values in the chart's README, from the comments of values.yaml. `node support/documentation.js` writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parseDocument } from 'yaml';
import { chart } from './helm.js';

const readme = `${chart}/README.md`;
const begin = '<!-- values: made by ./guildhall chart docs -->';
const end = '<!-- end of values -->';

/** Every value: its path, its default, and its comment. A map is one value where nobody says more about what is in it. */
export function values() {
  const document = parseDocument(readFileSync(`${chart}/values.yaml`, 'utf8'));
  return [...entries(document.contents, '')];
}

function* entries(map, prefix) {
  for (const [index, pair] of map.items.entries()) {
    const path = `${prefix}${pair.key.value}`;
    const comment = commentOf(map, pair, index);
    const inner = pair.value;
    if (isMap(inner) && explains(inner)) {
      yield* entries(inner, `${path}.`);
    } else {
      yield { path, comment, fallback: JSON.stringify(isScalar(inner) ? inner.value : inner.toJSON()) };
    }
  }
}

/** Whether there is a comment at any depth of the map. */
function explains(map) {
  return map.items.some((item, at) => commentOf(map, item, at) !== '' || (isMap(item.value) && explains(item.value)));
}

/** The comment above a key; the parser hangs that of a map's first key on the map. */
function commentOf(map, pair, index) {
  const text = pair.key.commentBefore ?? (index === 0 ? map.commentBefore : undefined) ?? '';
  return text.split('\n\n').at(-1).split('\n').map(line => line.trim()).join(' ').trim();
}

export function table() {
  const rows = values().map(({ path, comment, fallback }) =>
    `| \`${path}\` | ${escaped(comment)} | \`${escaped(fallback)}\` |`);
  return ['| value | what it is | default |', '|---|---|---|', ...rows].join('\n');
}

function escaped(text) {
  return text.replaceAll('|', '\\|');
}

/** The README as it is, and as it should be. */
export function pages() {
  const present = readFileSync(readme, 'utf8');
  const from = present.indexOf(begin) + begin.length;
  const to = present.indexOf(end);
  return { present, wanted: `${present.slice(0, from)}\n${table()}\n${present.slice(to)}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readme, pages().wanted);
}
