/** Accounts, servers and messages by the API alone, for what needs many of them. */
import { BASE } from "./browser.js";

let number = 0;

export async function api(token, method, path, body) {
  for (;;) {
    const answer = await fetch(`${BASE}/api/v10${path}`, {
      method,
      headers: { ...(token ? { Authorization: token } : {}), ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const said = text ? JSON.parse(text) : undefined;
    if (answer.ok) return said;
    if (answer.status !== 429) throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${text}`), { status: answer.status });
    await new Promise((resolve) => setTimeout(resolve, said.retry_after * 1000));
  }
}

/** @returns the token of somebody new */
export async function newcomer(name) {
  const username = `${name}${process.pid}n${number++}`;
  const account = { email: `${username}@example.com`, username, password: "a long enough passphrase", date_of_birth: "1990-05-17", consent: true };
  return (await api(null, "POST", "/auth/register", account)).token;
}

/** @returns the ids of a new server and of its channel for talking */
export async function newGuild(token, name) {
  const { id } = await api(token, "POST", "/guilds", { name });
  const channels = await api(token, "GET", `/guilds/${id}/channels`);
  return { guild: id, channel: channels.find(({ type }) => type === 0).id };
}

/** Does something so many times, a few at once. */
export async function times(count, atOnce, act) {
  let next = 0;
  const worker = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
