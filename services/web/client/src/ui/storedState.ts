/** One object in this browser, by account. A browser that keeps nothing is no failure: the page then waits for the network. */

const DATABASE = "guildhall";
const STORE = "state";

/** A token begins with whose it is. */
export function accountOf(token: string): string {
  try {
    return atob(token.split(".")[0]!.replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    return "";
  }
}

export function read<T>(account: string): Promise<T | undefined> {
  return using("readonly", (store) => store.get(account)) as Promise<T | undefined>;
}

/** In place of whatever was there, of whichever account. */
export async function write(account: string, value: unknown): Promise<void> {
  await using("readwrite", (store) => {
    store.clear();
    return store.put(value, account);
  });
}

export async function clear(): Promise<void> {
  await using("readwrite", (store) => store.clear());
}

async function using(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const database = await opened();
    try {
      return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("storage"));
  });
}
