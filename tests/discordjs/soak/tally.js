'use strict';
// Counts what requests came to. Nothing is tried again: whoever asks goes on whatever the answer is.

class Tally {
  constructor(api) {
    this.api = api;
    this.counts = { requests: 0, refused: 0, unavailable: 0, broken: 0, unanswered: 0 };
    this.problems = [];
  }

  /** One request, of the API or of a whole address; {status, body}, with status 0 when no answer came. */
  async send(method, path, { headers = {}, body, hostile = false } = {}) {
    this.counts.requests += 1;
    try {
      const answer = await fetch(path.startsWith('/') ? `${this.api}/v10${path}` : path, { method, headers, body, duplex: 'half' });
      const text = await answer.text();
      this.count(answer.status, `${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
      return { status: answer.status, body: text };
    } catch (silent) {
      // A server may hang up on whoever sends too much before everything is sent.
      if (!hostile) {
        this.counts.unanswered += 1;
        this.problem(`${method} ${path}: ${silent.cause ?? silent}`);
      }
      return { status: 0, body: '' };
    }
  }

  count(status, what) {
    if (status === 503) this.counts.unavailable += 1;
    else if (status >= 500) {
      this.counts.broken += 1;
      this.problem(what);
    } else if (status >= 400) this.counts.refused += 1;
  }

  problem(what) {
    if (this.problems.length < 50) this.problems.push(what);
  }
}

module.exports = { Tally };
