/** People of an instance, and what they ask of it. */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** How one stands to another, in Discord's numbers. */
const FRIEND = 1;
const INCOMING = 3;

export function people(api) {
  let number = 0;

  /** Whoever is too fast waits for as long as the answer says. */
  async function call(token, method, path, body) {
    for (;;) {
      const answer = await fetch(api + path, {
        method,
        headers: { "content-type": "application/json", ...(token ? { authorization: token } : {}) },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      const read = text ? JSON.parse(text) : undefined;
      if (answer.status !== 429) return { status: answer.status, body: read };
      await pause(1000 * read.retry_after);
    }
  }

  /** The answer's body; fails when it is refused. */
  async function done(token, method, path, body) {
    const answer = await call(token, method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  return {
    call,
    done,
    async person(name) {
      const username = `${name}${process.pid}n${++number}`;
      const { token } = await done(null, "POST", "/auth/register", { username, password: "a long enough passphrase" });
      const { id } = await done(token, "GET", "/users/@me");
      return { id, token, username, call: (method, path, body) => done(token, method, path, body) };
    },
    /** Makes friends of two, who may write to each other then. */
    async befriend(one, other) {
      await one.call("POST", "/users/@me/relationships", { username: other.username });
      const stand = async (person, type, to) =>
        (await person.call("GET", "/users/@me/relationships")).some((entry) => entry.type === type && entry.id === to.id);
      while (!(await stand(other, INCOMING, one))) await pause(50);
      await other.call("PUT", `/users/@me/relationships/${one.id}`, {});
      while (!(await stand(one, FRIEND, other))) await pause(50);
    },
  };
}
