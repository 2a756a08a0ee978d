/** Whoever runs the instance under test: names its first administrator, and puts its policies back. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BASE } from "./browser.js";
import { MAIL } from "./letters.js";

/** The secret lies beside the mail; not known when the tests run against an instance that somebody else has started. */
export const OPERATES = MAIL !== undefined;

const hash = (key, content) => createHmac("sha256", key).update(content).digest();

function token() {
  const secret = readFileSync(join(dirname(MAIL), "cluster.secret"), "utf8").trim();
  const made = String(Date.now());
  return `${made}.${hash(hash(secret, "tokens of the operator"), made).toString("base64url")}`;
}

export async function operate(method, path, body) {
  const answer = await fetch(`${BASE}/api/v10${path}`, {
    method,
    headers: { Authorization: `Operator ${token()}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
