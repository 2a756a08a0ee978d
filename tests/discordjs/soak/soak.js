'use strict';
// Ordinary and hostile traffic against one process, and what it still holds afterwards: ./guildhall soak.
const { readFileSync } = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const { API, world, person, bot, must, authorise } = require('../support/platform');
const { attacks } = require('./attacks');
const { Gauges, peak } = require('./gauges');
const { Tally } = require('./tally');
const { Traffic } = require('./traffic');

/** Attackers at once. */
const CROWD = 6;
/** Between two looks at the process. */
const EVERY = 5_000;
/** How much more than after the first part a process may hold at rest. */
const GROWTH = { heap_mb: 48, threads: 16, descriptors: 32 };
/** Until sessions and connections that nobody ends have ended. */
const SETTLING = 20_000;

const [pid, metrics, log, minutes] = process.argv.slice(2);

/** Traffic until the time is over; returns what it came to and the most that the process held. */
async function part(scene, gauges, duration, print) {
  const end = Date.now() + duration;
  const traffic = new Traffic(scene);
  await traffic.listen();
  const goes = attacks(scene);
  let next = 0;
  const attack = async () => {
    while (Date.now() < end) await goes[next++ % goes.length]();
  };
  let most = {};
  const watch = async () => {
    while (Date.now() < end) {
      const now = await gauges.sample();
      most = peak(most, now);
      if (print) console.log(Object.entries(now).map(([key, value]) => `${key}=${value}`).join(' '));
      await sleep(EVERY);
    }
  };
  await Promise.all([traffic.write(end), traffic.churn(end), watch(), ...Array.from({ length: CROWD }, attack)]);
  const outcome = await traffic.verdict();
  traffic.close();
  await sleep(SETTLING);
  return { outcome, most };
}

async function scene() {
  const here = await world();
  const [outsider, churner] = await Promise.all([person('outsider'), bot(here.owner)]);
  await authorise(here.owner, here.guild.id, churner.id);
  return {
    tally: new Tally(API),
    api: API,
    gateway: (await must(null, 'GET', '/gateway')).url,
    bot: here.bot,
    outsider,
    churner,
    guild: here.guild.id,
    channel: here.guild.text,
  };
}

/** What the process complained of: nothing that strangers send may fill its log. */
function complaints() {
  return readFileSync(log, 'utf8').split('\n').filter(line => / level=(WARN|ERROR|FATAL) /.test(line));
}

async function main() {
  const all = Number(minutes) * 60_000;
  const played = await scene();
  const gauges = new Gauges(pid, metrics);
  // What is loaded and cached once stands in both measurements.
  await part(played, gauges, all / 4, false);
  const before = await gauges.atRest();
  const { outcome, most } = await part(played, gauges, all - all / 4, true);
  const after = await gauges.atRest();

  const { counts, problems } = played.tally;
  const grown = Object.keys(GROWTH).filter(key => after[key] > before[key] + GROWTH[key]);
  const logged = complaints();
  for (const line of logged.slice(0, 20)) console.log(line);
  const faults = ['missed', 'doubled', 'disordered', 'ended'].reduce((sum, key) => sum + outcome[key], counts.broken + counts.unanswered + logged.length);
  for (const problem of problems) console.log(problem);
  for (const key of grown) console.log(`${key} grew from ${before[key]} to ${after[key]}`);
  const line = { minutes, failed: faults + grown.length, ...counts, ...outcome, complaints: logged.length };
  for (const key of Object.keys(before)) Object.assign(line, { [`${key}_before`]: before[key], [`${key}_after`]: after[key], [`${key}_peak`]: most[key] });
  console.log(Object.entries(line).map(([key, value]) => `${key}=${value}`).join(' '));
  process.exit(line.failed === 0 ? 0 : 1);
}

main();
