/** Notifications of this browser: asked for by the person alone, and given back when it logs out. */
import { go } from "./router";
import { client } from "./session";

const WORKER = "/worker.js";

export function canSubscribe(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** The subscription that this browser has; null for none. */
export async function subscription(): Promise<PushSubscription | null> {
  if (!canSubscribe()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks the person, then its browser, then registers what came of it. False when the person does not want it. */
export async function subscribe(hideContent: boolean): Promise<boolean> {
  const key = await client.devices.key();
  if (key === null || (await Notification.requestPermission()) !== "granted") return false;
  await navigator.serviceWorker.register(WORKER);
  const registration = await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  await client.devices.register(made.toJSON(), hideContent);
  return true;
}

/** What the server knows goes with the login, or by hand. */
export async function unsubscribe(): Promise<void> {
  await (await subscription())?.unsubscribe();
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Who chooses a notification is led to what it is about. */
export function followNotifications(): void {
  if (!canSubscribe()) return;
  navigator.serviceWorker.addEventListener("message", (event: MessageEvent<{ open?: unknown }>) => {
    const place = event.data.open;
    if (typeof place === "string" && place.startsWith("/channels/")) go(place);
  });
}
