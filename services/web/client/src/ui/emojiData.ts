/** The table of standard emoji, which comes when it is first needed. */
import { createSignal } from "solid-js";
import { read, type StandardEmoji, type Table } from "../state/emoji";
import { language } from "../text/text";

const LANGUAGES: Record<string, () => Promise<{ default: Table }>> = {
  en: () => import("virtual:emoji/en"),
  "zh-CN": () => import("virtual:emoji/zh"),
};

const [loaded, setLoaded] = createSignal<{ language: string; all: StandardEmoji[] } | null>(null);
let under: string | null = null;

/** What there is so far; empty until it has come. */
export const standardEmoji = (): readonly StandardEmoji[] => loaded()?.all ?? [];

export function loadEmoji(): void {
  const wanted = language();
  if (under === wanted) return;
  under = wanted;
  (LANGUAGES[wanted] ?? LANGUAGES["en"]!)().then(
    (table) => setLoaded({ language: wanted, all: read(table.default) }),
    // The next one who needs it asks again.
    () => (under = null),
  );
}
