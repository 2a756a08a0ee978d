'use strict';

/** How a program came to know rate limits, and whether it kept to them. */
class Limits {
  constructor() {
    this.met = 0;
    this.broken = 0;
    this.closed = new Map();
  }

  /** @param began when the request came, in ms @param headers of the answer */
  note({ method, path, status, began, headers }) {
    const route = `${method} ${path}`;
    const until = this.closed.get(route);
    if (until && began > until.from && began < until.to) this.broken += 1;
    if (status === 429) {
      const wait = Number(headers['retry-after']) * 1000;
      const now = Date.now();
      // What was on its way when the refusal was said could not know of it.
      this.closed.set(route, { from: now + GRACE, to: now + wait - GRACE });
    }
    if (status === 429 || headers['x-ratelimit-remaining'] === '0') this.met += 1;
  }
}

/** In ms: what a clock and a network may be off by. */
const GRACE = 100;

module.exports = { Limits };
