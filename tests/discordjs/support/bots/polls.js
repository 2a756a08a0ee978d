'use strict';
// A bot that asks what it is told to ask, tells who voted, and ends the poll.
const { must } = require('../platform');
const { again, come } = require('./patience');

function polls(client) {
  let asked;
  client.on('messageCreate', async message => {
    const [command, question, ...answers] = message.content.split('|');
    if (command === '!ask') {
      asked = await message.channel.send({
        poll: { question: { text: question }, answers: answers.map(text => ({ text })), duration: 1, allowMultiselect: false },
      });
    }
    if (command === '!end') {
      await asked.poll.end();
      await message.channel.send('It is over.');
    }
  });
  client.on('messagePollVoteAdd', async (answer, user) => {
    await (await client.channels.fetch(asked.channelId)).send(`${user} voted for ${answer.id}`);
  });
}

async function* asked({ owner, guest, channel }) {
  await owner.insist(channel, '!ask|What to drink?|tea|coffee');
  const poll = await come('the poll', () => owner.heardIn(channel).find(message => message.poll));
  const answers = `/channels/${channel}/polls/${poll.id}/answers`;
  const vote = (person, answer) => again(() => must(person.account.token, 'PUT', `${answers}/@me`, { answer_ids: [answer] }));
  const told = text => come(text, () => owner.heardIn(channel).find(message => message.content.includes(text)));
  yield;
  await vote(guest, 2);
  await told('voted for 2');
  yield;
  await vote(owner, 1);
  await told('voted for 1');
  const voters = await again(() => must(owner.account.token, 'GET', `${answers}/2`));
  if (voters.users.map(user => user.id).join() !== guest.account.id) throw new Error(JSON.stringify(voters));
  yield;
  await owner.insist(channel, '!end');
  await told('It is over.');
  await come('the results', async () => {
    const { poll: { results } } = await must(owner.account.token, 'GET', `/channels/${channel}/messages/${poll.id}`);
    return results.is_finalized && results.answer_counts.every(count => count.count === 1);
  });
}

module.exports = { install: polls, scenes: asked };
