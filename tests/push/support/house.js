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
import { people } from "./people.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const JAR = process.env.GUILDHALL_STANDALONE ?? join(ROOT, "services/standalone/target/quarkus-app/quarkus-run.jar");
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";

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

  const one = {
    ...people(api),
    start,
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
  };
  await start();
  return one;
}
