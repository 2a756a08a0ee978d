'use strict';
// Five bots as people write them, each in a guild of its own with an owner and a guest, led through what they do for people.
const { must, world, person, join } = require('../platform');
const { login } = require('../clients');
const { Person } = require('../person');

const BOTS = {
  moderation: require('./moderation'),
  roles: require('./roles'),
  tickets: require('./tickets'),
  polls: require('./polls'),
  music: require('./music'),
};

/** Makes the guild of a bot and lets it log in; what its scenes are told. */
async function begin(bot) {
  const { owner, guild, bot: account } = await world();
  const guest = await person('guest');
  await join(owner, guild.text, guest);
  const make = (path, body) => must(owner.token, 'POST', `/guilds/${guild.id}/${path}`, body);
  const [log, smith, reader] = [await make('channels', { name: 'log' }), await make('roles', { name: 'Smith' }), await make('roles', { name: 'Reader' })];
  const place = { guild: guild.id, channel: guild.text, voice: guild.voice, log: log.id, smith: smith.id, reader: reader.id, bot: account };
  const client = await login(account.token);
  bot.install(client, place);
  const people = await Promise.all([owner, guest].map(each => new Person(each, account).arrive()));
  return { ...place, owner: people[0], guest: people[1] };
}

/**
 * Leads all bots through their scenes at the same time.
 *
 * @param between called once, when every bot has had its first scene and while the next are under way
 * @return what went wrong, by the names of the bots
 */
async function perform(between = async () => {}) {
  const wrong = {};
  const running = await Promise.all(Object.entries(BOTS).map(async ([name, bot]) => ({ name, place: await begin(bot), scenes: bot.scenes })));
  const plays = running.map(({ name, place, scenes }) => ({ name, place, scenes: scenes(place) }));
  const guarded = (name, play) => play.catch(error => {
    wrong[name] = error.message;
  });
  await Promise.all(plays.map(({ name, scenes }) => guarded(name, scenes.next())));
  const rest = plays.filter(({ name }) => !(name in wrong)).map(({ name, scenes }) => guarded(name, finish(scenes)));
  await between();
  await Promise.all(rest);
  for (const { place } of plays) for (const each of [place.owner, place.guest]) each.leave();
  return wrong;
}

async function finish(scenes) {
  for (;;) if ((await scenes.next()).done) return;
}

module.exports = { perform };
