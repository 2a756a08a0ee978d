// The table of values in the chart's README, from the comments of values.yaml. `node support/documentation.js` writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, parseDocument } from 'yaml';
import { chart, facts, root } from './helm.js';
import { everySetting, keysOfTemplates, readByName, settingsOf } from './settings.js';

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

const settingsFile = `${root}docs/settings.md`;

const introduction = `# Settings

Every setting of Guildhall's own that a service reads, made from the configuration interfaces by \`./guildhall chart docs\`. A setting can be given as a property, or as a variable of the
environment: \`guildhall.redis.timeout\` is \`GUILDHALL_REDIS_TIMEOUT\`. The chart takes every one of them in \`settings\`, for all services, or in \`services.<name>.settings\`; those with a mark it
sets by itself, from its values. A service does not start with a key of its own that it does not know.
`;

/** The page of settings as it is, and as it should be. */
export function settingsPage() {
  const present = existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : '';
  return { present, wanted: `${introduction}\n${settingsTable()}\n` };
}

function settingsTable() {
  const readers = new Map();
  for (const service of Object.keys(facts(path => readFileSync(path, 'utf8'))).filter(name => name !== 'standalone')) {
    for (const key of new Set([...settingsOf(service).keys(), ...readByName(service)])) {
      readers.set(key, [...(readers.get(key) ?? []), service]);
    }
  }
  const set = keysOfTemplates();
  const rows = [...everySetting().values()].sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ key, about, fallback, each }) => {
      const name = each ? `${key}.<name>` : key;
      const who = readers.get(key)?.join(', ') ?? 'standalone';
      return `| \`${name}\`${set.has(key) ? ' ✓' : ''} | ${escaped(about)} | ${fallback === undefined ? '' : `\`${escaped(fallback)}\``} | ${who} |`;
    });
  return ['| setting | what it is | default | read by |', '|---|---|---|---|', ...rows].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(readme, pages().wanted);
  writeFileSync(settingsFile, settingsPage().wanted);
}
