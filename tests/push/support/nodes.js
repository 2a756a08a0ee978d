/** The processes of the stack under test, by name. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const id = (node) => Number(readFileSync(join(process.env.GUILDHALL_STACK_DIR, "pids", node), "utf8"));

function alive(process_) {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}

/** SIGKILL; resolves when it has ended. */
export async function kill(node) {
  const ending = id(node);
  if (alive(ending)) process.kill(ending, "SIGKILL");
  for (let tries = 0; alive(ending); tries++) {
    assert.ok(tries < 600, `${node} does not end`);
    await pause(100);
  }
}

/** Starts what was killed; resolves when it is ready. */
export async function start(node, settings = {}) {
  const starting = spawn(join(ROOT, "guildhall"), ["stack", "start", node], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...settings },
  });
  const [status] = await once(starting, "exit");
  assert.equal(status, 0, `${node} starts again`);
}
