'use strict';
// A gateway session as a library keeps it: it resumes where it can, identifies anew where it is told to, and notes what it received.
const { WebSocket } = require('ws');

const EVERYTHING = 53608447;
const HEARTBEAT = 2_000;
/** How long, in milliseconds, a connection may take until its session has begun or goes on. */
const OPENING = 20_000;
const PAUSE = 500;
/** After these a client may not resume, as Discord documents them. */
const FINAL = new Set([4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/**
 * One session from READY until its client was told that it is over.
 *
 * `joined` holds when each guild came, `received` the ids of messages with the time of their arrival, by channel, `away` from when until
 * when it had no connection, `stays` from when until when it had one to which gateway, `over` when and how the session ended, or null.
 */
class Life {
  constructor(ready) {
    this.id = ready.session_id;
    this.began = Date.now();
    this.joined = new Map();
    this.received = new Map();
    this.away = [];
    this.stays = [];
    this.over = null;
  }

  take(name, data) {
    if (name === 'GUILD_CREATE' && !this.joined.has(data.id)) this.joined.set(data.id, Date.now());
    if (name !== 'MESSAGE_CREATE') return;
    if (!this.received.has(data.channel_id)) this.received.set(data.channel_id, []);
    this.received.get(data.channel_id).push({ id: data.id, at: Date.now() });
  }
}

/** Listens at the gateways in turn, beginning with the first, until it is closed. */
class Listener {
  /**
   * @param patient whether the client stays with a connection on which nothing is answered any more; others leave it after three
   *   heartbeats and resume at the next gateway, as libraries do
   */
  constructor(token, gateways, { patient }) {
    this.token = token;
    this.gateways = gateways;
    this.patient = patient;
    this.turn = 0;
    this.lives = [];
    this.life = null;
    this.sequence = null;
    this.closed = false;
    this.connect();
  }

  connect() {
    if (this.closed) return;
    this.gateway = this.gateways[this.turn % this.gateways.length];
    const socket = new WebSocket(`${this.gateway}/?v=10&encoding=json`, { perMessageDeflate: false });
    this.socket = socket;
    this.begun = false;
    this.unanswered = 0;
    this.opening = setTimeout(() => socket.terminate(), OPENING);
    socket.on('message', data => { if (socket === this.socket) this.take(JSON.parse(data)); });
    socket.on('close', code => { if (socket === this.socket) this.leave(code); });
    socket.on('error', () => {});
  }

  take(frame) {
    if (frame.s) this.sequence = frame.s;
    switch (frame.op) {
      case 10: return this.hello();
      case 11: this.unanswered = 0; return undefined;
      case 1: return this.send(1, this.sequence);
      case 7: return this.socket.close(4200);
      case 9: return this.refused(frame.d);
      case 0: return this.dispatched(frame.t, frame.d);
      default: return undefined;
    }
  }

  hello() {
    if (this.life) this.send(6, { token: this.token, session_id: this.life.id, seq: this.sequence });
    else this.send(2, { token: this.token, intents: EVERYTHING, properties: { os: 'linux', browser: 'tests', device: 'tests' } });
    this.heart = setInterval(() => this.beat(), HEARTBEAT);
  }

  beat() {
    if (this.unanswered >= 3 && !this.patient) this.socket.terminate();
    this.unanswered += 1;
    this.send(1, this.sequence);
  }

  dispatched(name, data) {
    if (name === 'READY') {
      this.life = new Life(data);
      this.lives.push(this.life);
    }
    if (name === 'RESUMED') this.life.away.at(-1).until = Date.now();
    if (name === 'READY' || name === 'RESUMED') {
      this.life.stays.push({ gateway: this.gateway, from: Date.now(), until: Infinity });
      this.begun = true;
      clearTimeout(this.opening);
    }
    this.life?.take(name, data);
  }

  /** Op 9: also the answer to a client that identifies too often. */
  refused(resumable) {
    if (!resumable) this.end('op 9');
    this.socket.close(4200);
  }

  end(how) {
    if (this.life) this.life.over = { at: Date.now(), how };
    this.life = null;
    this.sequence = null;
  }

  /** The connection is over: the next one begins after a moment, elsewhere. */
  leave(code) {
    clearTimeout(this.opening);
    clearInterval(this.heart);
    if (FINAL.has(code)) this.end(`close ${code}`);
    if (this.life && this.begun) {
      this.life.stays.at(-1).until = Date.now();
      this.life.away.push({ from: Date.now(), until: Infinity });
    }
    this.turn += 1;
    this.begun = false;
    setTimeout(() => this.connect(), PAUSE);
  }

  send(op, d) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ op, d }));
  }

  close() {
    this.closed = true;
    clearTimeout(this.opening);
    clearInterval(this.heart);
    this.socket.terminate();
  }
}

module.exports = { Listener };
