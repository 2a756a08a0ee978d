'use strict';
// Red-DiscordBot, unmodified, with all of its cogs: a person goes through everything that it can do, and it answers as its documentation
// says.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { openHall } = require('../support/red');
const { read } = require('../support/transcript');

const FOLDER = path.join(__dirname, '../red');
/** It has more commands than this, or not all of its cogs are there. */
const MANY = 400;
/** What Red ends with when it wants to be started again. */
const RESTART = 26;
const TRANSCRIPTS = fs.readdirSync(FOLDER).filter(name => /^\d.*\.txt$/.test(name)).sort();

const skip = process.env.GUILDHALL_RED ? false : 'what it stands on is not installed';

describe('Red answers every command as its documentation says', { skip }, () => {
  let hall;
  let all;

  before(async () => {
    hall = await openHall();
  });

  after(() => hall?.close());

  for (const name of TRANSCRIPTS) {
    test(name.replace(/^\d+-|\.txt$/g, ''), () => hall.conversation.perform(path.join(FOLDER, name)));
  }

  test('all of its cogs are there', async () => {
    all = await hall.commands();
    assert.ok(all.length > MANY, `${all.length}`);
  });

  test('it restarts and ends when it is told to', async () => {
    assert.equal(await hall.end('!restart'), RESTART);
    await hall.again();
    await hall.conversation.perform(path.join(FOLDER, 'again.txt'));
    assert.equal(await hall.end('!shutdown'), 0);
  });

  test('every command was said, or what it would need stands in excused.txt', async () => {
    const said = new Set(TRANSCRIPTS.flatMap(name => read(path.join(FOLDER, name))).map(({ text }) => text).concat('!restart', '!shutdown'));
    const excused = fs.readFileSync(path.join(FOLDER, 'excused.txt'), 'utf8').split('\n')
      .filter(line => line && !line.startsWith('#')).map(line => line.split(': ')[0]);
    const missing = all.filter(command => !saysOne([...said], command) && !excused.includes(command));
    assert.deepEqual(missing, []);
    assert.deepEqual(excused.filter(command => !all.includes(command)), []);
  });
});

/** Whether a line says the command, or one of its aliases that only differ in the last word. */
function saysOne(lines, command) {
  const pattern = new RegExp(`(^|\\|)[!?$]${command}( |$|\\|)`);
  return lines.some(line => pattern.test(line));
}
