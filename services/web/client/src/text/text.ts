/** The page's words in the person's language. A language is one JSON file; what it lacks is shown in English. */
import { createSignal } from "solid-js";
import english from "./en.json";

type Entry = string | { one?: string; other: string };
export type Key = keyof typeof english;
type Parameters = Record<string, string | number>;

/** Languages by their tag, with their own names. Only English is part of the first load. */
export const LANGUAGES: Record<string, { name: string; load: () => Promise<Record<string, Entry>> }> = {
  en: { name: "English", load: async () => english as Record<string, Entry> },
  "zh-CN": { name: "简体中文", load: async () => (await import("./zh-CN.json")).default as Record<string, Entry> },
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
const [words, setWords] = createSignal<Record<string, Entry>>(english as Record<string, Entry>);
const [tag, setTag] = createSignal("en");

export const language = tag;

/** The best of the languages there are for what the browser asks for. */
export function preferred(wanted: readonly string[]): string {
  for (const candidate of wanted) {
    if (LANGUAGES[candidate]) return candidate;
    const base = candidate.split("-")[0]!;
    const related = Object.keys(LANGUAGES).find((known) => known.split("-")[0] === base);
    if (related) return related;
  }
  return "en";
}

export async function speak(next: string): Promise<void> {
  const loaded = await (LANGUAGES[next] ?? LANGUAGES["en"]!).load();
  setWords(loaded);
  setTag(next);
  document.documentElement.lang = next;
  document.documentElement.dir = RIGHT_TO_LEFT.has(next.split("-")[0]!) ? "rtl" : "ltr";
}

/** The words of a key with their parameters in place; `count` chooses between forms for one and for more. */
export function t(key: Key, parameters: Parameters = {}): string {
  const entry = words()[key] ?? (english as Record<string, Entry>)[key] ?? key;
  const pattern = typeof entry === "string" ? entry : form(entry, Number(parameters["count"] ?? 0));
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

function form(entry: { one?: string; other: string }, count: number): string {
  const rule = new Intl.PluralRules(tag()).select(count);
  return (rule === "one" ? entry.one : undefined) ?? entry.other;
}

export function time(milliseconds: number): string {
  return new Intl.DateTimeFormat(tag(), { timeStyle: "short" }).format(milliseconds);
}

export function longTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: "full", timeStyle: "short" }).format(milliseconds);
}

export function day(milliseconds: number): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: "long" }).format(milliseconds);
}

/** When, as one says it: today, yesterday, or the date. */
export function when(milliseconds: number, now: number = Date.now()): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const A_DAY = 86_400_000;
  if (milliseconds >= midnight) return t("time.today", { time: time(milliseconds) });
  if (milliseconds >= midnight - A_DAY) return t("time.yesterday", { time: time(milliseconds) });
  return new Intl.DateTimeFormat(tag(), { dateStyle: "short", timeStyle: "short" }).format(milliseconds);
}

/** How long ago or from now. */
export function relative(milliseconds: number, now: number = Date.now()): string {
  const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const seconds = Math.round((milliseconds - now) / 1000);
  const format = new Intl.RelativeTimeFormat(tag(), { numeric: "auto" });
  for (const [unit, length] of UNITS) if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  return format.format(seconds, "second");
}

export function bytes(size: number): string {
  const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  return new Intl.NumberFormat(tag(), { style: "unit", unit: UNITS[power]!, unitDisplay: "short", maximumFractionDigits: 1 }).format(
    size / 1024 ** power,
  );
}
