'use strict';
// dysnomia, which goes on from eris.
const assert = require('node:assert/strict');
const stage = require('../support/stage');
const { take } = require('../support/steps');
const { clientOf, opened } = require('../dysnomia/client');

const client = clientOf(stage.TOKEN);

async function ready() {
  await opened(client);
  assert.equal(client.user.id, stage.BOT);
  const guild = client.guilds.get(stage.GUILD);
  assert.equal(guild.ownerID, stage.OWNER);
  assert.ok(guild.channels.has(stage.CHANNEL));
  assert.ok(guild.roles.has(stage.GUILD));
  assert.ok(guild.members.get(stage.BOT).roles.length > 0);
}

take({
  ready,
  ...require('../dysnomia/messages')(client),
  ...require('../dysnomia/guild')(client),
  ...require('../dysnomia/people')(client),
  ...require('../dysnomia/posts')(client),
  ...require('../dysnomia/sessions')(client),
}).finally(() => process.exit(0));
