'use strict';

/** What every library is led through, by the names that the programs use. */
const STEPS = new Map([
  ['ready', 'is ready with its guild, its channels, its roles and itself'],
  ['send', 'sends a message and receives it'],
  ['hear', 'receives what a person writes'],
  ['edit', 'edits a message'],
  ['react', 'reacts and takes the reaction back'],
  ['reply', 'replies with an embed and a button'],
  ['delete', 'deletes a message and is told that it is gone'],
  ['history', 'pages through history in both directions and deletes in bulk'],
  ['upload', 'uploads a file and downloads it'],
  ['pins', 'pins and unpins'],
  ['channels', 'creates, changes and deletes channels'],
  ['roles', 'creates, changes, assigns and deletes roles'],
  ['members', 'sees a member come, finds it in chunks, renames, bans and unbans it'],
  ['commands', 'keeps application commands'],
  ['presence', 'sees typing and presence'],
  ['direct', 'writes direct messages and receives the answer'],
  ['voice', 'joins and leaves voice as data'],
  ['guilds', 'is told about a guild that it enters and that is deleted'],
  ['account', 'reads its own account and changes it'],
  ['refused', 'understands why a request is refused'],
  ['resume', 'loses and doubles nothing when its connection is cut'],
  ['shards', 'finds a guild on one of two shards'],
  ['hidden', 'receives nothing of a channel that it may not see'],
  ['intents', 'receives no content without the intent'],
]);

module.exports = { STEPS };
