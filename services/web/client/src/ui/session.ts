/** The one client of the page and the token it speaks with. */
import { createSignal } from "solid-js";
import { Rest } from "../protocol/rest";
import { Client, type Login } from "../state/client";

const KEY = "guildhall.token";

const [token, setToken] = createSignal<string | null>(stored());

export { token };
export const rest = new Rest("/api/v10", token);
export const client = new Client(rest, token);
export const CDN = "/cdn";

export function loggedIn(login: Login): void {
  keep(login.token);
  setToken(login.token);
}

/** All logins end with the old password, this one too: the connection is let go before, and comes back with the new token. */
export async function changePassword(password: string, next: string): Promise<void> {
  client.pause();
  try {
    loggedIn({ token: await client.account.changePassword(password, next) });
  } catch (failure) {
    await client.connect();
    throw failure;
  }
}

/** Forgets the token here; the server is told by whoever logs out. */
export function forget(): void {
  keep(null);
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
