'use strict';
// A bot that gives roles to who reacts to its message, and to who chooses them from its menu.
const { MessageFlags } = require('discord.js');
const { must } = require('../platform');
const { again, come } = require('./patience');

const SIGN = '🔨';
const [ROW, MENU] = [1, 3];

function roles(client, { smith, reader }) {
  let board;
  client.on('messageCreate', async message => {
    if (message.content !== '!board') return;
    const menu = { type: MENU, custom_id: 'roles', min_values: 0, options: [{ label: 'Reader', value: reader }] };
    board = await message.channel.send({ content: 'Choose what you are', components: [{ type: ROW, components: [menu] }] });
    await board.react(SIGN);
  });
  const about = change => async (reaction, user) => {
    if (user.bot || reaction.message.id !== board?.id || reaction.emoji.name !== SIGN) return;
    await change((await reaction.message.guild.members.fetch(user.id)).roles);
  };
  client.on('messageReactionAdd', about(given => given.add(smith)));
  client.on('messageReactionRemove', about(given => given.remove(smith)));
  client.on('interactionCreate', async interaction => {
    if (!interaction.isStringSelectMenu()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.member.roles[interaction.values.length > 0 ? 'add' : 'remove'](reader);
    await interaction.editReply(interaction.values.length > 0 ? 'You read now.' : 'You read no more.');
  });
}

async function* chosen({ owner, guest, guild, channel, smith, reader }) {
  const mine = async () => (await must(owner.account.token, 'GET', `/guilds/${guild}/members/${guest.account.id}`)).roles;
  const has = (role, wanted) => come(`the role is ${wanted ? 'given' : 'taken'}`, async () => (await mine()).includes(role) === wanted);
  await owner.insist(channel, '!board');
  const board = await come('the board', () => guest.heardIn(channel).find(message => message.components.length > 0));
  const sign = `/channels/${channel}/messages/${board.id}/reactions/${encodeURIComponent(SIGN)}`;
  await again(() => guest.react(board, SIGN));
  await has(smith, true);
  yield;
  await again(() => guest.choose(board, [reader]));
  await come('the answer', () => guest.heardIn(channel).find(message => message.content === 'You read now.'));
  await has(reader, true);
  yield;
  await again(() => must(guest.account.token, 'DELETE', `${sign}/@me`));
  await has(smith, false);
  yield;
  await again(() => guest.choose(board, []));
  await come('the answer', () => guest.heardIn(channel).find(message => message.content === 'You read no more.'));
  await has(reader, false);
}

module.exports = { install: roles, scenes: chosen };
