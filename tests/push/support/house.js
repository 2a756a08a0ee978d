/** One process of one's own, which can be killed and started again on its data. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const JAR = process.env.GUILDHALL_STANDALONE ?? join(ROOT, "services/standalone/target/quarkus-app/quarkus-run.jar");
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
/** How one stands to another, in Discord's numbers. */
const FRIEND = 1;
const INCOMING = 3;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export async function house(settings = {}) {
  const data = await mkdtemp(join(tmpdir(), "guildhall-push-"));
  const port = await freePort();
  const options = {
    "guildhall.data.dir": data,
    "quarkus.http.port": port,
    "guildhall.outgoing.internal-networks": "127.0.0.1",
    "guildhall.api.rate-limits.enabled": false,
    ...settings,
  };
  const api = `http://127.0.0.1:${port}/api/v10`;
  let child;
  let lines = "";

  async function start() {
    const properties = Object.entries(options).map(([key, value]) => `-D${key}=${value}`);
    child = spawn(JAVA, ["-Xmx512m", ...properties, "-jar", JAR], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text) => (lines += text));
    child.stderr.on("data", (text) => (lines += text));
    for (let tries = 0; ; tries++) {
      if (child.exitCode !== null || tries > 1200) assert.fail(`it does not start: ${lines}`);
      const up = await fetch(`${api}/gateway`).then((answer) => answer.ok, () => false);
      if (up) return;
      await pause(100);
    }
  }

  async function call(token, method, path, body) {
    const answer = await fetch(api + path, {
      method,
      headers: { "content-type": "application/json", ...(token ? { authorization: token } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  }

  const one = {
    start,
    call,
    port,
    lines: () => lines,
    async kill(signal = "SIGKILL") {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
    async close() {
      await one.kill("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
    async person(name) {
      const username = `${name}${process.pid}`;
      const { token } = await one.done(null, "POST", "/auth/register", { username, password: "a long enough passphrase" });
      const { id } = await one.done(token, "GET", "/users/@me");
      return { id, token, username, call: (method, path, body) => one.done(token, method, path, body) };
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
    /** The answer's body; fails when it is refused. */
    async done(token, method, path, body) {
      const answer = await call(token, method, path, body);
      assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
  await start();
  return one;
}
