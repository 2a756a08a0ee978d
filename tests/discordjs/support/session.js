'use strict';
// A gateway session without a library: what arrives is kept as it came. It speaks JSON, or terms where the options say `encoding: 'etf'`.

const { WebSocket } = require('ws');
const { must } = require('./platform');
const { until } = require('./clients');
const { inflaters } = require('./inflaters');
const { toTerm, fromTerm } = require('./terms');

/** Opens a connection and identifies (or resumes). Keeps every dispatch in `dispatches`, every opcode in `frames`. */
class Session {
  constructor(token, options = {}) {
    this.token = token;
    this.options = options;
    this.terms = options.encoding === 'etf';
    this.frames = [];
    this.dispatches = [];
    this.sequence = null;
    this.closed = null;
  }

  async open(url) {
    const base = url ?? this.options.url ?? (await must(null, 'GET', '/gateway')).url;
    const compress = this.options.compress;
    const query = `?v=10&encoding=${this.terms ? 'etf' : 'json'}${compress ? `&compress=${compress}` : ''}`;
    const inflate = inflaters[this.options.inflater ?? compress ?? (this.terms ? 'binary' : 'plain')](
      message => this.take(this.terms ? fromTerm(message) : JSON.parse(message)));
    this.socket = new WebSocket(`${base}/${query}`, { perMessageDeflate: false });
    this.closed = null;
    const socket = this.socket;
    socket.on('message', (data, binary) => {
      if (socket === this.socket) inflate(data, binary);
    });
    socket.on('close', code => {
      if (socket !== this.socket) return;
      this.closed = code;
      clearInterval(this.heart);
    });
    socket.on('error', () => {});
    const hello = await this.frame('HELLO', frame => frame.op === 10);
    this.heart = setInterval(() => this.send(1, this.sequence), hello.d.heartbeat_interval);
    this.heart.unref();
    return this;
  }

  take(frame) {
    this.frames.push(frame);
    if (frame.s) this.sequence = frame.s;
    if (frame.op === 1) this.send(1, this.sequence);
    if (frame.op === 0) this.dispatches.push(frame);
    if (frame.t === 'READY') this.ready = frame.d;
    this.options.onFrame?.(frame, this);
  }

  send(op, d) {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(this.terms ? toTerm({ op, d }) : JSON.stringify({ op, d }));
  }

  async identify(extra = {}) {
    this.send(2, {
      token: this.token,
      intents: this.options.intents ?? 53608447,
      properties: { os: 'linux', browser: 'tests', device: 'tests' },
      ...extra,
    });
    await this.dispatch('READY');
    await until('every guild of READY came', () =>
      this.ready.guilds.every(guild => this.dispatches.some(frame => frame.t === 'GUILD_CREATE' && frame.d.id === guild.id)));
    return this;
  }

  /** Connects again and resumes where this session stopped. */
  async resume() {
    this.frames = [];
    await this.open(this.ready.resume_gateway_url);
    this.send(6, { token: this.token, session_id: this.ready.session_id, seq: this.sequence });
    return this.frame('RESUMED or INVALID_SESSION', frame => frame.t === 'RESUMED' || frame.op === 9);
  }

  frame(what, accepts) {
    return until(`${what} (closed: ${this.closed})`, () => this.frames.find(accepts));
  }

  dispatch(name, accepts = () => true) {
    return this.frame(name, frame => frame.t === name && accepts(frame.d));
  }

  /** The content of the messages that arrived, in order. */
  contents() {
    return this.dispatches.filter(frame => frame.t === 'MESSAGE_CREATE').map(frame => frame.d.content);
  }

  /** Ends the connection without a closing handshake. */
  cut() {
    clearInterval(this.heart);
    this.socket.terminate();
  }

  close(code = 1000) {
    clearInterval(this.heart);
    this.socket.close(code);
  }
}

module.exports = { Session };
