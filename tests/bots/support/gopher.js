'use strict';
// Whole bots that discordgo's module has, as its authors wrote them: built from Go's registry and run. They have no setting for the
// address: the linker gives the library's constant for it, nothing else, another value.
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { API, must, world } = require('../../discordjs/support/platform');
const { until } = require('../../discordjs/support/clients');
const { Person } = require('../../discordjs/support/person');
const { begin } = require('./process');

const MODULE = path.join(__dirname, '../gophers');
const EXAMPLES = 'github.com/bwmarrin/discordgo/examples';
const ADDRESS = `github.com/bwmarrin/discordgo.EndpointDiscord=${API.slice(0, -'api'.length)}`;

const missing = spawnSync('go', ['version']).status === 0 ? false : 'Go is missing';

/** Builds one and runs it for a guild of its own. */
async function openBurrow(name, { ready, commands = 0, parameters = () => [] }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-gopher-'));
  const program = path.join(folder, name);
  execFileSync('go', ['build', '-mod=readonly', '-buildvcs=false', '-o', program, '-ldflags', `-X ${ADDRESS}`, `${EXAMPLES}/${name}`],
    { cwd: MODULE, stdio: ['ignore', 'ignore', 'inherit'] });
  const scene = await world();
  const given = ['-token', scene.bot.token, ...parameters(scene)];
  const running = begin(program, given, { cwd: folder }, fs.createWriteStream('/dev/null'));
  const owner = await new Person(scene.owner, scene.bot).arrive();
  await running.printed(ready);
  const kept = `/applications/${scene.bot.id}/guilds/${scene.guild.id}/commands`;
  await until('its commands', async () => (await must(scene.bot.authorization, 'GET', kept)).length === commands);
  return {
    ...scene,
    running,
    person: owner,
    place: { guild_id: scene.guild.id, channel_id: scene.guild.text },
    async close() {
      owner.leave();
      await running.stop();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

module.exports = { missing, openBurrow };
