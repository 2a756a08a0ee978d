'use strict';
// Red-DiscordBot with all of its cogs, in a guild with people who have something to do with it.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { API, must, person, world, join, guild, authorise } = require('../../discordjs/support/platform');
const { begin, complete } = require('./process');
const { Person } = require('../../discordjs/support/person');
const { Conversation } = require('./conversation');

const HERE = path.join(__dirname, '../red');
/** Where what Red stands on is installed. */
const INSTALLED = process.env.GUILDHALL_RED;
const LEAVING = ['leavera', 'leaverb', 'leaverc', 'leaverd', 'leavere', 'leaverf'];
/** What it says only when it has failed. */
const BROKEN = /Error in command|is not found\.|Command "[^"]*" is not found/;

/** Makes the guild and starts Red in it. */
async function openHall() {
  const scene = await world();
  const { owner, guild: home } = scene;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-'));
  const repository = publish(folder);
  const names = {
    repository, cogs: path.join(HERE, 'cogs'), bot: scene.bot.id, owner: owner.id, ownername: owner.username,
    guild: home.id, channel: home.text, voice: home.voice,
  };
  for (const role of ['Chief', 'Helper', 'Knight']) {
    names[role.toLowerCase()] = (await must(owner.token, 'POST', `/guilds/${home.id}/roles`, { name: role })).id;
  }
  for (const channel of ['news', 'log']) {
    names[channel] = (await must(owner.token, 'POST', `/guilds/${home.id}/channels`, { name: channel })).id;
  }
  const members = {};
  for (const name of ['guest', 'other', ...LEAVING]) {
    const member = members[name] = await person(name);
    await join(owner, home.text, member);
    names[name] = member.id;
    names[`${name}name`] = member.username;
  }
  const second = await guild(owner);
  await authorise(owner, second.id, scene.bot.id);
  names.secondguild = second.id;
  const prepared = await prepareRed(scene, folder);
  let red = await prepared.live();
  const cast = {};
  for (const [name, account] of Object.entries({ owner, guest: members.guest, other: members.other })) {
    cast[name] = await new Person(account, scene.bot).arrive();
  }
  const conversation = new Conversation({ cast, place: { guild_id: home.id, channel_id: home.text }, names, broken: BROKEN });
  return {
    conversation,
    /** The names of everything that it answers to, as its own list has them. */
    async commands() {
      conversation.turn();
      await cast.owner.say(home.text, '!everything');
      await conversation.hears(cast.owner, 'everything.txt');
      const file = await fetch(conversation.answer.attachments[0].url);
      return (await file.text()).split('\n');
    },
    /** Says what makes it end; the status with which it does. */
    async end(command) {
      await cast.owner.say(home.text, command);
      const [status] = await red.ended;
      return status;
    },
    async again() {
      red = await prepared.live();
    },
    async close() {
      for (const each of Object.values(cast)) each.leave();
      await red.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A repository of cogs, as one on the net would be. */
function publish(folder) {
  const repository = path.join(folder, 'repository');
  fs.cpSync(path.join(HERE, 'repository'), repository, { recursive: true });
  const identity = ['-c', 'user.name=The hall', '-c', 'user.email=hall@example.org'];
  for (const words of [['init', '-q', '-b', 'main'], ['add', '.'], [...identity, 'commit', '-q', '-m', 'Build a lodge']]) {
    execFileSync('git', words, { cwd: repository });
  }
  return `file://${repository}`;
}

/** Sets Red up in the folder; it lives as often as is asked for. */
async function prepareRed(scene, folder) {
  const { url } = await must(null, 'GET', '/gateway');
  const log = fs.createWriteStream(process.env.GUILDHALL_RED_LOG ?? '/dev/null');
  const options = {
    cwd: folder,
    env: {
      ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder,
      PYTHONPATH: INSTALLED, PYTHONDONTWRITEBYTECODE: '1', API_BASE: API, GATEWAY_URL: url, CDN_URL: new URL(API).origin, NO_COLOR: '1',
    },
  };
  const data = path.join(folder, 'data');
  fs.mkdirSync(data);
  const start = path.join(HERE, 'start.py');
  await complete('python3', [start, 'redbot.setup', '--no-prompt', '--instance-name', 'hall', '--data-path', data], options, log);
  await complete('python3', [
    start, 'redbot', 'hall', '--edit', '--no-prompt', '--token', scene.bot.token, '--owner', scene.owner.id, '--prefix', '!',
  ], options, log);
  return {
    /** Lets it live until it is told to end, or ends. */
    async live() {
      const red = begin('python3', [start, 'redbot', 'hall', '--no-prompt', '--dev'], options, log);
      await red.printed(' cogs with ');
      return red;
    },
  };
}

module.exports = { openHall };
