/** Whether somebody looks at the page: it is shown, and there was a sign of life not long ago. */
import { client } from "./session";

/** As Discord's clients have it unless one says otherwise. */
const IDLE = 600_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"] as const;

let last = Date.now();
let away = false;
let timer = 0;

function look(): void {
  clearTimeout(timer);
  const rest = last + IDLE - Date.now();
  say(document.hidden || rest <= 0);
  if (!document.hidden && rest > 0) timer = window.setTimeout(look, rest);
}

function say(now: boolean): void {
  if (now === away) return;
  away = now;
  client.setAway(away);
}

export function watchAttention(): void {
  for (const sign of SIGNS) {
    window.addEventListener(
      sign,
      () => {
        last = Date.now();
        if (away) look();
      },
      { passive: true },
    );
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) last = Date.now();
    look();
  });
  look();
}
