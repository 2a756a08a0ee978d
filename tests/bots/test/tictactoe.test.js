'use strict';
// A whole bot from npm's registry, discord-tictactoe, as its own command starts it: two people play a game by its slash command and buttons.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { API, world, person, join } = require('../../discordjs/support/platform');
const { until } = require('../../discordjs/support/clients');
const { Person } = require('../../discordjs/support/person');
const { begin } = require('../support/process');

const HERE = path.join(__dirname, '..');
const COMMAND = path.join(HERE, 'node_modules/discord-tictactoe/dist/bin/tictactoe.js');
const ROWS = 3;
/** The style of a field that is nobody's. */
const IDLE = 2;
/** The first wins with the upper row while the second fills the middle one. */
const MOVES = ['0', '3', '1', '4', '2'];

describe('a game of tic-tac-toe', () => {
  let scene;
  let game;
  let people;
  let place;

  before(async () => {
    scene = await world();
    const guest = await person('guest');
    await join(scene.owner, scene.guild.text, guest);
    place = { guild_id: scene.guild.id, channel_id: scene.guild.text };
    const environment = { ...process.env, API_BASE: API, TOKEN: scene.bot.token };
    game = begin('node', ['--require', path.join(HERE, 'tictactoe/point.js'), COMMAND], { cwd: HERE, env: environment }, fs.createWriteStream('/dev/null'));
    await game.printed('ready to be used');
    people = await Promise.all([scene.owner, guest].map(account => new Person(account, scene.bot).arrive()));
  });

  after(async () => {
    for (const each of people ?? []) each.leave();
    await game?.stop();
  });

  const seen = (what, fits) => until(what, () => people[0].heardIn(scene.guild.text).find(fits));

  test('its command is registered when it is asked to', async () => {
    await people[0].say(scene.guild.text, `<@${scene.bot.id}> tttdeploy`);
    await seen('the command', message => message.content === 'Command /tictactoe has been registered.');
  });

  test('who is challenged accepts, and who has three in a row wins', async () => {
    await people[0].run(place, 'tictactoe', { opponent: people[1].account.id });
    const challenge = await seen('the challenge', message => message.components.length > 0);
    await people[1].press({ ...challenge, ...place }, 'yes');
    let board = await seen('the board', message => message.components.length === ROWS && / select your move/.test(message.content));
    const first = people.find(each => board.content.includes(each.account.id));
    const players = [first, people.find(each => each !== first)];
    for (const [turn, move] of MOVES.entries()) {
      await players[turn % 2].press({ ...board, ...place }, move);
      board = await seen(`move ${turn}`, message => message.id === board.id && message.components.length === ROWS && taken(message) === turn + 1);
    }
    assert.match(board.content, new RegExp(`:tada: <@!?${first.account.id}> has won the game!`));
  });

  test('its command is taken away again', async () => {
    await people[0].say(scene.guild.text, `<@${scene.bot.id}> tttdelete`);
    await seen('the command', message => message.content === 'Command /tictactoe has been unregistered.');
  });
});

/** How many fields of a board are somebody's. */
function taken(board) {
  return board.components.flatMap(row => row.components).filter(button => button.style !== IDLE).length;
}
