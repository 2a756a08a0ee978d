'use strict';
// Runs one library's program against the instance: node run.js NAME REPORT COMMAND...
//
// Beside the report, which is in JUnit's XML, it leaves the same as JSON (what the table of docs/compatibility.md is made of), and every
// answer that the program was given (recorded-library-NAME.jsonl), to be held against the API's description.
//
// The program gets a scene in its environment (named as ./guildhall demo names it), takes the steps of steps.js and prints one line
// for each: "ok STEP", "skipped STEP WHY" or "failed STEP WHY". A step of which it says nothing has failed, so a program that dies
// can't pass. What a person does meanwhile it asks of the stage, see stage.js.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { STEPS } = require('./steps');
const { openStage } = require('./stage');

const [name, report, command, ...parameters] = process.argv.slice(2);

/** How long a whole program may take before what it has not said counts as failed. */
const PATIENCE = 240_000;

async function main() {
  const answers = [];
  const stage = await openStage(answer => answers.push(JSON.stringify(answer)));
  const results = await perform(stage.environment);
  stage.close();
  fs.writeFileSync(report, junit(results));
  fs.writeFileSync(report.replace(/\.xml$/, '.json'), JSON.stringify({ name, steps: results.map(result => ({ ...result, what: STEPS.get(result.step) })) }));
  fs.writeFileSync(path.join(path.dirname(report), `recorded-library-${name}.jsonl`), answers.map(line => `${line}\n`).join(''));
  const wrong = results.filter(result => result.outcome === 'failed').length;
  process.exit(wrong === 0 ? 0 : 1);
}

async function perform(environment) {
  const program = spawn(command, parameters, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const timer = setTimeout(() => program.kill('SIGKILL'), PATIENCE);
  const said = new Map();
  const started = Date.now();
  let last = started;
  for await (const line of readline.createInterface({ input: program.stdout })) {
    const match = /^(ok|skipped|failed) (\S+) ?(.*)$/.exec(line);
    if (!match || !STEPS.has(match[2])) {
      console.log(`  ${line}`);
      continue;
    }
    const now = Date.now();
    const result = { step: match[2], outcome: match[1], why: match[3], seconds: (now - last) / 1000 };
    last = now;
    said.set(result.step, result);
    print(result);
  }
  clearTimeout(timer);
  for (const step of STEPS.keys()) {
    if (!said.has(step)) {
      said.set(step, { step, outcome: 'failed', why: 'the program said nothing of it', seconds: 0 });
      print(said.get(step));
    }
  }
  return [...STEPS.keys()].map(step => said.get(step));
}

const SIGNS = { ok: '✔', skipped: '-', failed: '✖' };

function print({ step, outcome, why, seconds }) {
  console.log(`${SIGNS[outcome]} ${name} ${STEPS.get(step)} (${seconds.toFixed(1)} s)${why ? `: ${why}` : ''}`);
}

function junit(results) {
  const cases = results.map(({ step, outcome, why, seconds }) => {
    const inner = { ok: '', skipped: `<skipped message="${escape(why)}"/>`, failed: `<failure message="${escape(why)}"/>` }[outcome];
    return `  <testcase classname="${escape(name)}" name="${escape(STEPS.get(step))}" time="${seconds}">${inner}</testcase>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuite name="${escape(name)}">\n${cases.join('\n')}\n</testsuite>\n`;
}

function escape(text) {
  return text.replace(/[\u0000-\u001f]/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
