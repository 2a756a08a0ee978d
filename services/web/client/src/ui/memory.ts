/** This browser's memory of how things were, of one account alone: shown at the next start, gone with the login. */
import { SHAPE, snapshotOf, type Snapshot } from "../state/snapshot";
import { lookedAt } from "./lookedAt";
import { client, token } from "./session";
import { accountOf, clear, read, write } from "./storedState";

const EVERY = 10_000;
let kept = -1;

/** Shows what was kept of this account, unless the server has already said how things are. */
export async function recall(current: string): Promise<void> {
  const account = accountOf(current);
  const found = await read<Snapshot>(account);
  if (found?.shape === SHAPE && found.me.id === account && token() === current) client.restore(found);
}

async function keep(): Promise<void> {
  const current = token();
  if (current === null || client.state.connection !== "connected" || client.changes === kept) return;
  const snapshot = snapshotOf(client.state, lookedAt());
  if (!snapshot || snapshot.me.id !== accountOf(current)) return;
  kept = client.changes;
  await write(snapshot.me.id, snapshot);
  // Whoever logged out meanwhile leaves nothing behind.
  if (token() !== current) await clear();
}

export function watchMemory(): void {
  setInterval(() => void keep(), EVERY);
  window.addEventListener("pagehide", () => void keep());
  document.addEventListener("visibilitychange", () => document.hidden && void keep());
}
