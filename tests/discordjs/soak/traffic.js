'use strict';
// What ordinary bots do, and whether every session hears of every message once and in order.
const { setTimeout: sleep } = require('node:timers/promises');
const { Session } = require('../support/session');
const { until } = require('../support/clients');

const PAUSE = 200;
const KINDS = [{}, { compress: 'zlib-stream' }, { compress: 'zstd-stream' }, { encoding: 'etf' }];
const PATIENCE = 60_000;

class Traffic {
  /** @param {object} scene {tally, bot, channel} */
  constructor(scene) {
    this.scene = scene;
    this.heard = [];
    this.written = [];
  }

  /** Sessions of all kinds; what they keep is emptied as it comes. */
  async listen() {
    this.sessions = await Promise.all(KINDS.map(async options => {
      const heard = [];
      this.heard.push(heard);
      const session = new Session(this.scene.bot.token, {
        ...options,
        onFrame: (frame, me) => {
          if (frame.t === 'MESSAGE_CREATE' && frame.d.channel_id === this.scene.channel) heard.push(frame.d.id);
          if (me.settled) me.frames.length = me.dispatches.length = 0;
        },
      });
      await (await session.open()).identify();
      session.settled = true;
      return session;
    }));
  }

  /** Writes, reads, changes and uploads until the moment has come. */
  async write(end) {
    for (let count = 0; Date.now() < end; count += 1) {
      const answer = await this.post(count % 20 === 19 ? this.form(count) : JSON.stringify({ content: `message ${count}` }));
      if (answer.status === 200) await this.use(JSON.parse(answer.body).id, count);
      await sleep(PAUSE);
    }
  }

  /** A session that comes, and goes without a word, again and again. */
  async churn(end) {
    while (Date.now() < end) {
      const session = await new Session(this.scene.churner.token).open();
      await session.identify();
      session.cut();
      await sleep(2_000);
    }
  }

  async use(id, count) {
    this.written.push(id);
    const messages = `/channels/${this.scene.channel}/messages`;
    if (count % 4 === 0) await this.send('PUT', `${messages}/${id}/reactions/%F0%9F%94%A5/@me`);
    if (count % 5 === 0) await this.send('GET', `${messages}?limit=50`);
    if (count % 7 === 0) await this.send('PATCH', `${messages}/${id}`, JSON.stringify({ content: 'changed' }));
    if (count % 11 === 0) await this.send('DELETE', `${messages}/${id}`);
  }

  form(count) {
    const form = new FormData();
    form.append('payload_json', JSON.stringify({ content: `file ${count}` }));
    form.append('files[0]', new Blob(['x'.repeat(100_000)]), 'file.txt');
    return form;
  }

  post(body) {
    return this.send('POST', `/channels/${this.scene.channel}/messages`, body);
  }

  send(method, path, body) {
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    return this.scene.tally.send(method, path, { body, headers: { ...type, authorization: this.scene.bot.authorization } });
  }

  /** How many of the written messages some session did not hear of, and how many came twice or out of order. */
  async verdict() {
    const missing = heard => {
      const came = new Set(heard);
      return this.written.filter(id => !came.has(id)).length;
    };
    await until('every session heard of every message', () => this.heard.every(heard => missing(heard) === 0), PATIENCE).catch(() => {});
    const sum = count => this.heard.reduce((total, heard) => total + count(heard), 0);
    return {
      messages: this.written.length,
      missed: sum(missing),
      doubled: sum(heard => heard.length - new Set(heard).size),
      disordered: sum(heard => heard.filter((id, index) => index > 0 && BigInt(id) < BigInt(heard[index - 1])).length),
      ended: this.sessions.filter(session => session.closed !== null).length,
    };
  }

  close() {
    for (const session of this.sessions) session.close();
  }
}

module.exports = { Traffic };
