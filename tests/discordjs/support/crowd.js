'use strict';
// Thousands of gateway sessions in one process: each keeps only what it needs to resume and which messages it saw.

const { WebSocket } = require('ws');

const CONNECTING_AT_ONCE = 64;
const GUILDS_AND_MESSAGES = 1 | 1 << 9;
// What clients close with to resume: anything but 1000 and 1001 keeps the session.
const RESUMING = 4200;
// Between a connection and the next, so that a server that refuses is not hammered.
const PAUSE_MILLIS = 50;

/** One session. `told` is how the server asked it to leave; `lost` says why it is over for good. */
class LightSession {
  constructor(token, elsewhere) {
    this.token = token;
    this.elsewhere = elsewhere;
    this.sequence = 0;
    this.messages = [];
    this.told = null;
    this.resumed = 0;
    this.lost = null;
  }

  /** Connects and identifies; resolves when the session has its guild. */
  identify(url) {
    return new Promise((resolve, reject) => {
      this.begun = resolve;
      this.failed = reject;
      this.connect(url, { op: 2, d: { token: this.token, intents: GUILDS_AND_MESSAGES, properties: { os: 'linux' } } });
    });
  }

  connect(url, first) {
    const socket = new WebSocket(`${url}/?v=10&encoding=json`, { perMessageDeflate: false });
    this.socket = socket;
    socket.on('message', data => this.take(JSON.parse(data), first));
    socket.on('close', code => { if (socket === this.socket) this.left(code); });
    socket.on('error', () => {});
  }

  take(frame, first) {
    if (frame.s) this.sequence = frame.s;
    if (frame.op === 10) {
      this.send(first);
      clearInterval(this.heart);
      this.heart = setInterval(() => this.send({ op: 1, d: this.sequence }), frame.d.heartbeat_interval);
    } else if (frame.op === 7) {
      this.told = 'op 7';
      this.socket.close(RESUMING);
    } else if (frame.op === 9) {
      this.end('the session was invalid');
    } else if (frame.t === 'READY') {
      this.id = frame.d.session_id;
    } else if (frame.t === 'GUILD_CREATE') {
      this.begun();
    } else if (frame.t === 'MESSAGE_CREATE') {
      this.messages.push(frame.d.id);
    } else if (frame.t === 'RESUMED') {
      this.resumed += 1;
    }
  }

  left(code) {
    if (this.lost) return;
    this.told ??= code === 1006 ? null : `close code ${code}`;
    if (!this.id) this.end(`closed with ${code} before it was ready`);
    else setTimeout(() => this.resume(), PAUSE_MILLIS);
  }

  resume() {
    if (this.lost) return;
    this.connect(this.elsewhere(), { op: 6, d: { token: this.token, session_id: this.id, seq: this.sequence } });
  }

  send(frame) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  end(reason) {
    this.lost = reason;
    clearInterval(this.heart);
    this.socket.terminate();
    this.failed(new Error(reason));
  }
}

/** So many sessions of one bot at one gateway, all with their guild. They resume where `elsewhere` says. */
async function crowd(token, count, url, elsewhere) {
  const sessions = Array.from({ length: count }, () => new LightSession(token, elsewhere));
  const waiting = [...sessions];
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, async () => {
    for (let session = waiting.pop(); session; session = waiting.pop()) await session.identify(url);
  }));
  return sessions;
}

module.exports = { crowd };
