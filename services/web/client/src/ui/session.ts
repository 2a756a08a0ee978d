/** The one client of the page and the token it speaks with. */
import { createSignal } from "solid-js";
import { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import { Client } from "../state/client";
import type { Admission } from "../state/entrance";
import type { AddedKey } from "../state/passkeys";
import { accountOf, clear } from "./storedState";

const KEY = "guildhall.token";

const [token, setToken] = createSignal<string | null>(stored());

export { token };
export const rest = new Rest("/api/v10", token);
export const client = new Client(rest, token);
export const CDN = "/cdn";

export function loggedIn(next: string): void {
  const before = token();
  if (before !== null && accountOf(before) !== accountOf(next)) void clear();
  keep(next);
  setToken(next);
}

/** All logins end with the old password, this one too; the page goes on with the new token. */
export async function changePassword(password: string, next: string): Promise<void> {
  loggedIn(await endingLogins(() => client.account.changePassword(password, next)));
}

/** Has the account ask for codes; as with another password, all logins end. Backup codes come back. */
export async function beginCodes(password: string, secret: string, code: string): Promise<string[]> {
  const begun = await endingLogins(() => client.secondFactor.begin(password, secret, code));
  loggedIn(begun.token);
  return begun.backupCodes;
}

export async function endCodes(code: string): Promise<void> {
  loggedIn(await endingLogins(() => client.secondFactor.end(code)));
}

/** Keeps a key that a device made. With the first one all logins end, and backup codes come back. */
export async function addKey(ticket: string, name: string, credential: string): Promise<AddedKey> {
  const added = await endingLogins(() => client.passkeys.add(ticket, name, credential));
  await goOn(added.token);
  return added;
}

/** @returns whether the account asks for nothing but its password now */
export async function removeKey(id: Id, password: string): Promise<boolean> {
  const next = await endingLogins(() => client.passkeys.remove(id, password));
  await goOn(next);
  return next !== null;
}

/** Leaves, for a while or for good. Nothing is kept here. */
export async function leave(how: "disable" | "delete", password: string, code: string): Promise<void> {
  await endingLogins(() => client.account.leave(how, password, code));
  forget();
}

/** With another token, or as before when there is none. */
async function goOn(next: string | null): Promise<void> {
  if (next === null) await client.connect();
  else loggedIn(next);
}

/** Another password by what came by mail. Whoever was logged in here is not any more, whichever account it was. */
export async function resetPassword(proof: string, password: string): Promise<Admission> {
  const admission = await endingLogins(() => client.entrance.reset(proof, password));
  forget();
  return admission;
}

/** The connection is let go before its login ends, and comes back when that was refused. */
async function endingLogins<T>(ask: () => Promise<T>): Promise<T> {
  client.pause();
  try {
    return await ask();
  } catch (failure) {
    if (token() !== null) await client.connect();
    throw failure;
  }
}

/** Forgets the token here; the server is told by whoever logs out. */
export function forget(): void {
  keep(null);
  void clear();
  client.close();
  setToken(null);
}

function keep(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, value);
  } catch {
    // Without storage one logs in again after the next load.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// Another tab logged in or out.
window.addEventListener("storage", (event) => {
  if (event.key === KEY) {
    if (event.newValue === null) client.close();
    setToken(event.newValue);
  }
});
