'use strict';
// A bot that opens a private thread for who presses its button, and keeps what was said there when it is closed.
const { MessageFlags } = require('discord.js');
const { must } = require('../platform');
const { again, come } = require('./patience');

const [ROW, BUTTON, PRIVATE_THREAD, GREEN, RED] = [1, 2, 12, 3, 4];
const row = button => [{ type: ROW, components: [{ type: BUTTON, ...button }] }];

function tickets(client, { log }) {
  client.on('messageCreate', async message => {
    if (message.content !== '!desk') return;
    await message.channel.send({ content: 'May we help?', components: row({ style: GREEN, label: 'Open', custom_id: 'open' }) });
  });
  client.on('interactionCreate', async interaction => {
    if (!interaction.isButton()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    if (interaction.customId === 'open') {
      const thread = await interaction.channel.threads.create({ name: `ticket of ${interaction.user.id}`, type: PRIVATE_THREAD, invitable: false });
      await thread.members.add(interaction.user.id);
      await thread.send({ content: 'What is the matter?', components: row({ style: RED, label: 'Close', custom_id: 'close' }) });
      await interaction.editReply(`Opened ${thread.id}`);
    } else {
      const said = [...(await interaction.channel.messages.fetch()).values()].filter(each => !each.author.bot && each.content);
      const kept = said.reverse().map(each => each.content).join('\n');
      const record = await interaction.guild.channels.fetch(log);
      await record.send({ content: `${interaction.channel.name} is closed`, files: [{ attachment: Buffer.from(kept), name: 'ticket.txt' }] });
      await interaction.editReply('Closed');
      await interaction.channel.setLocked(true);
      await interaction.channel.setArchived(true);
    }
  });
}

async function* helped({ owner, guest, channel, log }) {
  const here = (what, person, where, fits) => come(what, () => person.heardIn(where).find(fits));
  await owner.insist(channel, '!desk');
  const desk = await here('the desk', guest, channel, message => message.content === 'May we help?');
  await again(() => guest.press(desk, 'Open'));
  const opened = await here('word of the ticket', guest, channel, message => message.content.startsWith('Opened '));
  const thread = opened.content.replace('Opened ', '');
  yield;
  const asked = await here('the question', guest, thread, message => message.content === 'What is the matter?');
  await guest.insist(thread, 'the door sticks');
  yield;
  await guest.insist(thread, 'and the window too');
  yield;
  await again(() => guest.press({ ...asked, guild_id: desk.guild_id }, 'Close'));
  const closed = await here('the record', owner, log, message => message.attachments.length > 0);
  await come('what was said was kept', async () => (await (await fetch(closed.attachments[0].url)).text()) === 'the door sticks\nand the window too');
  await come('the thread is closed', async () => {
    const { thread_metadata: kept } = await must(owner.account.token, 'GET', `/channels/${thread}`);
    return kept.archived && kept.locked;
  });
}

module.exports = { install: tickets, scenes: helped };
