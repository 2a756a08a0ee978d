'use strict';

/**
 * How a program came to know rate limits, and whether it kept to them: nothing that was refused comes again before its time. What else it sends
 * meanwhile tells nothing: on a slow machine it was on its way, or is counted in the next window, and the program could not know.
 */
class Limits {
  constructor() {
    this.met = 0;
    this.broken = 0;
    this.refused = new Map();
  }

  /**
   * @param began when the request came, in ms
   * @param sent its body, as bytes
   * @param body of the answer @param headers of the answer
   */
  note({ method, path, status, began, sent, body, headers }) {
    const request = `${method} ${path} ${sent.toString('latin1')}`;
    if (began < this.refused.get(request)) this.broken += 1;
    // The body has the fraction of a second that the header rounds up.
    if (status === 429) this.refused.set(request, Date.now() + JSON.parse(body).retry_after * 1000 - GRACE);
    if (status === 429 || headers['x-ratelimit-remaining'] === '0') this.met += 1;
  }
}

/** In ms: what a clock may be off by. */
const GRACE = 100;

module.exports = { Limits };
