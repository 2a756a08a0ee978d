'use strict';
// The scene of one program, and the person in it: the program asks with POST /ACTION and a JSON object of parameters.
const http = require('node:http');
const { API, world, bot, guild, person, join, authorise, must } = require('../discordjs/support/platform');
const { cutter } = require('../discordjs/support/cutter');
const { frontOf, whole } = require('./front');
const { Limits } = require('./limits');
const { visitor } = require('./visitor');

const VIEW_CHANNEL = '1024';
const NO_PERMISSIONS = '0';

/**
 * Makes the scene and opens the stage. The program reaches the API through a front that tells it to connect through the cutter.
 *
 * @param record is told each answer of the instance: {method, path, status, type, length, body}
 */
async function openStage(record) {
  const gateway = new URL((await must(null, 'GET', '/gateway')).url);
  const relay = await cutter(gateway.hostname, gateway.port);
  gateway.port = String(relay.port);
  const limits = new Limits();
  const front = await listen(frontOf(new URL(API), gateway.toString().replace(/\/$/, ''), (answer, asked, headers) => {
    limits.note({ ...answer, ...asked, headers });
    record(answer);
  }));
  const scene = Object.assign(await world(), { limits });
  const second = await bot(scene.owner);
  await authorise(scene.owner, scene.guild.id, second.id, NO_PERMISSIONS);
  scene.visitor = await visitor(scene);
  const door = await listen((request, response) => answer(scene, relay, request, response));
  return {
    environment: {
      API_BASE: `${addressOf(front)}/api`,
      GATEWAY_URL: gateway.toString().replace(/\/$/, ''),
      BOT_TOKEN: scene.bot.token,
      BOT_TOKEN_2: second.token,
      GUILD_ID: scene.guild.id,
      CHANNEL_ID: scene.guild.text,
      VOICE_CHANNEL_ID: scene.guild.voice,
      OWNER_ID: scene.owner.id,
      BOT_ID: scene.bot.id,
      BOT_ID_2: second.id,
      STAGE_URL: addressOf(door),
    },
    close() {
      scene.visitor.close();
      front.close();
      door.close();
      relay.close();
    },
  };
}

async function listen(handler) {
  const server = http.createServer(handler);
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const addressOf = server => `http://127.0.0.1:${server.address().port}`;

const ACTIONS = {
  /** Every connection to the gateway breaks as in a failing network. */
  cut: (scene, relay) => relay.cut(),
  /** The person writes a message. */
  say: (scene, relay, { channel, content }) =>
    must(scene.owner.token, 'POST', `/channels/${channel}/messages`, { content }),
  /** The person writes the numbers from one to below the other, as messages. */
  async count(scene, relay, { channel, from, to }) {
    for (let number = from; number < to; number += 1) {
      await must(scene.owner.token, 'POST', `/channels/${channel}/messages`, { content: `number ${number}` });
    }
  },
  /** A guest joins the guild. */
  async guest(scene) {
    const guest = await person('guest');
    await join(scene.owner, scene.guild.text, guest);
    return { id: guest.id, username: guest.username };
  },
  /** The person founds another guild and brings the first bot there. */
  async found(scene) {
    const made = await guild(scene.owner);
    await authorise(scene.owner, made.id, scene.bot.id);
    return { id: made.id };
  },
  /** The person deletes a guild. */
  dissolve: (scene, relay, { guild: id }) => must(scene.owner.token, 'DELETE', `/guilds/${id}`),
  /** How often rate limits were met, and how often what they asked for was not done. */
  limits: ({ limits: { met, broken } }) => ({ met, broken }),
  /** The person makes a channel that only administrators see. */
  async hide(scene) {
    const channel = await must(scene.owner.token, 'POST', `/guilds/${scene.guild.id}/channels`, {
      name: 'hidden',
      permission_overwrites: [{ id: scene.guild.id, type: 0, deny: VIEW_CHANNEL, allow: '0' }],
    });
    return { id: channel.id };
  },
};

function perform(name, scene, relay, parameters) {
  if (Object.hasOwn(ACTIONS, name)) return ACTIONS[name](scene, relay, parameters);
  if (Object.hasOwn(scene.visitor, name)) return scene.visitor[name](parameters);
  throw new Error(`the stage does not know ${name}`);
}

async function answer(scene, relay, request, response) {
  try {
    const name = request.url.slice(1);
    const parameters = JSON.parse(await whole(request) || '{}');
    const result = await perform(name, scene, relay, parameters);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result ?? {}));
  } catch (error) {
    response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ error: error.message }));
  }
}

module.exports = { openStage };
