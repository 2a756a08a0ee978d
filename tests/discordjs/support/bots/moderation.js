'use strict';
// A bot that warns, silences and bans, and writes down what it did.
const { must, call } = require('../platform');
const { come } = require('./patience');

const WARNINGS = 2;
const SILENCE = 600_000;

function moderation(client, { log }) {
  const warnings = new Map();

  async function note(guild, text) {
    await (await guild.channels.fetch(log)).send(text);
  }

  client.on('messageCreate', async message => {
    const [command, ...words] = message.content.split(' ');
    const member = message.mentions.members?.first();
    if (command === '!warn') {
      const count = (warnings.get(member.id) ?? 0) + 1;
      warnings.set(member.id, count);
      if (count >= WARNINGS) await member.timeout(SILENCE, 'warned too often');
      await note(message.guild, `${member.id} was warned ${count} times`);
    }
    if (command === '!ban') {
      await member.ban({ reason: words.slice(1).join(' ') });
      await note(message.guild, `${member.id} was banned`);
    }
    if (command === '!pardon') {
      await message.guild.bans.remove(words[0]);
      await note(message.guild, `${words[0]} was pardoned`);
    }
    if (/badword/.test(message.content)) {
      await message.delete();
      await note(message.guild, `a message of ${message.author.id} was removed`);
    }
  });
}

/** What people do with it, one after the other; what they see is checked. */
async function* moderated({ owner, guest, guild, channel, log }) {
  const noted = text => come(text, () => owner.heardIn(log).find(message => message.content === text));
  const silenced = async () => (await must(owner.account.token, 'GET', `/guilds/${guild}/members/${guest.account.id}`)).communication_disabled_until;
  await owner.insist(channel, `!warn <@${guest.account.id}>`);
  await noted(`${guest.account.id} was warned 1 times`);
  yield;
  const rude = await guest.insist(channel, 'this is a badword');
  await noted(`a message of ${guest.account.id} was removed`);
  await come('the message is gone', async () => (await call(owner.account.token, 'GET', `/channels/${channel}/messages/${rude.id}`)).status === 404);
  yield;
  await owner.insist(channel, `!warn <@${guest.account.id}>`);
  await noted(`${guest.account.id} was warned 2 times`);
  await come('the guest is silent', silenced);
  yield;
  await owner.insist(channel, `!ban <@${guest.account.id}> enough`);
  await noted(`${guest.account.id} was banned`);
  const ban = `/guilds/${guild}/bans/${guest.account.id}`;
  await come('the ban is there', async () => (await call(owner.account.token, 'GET', ban)).body.reason === 'enough');
  await owner.insist(channel, `!pardon ${guest.account.id}`);
  await noted(`${guest.account.id} was pardoned`);
  await come('the ban is gone', async () => (await call(owner.account.token, 'GET', ban)).status === 404);
}

module.exports = { install: moderation, scenes: moderated };
