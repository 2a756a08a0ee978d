'use strict';
// What came of the ordeals, for whoever reads the repository: one row for each process, fault and kind of process (a JVM or a native
// executable), the newest that was led. Rows of other runs stay as they are, so that the matrix can be led in pieces; what was never led with
// JVMs says so.
const { execFileSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const { table } = require('../support/table');

const COUNTED = ['messages', 'events', 'sessions', 'ended', 'resumed', 'refused', 'lost', 'missed', 'doubled', 'disordered', 'silent'];
const TITLES = ['process', 'fault', 'as', ...COUNTED, 'slowest_ms', 'holds', 'date', 'commit', 'machine'];
const NEVER = 'not led';
const JVM = 'jvm';
const NATIVE = 'native';

const git = (root, ...what) => execFileSync('git', ['-C', root, ...what], { encoding: 'utf8' }).trim();

/** Where and of what this run is: `{ date, commit, machine }`. With a plus the processes are built of changes that are in no commit. */
function circumstances(root) {
  const changed = git(root, 'status', '--porcelain', '--', 'pom.xml', 'shared-model', 'libraries', 'services') !== '';
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git(root, 'rev-parse', '--short', 'HEAD') + (changed ? '+' : ''),
    machine: `${os.availableParallelism()} processors, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
  };
}

const key = row => `${row.process} ${row.fault} ${row.as}`;

/**
 * @param kept rows of earlier runs
 * @param led rows of this run
 * @param cells `[process, fault]` of the whole matrix, in its order
 * @returns one row for each cell, and after them those of cells that are no part of the matrix
 */
function merged(kept, led, cells) {
  const rows = new Map([...kept, ...led].map(row => [key(row), row]));
  const matrix = cells.map(([process, fault]) => ({ process, fault, as: JVM })).map(cell => rows.get(key(cell)) ?? cell);
  const known = new Set(matrix.map(key));
  return [...matrix, ...[...rows.values()].filter(row => !known.has(key(row)))];
}

/** The rows of a report as {@link written}, without those of cells that were never led. Those of older reports are all of JVMs. */
function read(text) {
  const [titles = [], ...lines] = text.split('\n')
    .filter(line => line.startsWith('| '))
    .map(line => line.slice(1, -1).split('|').map(cell => cell.trim()));
  return lines
    .map(cells => ({ as: JVM, ...Object.fromEntries(titles.map((title, place) => [title, cells[place]])) }))
    .filter(row => row.holds !== NEVER);
}

function written(rows) {
  const led = rows.filter(row => row.holds !== undefined);
  const cells = table(rows, TITLES.map(title => [`| ${title}`, row => `| ${row[title] ?? (title === 'holds' ? NEVER : '')}`]));
  const [titles, , ...lines] = cells.map(line => `${line} |`);
  return [
    '# Killed and stopped processes: what came of it',
    '',
    'Written by `./guildhall failover --report`, see docs/development.md for what is done and counted. A run replaces the rows of the cells that it',
    'led; each row says when, of which commit and on which machine, and whether the services were JVMs or native executables. A fault is `kill`, `slow`, `lag`, or the seconds for which the process',
    'stood still. `holds` is `yes`, or what was found that must not be.',
    '',
    `${led.length} of ${rows.length} cells were led, and ${led.filter(row => row.holds === 'yes').length} of these hold.`,
    '',
    titles,
    `|${'---|'.repeat(TITLES.length)}`,
    ...lines,
    '',
  ].join('\n');
}

/** @param results `{ node, kind, as, found, faults }` of this run; `found` is null when the ordeal could not be led to its end */
function report(file, root, results, cells) {
  const where = circumstances(root);
  const led = results.map(({ node, kind, as, found, faults }) => ({
    process: node,
    fault: kind,
    as,
    ...Object.fromEntries(COUNTED.map(name => [name, found?.[name] ?? ''])),
    slowest_ms: found?.slowest ?? '',
    holds: found === null ? 'not led to its end' : faults.join(' ') || 'yes',
    ...where,
  }));
  const kept = existsSync(file) ? read(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, written(merged(kept, led, cells)));
}

module.exports = { COUNTED, JVM, NATIVE, merged, read, report, written };
