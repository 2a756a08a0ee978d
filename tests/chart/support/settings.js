// The settings that services read, taken from their configuration interfaces, and which of them each service has.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chart, facts, root } from './helm.js';

const read = path => readFileSync(path, 'utf8');

/**
 * A setting.
 *
 * @typedef {{key: string, about: string, fallback: string | undefined, each: boolean}} Setting
 *   each: it stands for one setting behind each name that an operator chooses
 */

/** Every setting of a service, its libraries' too, by its key. */
export function settingsOf(service) {
  const found = new Map();
  for (const module of modules(service)) {
    for (const source of configurations(module)) {
      const prefix = /prefix = "([^"]+)"/.exec(source)[1];
      for (const setting of settings(source.slice(source.indexOf('public interface')), prefix)) {
        found.set(setting.key, setting);
      }
    }
  }
  return found;
}

/** Keys that a service reads one by one, of settings that another one has as an interface. */
export function readByName(service) {
  return new Set(modules(service).flatMap(module => sources(module))
    .flatMap(source => [...source.matchAll(/@ConfigProperty\(name = "(guildhall\.[a-z0-9.-]+)"/g)].map(([, key]) => key)));
}

/** The settings of all services of the chart. */
export function everySetting() {
  return new Map(Object.keys(facts(read)).flatMap(service => [...settingsOf(service)]));
}

/** The extensions of Quarkus that a service is built with, by their artifacts' names. */
export function extensionsOf(service) {
  return new Set(modules(service).flatMap(module => dependencies(module).map(({ artifact }) => artifact)));
}

/** The folder of a service, and those of what it stands on. */
function modules(service) {
  const found = [];
  const open = [`services/${service}`];
  while (open.length > 0) {
    const module = open.pop();
    if (!found.includes(module)) {
      found.push(module);
      const own = dependencies(module).filter(({ group }) => group === 'io.guildhall').map(({ artifact }) => artifact);
      open.push(...own.map(name => [name, `libraries/${name}`, `services/${name}`].find(path => existsSync(`${root}${path}/pom.xml`))));
    }
  }
  return found;
}

/** What a module needs to run. */
function dependencies(module) {
  const [, list = ''] = /<\/parent>[\s\S]*?<dependencies>([\s\S]*?)\n {2}<\/dependencies>/.exec(read(`${root}${module}/pom.xml`)) ?? [];
  return [...list.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)]
    .map(([, text]) => text.replace(/<exclusions>[\s\S]*<\/exclusions>/, ''))
    .filter(text => !text.includes('<scope>test</scope>'))
    .map(text => ({ group: /<groupId>(.*?)</.exec(text)[1], artifact: /<artifactId>(.*?)</.exec(text)[1] }))
    .filter(({ artifact }) => artifact !== 'testing');
}

function configurations(module) {
  return sources(module).filter(source => source.includes('@ConfigMapping('));
}

function sources(module) {
  const folder = `${root}${module}/src/main`;
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter(path => path.endsWith('.java')).map(path => read(`${folder}/${path}`))
    : [];
}

/** A method without parameters is a setting; one that returns an interface of the same file is a group. */
function* settings(source, prefix, outer = new Map()) {
  const groups = [...source.matchAll(/\n {4}interface (\w+) \{\n([\s\S]*?)\n {4}\}/g)];
  const bodies = new Map([...outer, ...groups.map(([, name, body]) => [name, body.replaceAll(/^ {4}/gm, '')])]);
  const own = groups.reduce((left, [whole]) => left.replace(whole, ''), source);
  const method = /(?:\n {4}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/)?((?:\n {4}@[^\n]*)*)\n {4}(?![ @*/}])([^\n(]*?) (\w+)\(\);/g;
  for (const [, comment = '', annotations, type, name] of own.matchAll(method)) {
    const key = `${prefix}.${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
    if (bodies.has(type)) {
      yield* settings(`\n${bodies.get(type)}`, key, bodies);
    } else {
      yield { key, about: plain(comment), fallback: /@WithDefault\("([^"]*)"\)/.exec(annotations)?.[1], each: type.startsWith('Map<') };
    }
  }
}

function plain(comment) {
  return comment.replaceAll(/\{@(?:code|link) ([^}]*)\}/g, '`$1`').split('\n')
    .map(line => line.replace(/^\s*\*? ?/, '').trim()).filter(line => line !== '' && !line.startsWith('@'))
    .join(' ');
}

/** The keys that the chart's templates and its table of services name. */
export function keysOfTemplates() {
  const folder = `${chart}/templates`;
  const texts = [...readdirSync(folder).filter(file => /\.(tpl|yaml)$/.test(file)).map(file => read(`${folder}/${file}`)),
    read(`${chart}/files/services.yaml`)];
  return new Set(texts.flatMap(text => [
    ...[...text.matchAll(/^((?:guildhall|quarkus|kafka)\.[a-z0-9.-]+[a-z0-9]):/gm)].map(([, key]) => key),
    ...[...text.matchAll(/set \$settings "([^"]+)"/g)].map(([, key]) => key),
    ...[...text.matchAll(/(?:timeout|perSecond): (guildhall\.\S+)/g)].map(([, key]) => key),
    ...[...text.matchAll(/(?:limits|volumeSettings): \[([^\]]*)\]/g)].flatMap(([, list]) => list.split(', ')).filter(key => key.startsWith('guildhall.')),
  ]));
}

/** The variables of the environment that templates name for services, as the settings that they are. */
export function variablesOfTemplates() {
  const folder = `${chart}/templates`;
  const text = readdirSync(folder).filter(file => /\.tpl$/.test(file)).map(file => read(`${folder}/${file}`)).join('\n');
  return new Set([...text.matchAll(/"variable" "([A-Z0-9_]+)"|- name: ((?:GUILDHALL|QUARKUS)_[A-Z0-9_]+)/g)].map(([, first, second]) => first ?? second));
}

/** The variable of the environment that stands for a setting. */
export function variable(key) {
  return key.replaceAll(/[^a-z0-9]/g, '_').toUpperCase();
}
