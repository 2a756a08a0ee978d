'use strict';
// Whole bots from Go's registry, discordgo's own, unmodified: a person goes through all that each of them can do.
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { must, person, join } = require('../../discordjs/support/platform');
const { until } = require('../../discordjs/support/clients');
const { Person } = require('../../discordjs/support/person');
const { missing, openBurrow } = require('../support/gopher');

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

/** What a bot does, with a person before it. */
function led(name, settings, scenes) {
  describe(`discordgo's ${name}`, { skip: missing }, () => {
    const burrow = {};
    before(async () => Object.assign(burrow, await openBurrow(name, settings)));
    after(() => burrow.close?.());
    scenes(burrow, {
      /** The answer to what the person does next, which fits. */
      async after(what, fits = () => true) {
        burrow.person.turn();
        await what();
        return until('the answer', () => burrow.person.heard().find(fits));
      },
      run: (command, options = {}) => burrow.person.run(burrow.place, command, options),
      seen: (what, fits) => until(what, () => burrow.person.heard().find(fits)),
      gone: id => until('it is gone', () => burrow.person.session.dispatches.some(({ t, d }) => t === 'MESSAGE_DELETE' && d.id === id)),
      /** A message as what a press on it names. */
      shown: message => ({ ...message, ...burrow.place }),
    });
  });
}

const inGuild = scene => ['-guild', scene.guild.id, '-app', scene.bot.id];

led('slash_commands', { ready: 'Press Ctrl+C to exit', commands: 8, parameters: scene => ['-guild', scene.guild.id] }, (burrow, they) => {
  test('says that a first command was run', async () => {
    const said = await they.after(() => they.run('basic-command'));
    assert.match(said.content, /you just executed your first slash command$/);
  });

  test('answers with a file', async () => {
    const said = await they.after(() => they.run('basic-command-with-files'));
    assert.equal(said.attachments[0].filename, 'test.txt');
    assert.equal(await (await fetch(said.attachments[0].url)).text(), 'Hello Discord!!');
  });

  test('answers in the language of who asks', async () => {
    const english = await they.after(() => they.run('localized-command', { 'localized-option': 2 }));
    assert.equal(english.content, 'Hi! This is a localized message');
    await must(burrow.owner.token, 'PATCH', '/users/@me/settings', { locale: 'zh-CN' });
    const chinese = await they.after(() => they.run('localized-command'));
    assert.equal(chinese.content, '你好！ 这是一个本地化的命令');
  });

  test('repeats options of every type', async () => {
    const given = {
      'string-option': 'x', 'integer-option': 7, 'number-option': 1.5, 'bool-option': true, 'channel-option': burrow.guild.text,
      'user-option': burrow.owner.id, 'role-option': burrow.guild.id,
    };
    const said = await they.after(() => they.run('options', given));
    assert.deepEqual(said.content.split('\n').slice(1), [
      '> string-option: x', '> integer-option: 7', '> number-option: 1.500000', '> bool-option: true',
      `> channel-option: <#${burrow.guild.text}>`, `> user-option: <@${burrow.owner.id}>`, `> role-option: <@&${burrow.guild.id}>`,
    ]);
  });

  test('is offered no option that its command does not take', async () => {
    const most = { 'string-option': 'x', 'integer-option': 11, 'number-option': 1.5, 'bool-option': true };
    await assert.rejects(they.run('options', most), /answered 400/);
  });

  test('has subcommands, and these in groups', async () => {
    const upper = await they.after(() => they.run('subcommands', { subcommand: {} }));
    assert.match(upper.content, /^The top-level subcommand is executed/);
    const nested = await they.after(() => they.run('subcommands', { 'subcommand-group': { 'nested-subcommand': {} } }));
    assert.equal(nested.content, 'Nice, now you know how to execute nested commands too');
  });

  test('says who may run its command, which is not for everybody', async () => {
    const guest = await person('guest');
    await join(burrow.owner, burrow.guild.text, guest);
    const visitor = await new Person(guest, burrow.bot).arrive();
    await assert.rejects(visitor.run(burrow.place, 'permission-overview', {}), /answered 403|there is no command/);
    const none = await they.after(() => they.run('permission-overview'));
    assert.equal(none.content, ':x: No permission overwrites');
    const { id } = await burrow.person.named(burrow.place, 'permission-overview');
    await must(burrow.owner.token, 'PUT', `/applications/${burrow.bot.id}/guilds/${burrow.guild.id}/commands/${id}/permissions`, {
      permissions: [
        { id: guest.id, type: 2, permission: true },
        { id: burrow.guild.id, type: 1, permission: false },
        { id: (BigInt(burrow.guild.id) - 1n).toString(), type: 3, permission: true },
      ],
    });
    const shown = await they.after(() => they.run('permission-overview'), message => message.embeds.length > 0);
    assert.deepEqual(shown.embeds[0].fields.map(field => field.value.trim()), [`- ☑ <@!${guest.id}>`, '- ☑ All channels', '- ❌ @everyone']);
    await visitor.run(burrow.place, 'permission-overview', {});
    visitor.leave();
  });

  test('answers at once, edits its answer and takes it back', async () => {
    const said = await they.after(() => they.run('responses', { 'resp-type': 4 }));
    assert.match(said.content, /wait 5 seconds and this message will be changed$/);
    await they.seen('the edit', message => message.id === said.id && /Well, now you know how to create and edit responses/.test(message.content));
    await they.gone(said.id);
  });

  test('thinks', async () => {
    const said = await they.after(() => they.run('responses', { 'resp-type': 5 }));
    assert.equal(said.flags & LOADING, LOADING);
  });

  test('says one thing to one person and more to all', async () => {
    const secret = await they.after(() => they.run('followups'));
    assert.equal(secret.content, 'Surprise!');
    assert.equal(secret.flags & EPHEMERAL, EPHEMERAL);
    const more = await they.seen('the follow-up', message => /^Followup message has been created/.test(message.content));
    await they.seen('its edit', message => message.id === more.id && /^Now the original message is gone/.test(message.content));
    await they.gone(more.id);
    await they.seen('the reward', message => /take a unicorn/.test(message.content));
  });

  test('takes its commands away when it ends', async () => {
    await burrow.running.stop('SIGINT');
    assert.deepEqual(await must(burrow.bot.authorization, 'GET', `/applications/${burrow.bot.id}/guilds/${burrow.guild.id}/commands`), []);
  });
});

led('components', { ready: 'Bot is up!', commands: 2, parameters: inGuild }, (burrow, they) => {
  test('asks with buttons', async () => {
    const asked = await they.after(() => they.run('buttons'));
    assert.equal(asked.components.length, 2);
    const yes = await they.after(() => burrow.person.press(they.shown(asked), 'Yes'));
    assert.match(yes.content, /^Great!/);
    const no = await they.after(() => burrow.person.press(they.shown(asked), 'No'));
    assert.match(no.content, /^Huh\. I see/);
  });

  test('offers one of several', async () => {
    const menu = await they.after(() => they.run('selects', { single: {} }));
    const said = await they.after(() => burrow.person.choose(they.shown(menu), ['go']));
    assert.equal(said.content, 'This is the way.');
    await they.seen('what it says next', message => /^Anyways, now when you know/.test(message.content));
  });

  test('offers some of several', async () => {
    const menu = await they.after(() => they.run('selects', { multi: {} }));
    const said = await they.after(() => burrow.person.choose(they.shown(menu), ['go', 'web']));
    assert.equal(said.content, 'Here is your stackoverflow URL: https://stackoverflow.com/questions/tagged/go+web');
  });

  test('lets a channel be chosen', async () => {
    const menu = await they.after(() => they.run('selects', { 'auto-populated': {} }));
    const said = await they.after(() => burrow.person.choose(they.shown(menu), [burrow.guild.text]));
    assert.match(said.content, new RegExp(`Your choice was <#${burrow.guild.text}>`));
  });
});

led('modals', { ready: 'Bot is up!', commands: 1, parameters: scene => [...inGuild(scene), '-results', scene.guild.text] }, (burrow, they) => {
  test('hands out a form and says what was written in it', async () => {
    const opinion = 'They are quite all right';
    burrow.person.turn();
    await burrow.person.fill(burrow.place, 'modals-survey', { opinion });
    await they.seen('thanks', message => message.content === 'Thank you for taking your time to fill this survey');
    const result = await they.seen('the result', message => message.content.startsWith('Feedback received'));
    assert.equal(result.content, `Feedback received. From <@${burrow.owner.id}>\n\n**Opinion**:\n${opinion}\n\n**Suggestions**:`);
  });
});

led('autocomplete', { ready: 'Bot is up!', commands: 2, parameters: scene => ['-guild', scene.guild.id] }, (burrow, they) => {
  test('says how one may go on', async () => {
    const complete = options => burrow.person.complete(burrow.place, 'multi-autocomplete', options);
    assert.deepEqual(await burrow.person.complete(burrow.place, 'single-autocomplete', { 'autocomplete-option': 'ab' }),
      ['autocomplete', 'autocomplete_is_best', 'choice3', 'choice4', 'choice5', 'choice_custom']);
    assert.equal((await complete({ 'autocomplete-option-1': '' }))[0], 'autocomplete_default');
    assert.equal((await complete({ 'autocomplete-option-1': 'x', 'autocomplete-option-2': 'y' })).at(-1), 'choice_custom_2');
  });

  test('takes what was chosen', async () => {
    const one = await they.after(() => they.run('single-autocomplete', { 'autocomplete-option': 'choice3' }));
    assert.equal(one.content, 'You picked "choice3" autocompletion');
    const two = await they.after(() => they.run('multi-autocomplete', { 'autocomplete-option-1': 'a', 'autocomplete-option-2': 'b' }));
    assert.equal(two.content, 'Option 1: a\nOption 2: b');
  });
});

led('context_menus', { ready: 'Bot is up!', commands: 6, parameters: inGuild }, (burrow, they) => {
  const SEARCHES = {
    'google-it': 'https://google.com/search?q=a+b',
    'stackoverflow-it': 'https://stackoverflow.com/search?q=a+b',
    'godoc-it': 'https://pkg.go.dev/search?q=a+b',
    'discordjs-it': 'https://discord.js.org/#/docs/main/stable/search?query=a+b',
    'discordpy-it': 'https://discordpy.readthedocs.io/en/stable/search.html?q=a+b',
  };

  test('looks up what a message says', async () => {
    const message = await burrow.person.say(burrow.guild.text, 'a b');
    for (const [command, link] of Object.entries(SEARCHES)) {
      const said = await they.after(() => burrow.person.pick(burrow.place, command, message.id));
      assert.equal(said.content, link);
    }
  });

  test('writes to a member in private', async () => {
    const guest = await person('guest');
    await join(burrow.owner, burrow.guild.text, guest);
    const visitor = await new Person(guest, burrow.bot).arrive();
    const said = await they.after(() => burrow.person.pick(burrow.place, 'rickroll-em', guest.id));
    assert.equal(said.content, 'Operation rickroll has begun');
    const letter = await until('the letter', () => visitor.heard().find(message => !message.guild_id));
    assert.match(letter.content, new RegExp(`^<@!?${burrow.owner.id}> sent you this`));
    visitor.leave();
  });
});

led('threads', { ready: 'Bot is ready' }, (burrow) => {
  test('plays in a thread, which it closes when nobody plays on', async () => {
    const said = await burrow.person.say(burrow.guild.text, `<@${burrow.bot.id}> ping`);
    const thread = await until('the thread', () => burrow.person.session.dispatches.find(({ t }) => t === 'THREAD_CREATE')?.d);
    assert.equal(thread.id, said.id);
    assert.equal(thread.name, `Pong game with ${burrow.owner.username}`);
    await until('the first pong', () => burrow.person.heardIn(thread.id).some(message => message.content === 'pong'));
    const again = await burrow.person.say(thread.id, `<@${burrow.bot.id}> ping`);
    await until('the next pong', () => burrow.person.heardIn(thread.id).some(message => message.message_reference?.message_id === again.id));
    const closed = await until('the end', () => burrow.person.session.dispatches
      .find(({ t, d }) => t === 'THREAD_UPDATE' && d.id === thread.id && d.thread_metadata.archived)?.d);
    assert.equal(closed.thread_metadata.locked, true);
  });
});
