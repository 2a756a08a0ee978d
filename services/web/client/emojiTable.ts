/** Unicode's emoji as a module of this client's own: what it is called and where it stands, and nothing else of the data set. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const PREFIX = "virtual:emoji/";
/** Parts of emoji, which are none by themselves. */
const COMPONENT = 2;

interface Entry {
  hexcode: string;
  unicode: string;
  label: string;
  group?: number;
  order?: number;
  tags?: string[];
}

export function emojiTable(): Plugin {
  return {
    name: "emoji-table",
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? `export default ${JSON.stringify(table(id.slice(PREFIX.length + 1)))};` : undefined),
  };
}

/** In the order of the standard: the emoji, its group, its short names, and by what else it is found, in the language and in English. */
function table(language: string): [string, number, string, string][] {
  const data = createRequire(import.meta.url);
  const read = (file: string): unknown => JSON.parse(readFileSync(data.resolve(`emojibase-data/${file}`), "utf8"));
  const names = read("en/shortcodes/joypixels.json") as Record<string, string | string[]>;
  const english = new Map((read("en/compact.json") as Entry[]).map((entry) => [entry.hexcode, entry]));
  const words = (entry: Entry | undefined): string[] => (entry ? [entry.label, ...(entry.tags ?? [])] : []);
  return (read(`${language}/compact.json`) as Entry[])
    .filter((entry) => entry.group !== undefined && entry.group !== COMPONENT)
    .sort((left, right) => (left.order ?? 0) - (right.order ?? 0))
    .map((entry) => [
      // As people's keyboards write it: no mark for how it looks where it looks so anyway.
      entry.unicode.replace(/(\p{Emoji_Presentation})\u{FE0F}/gu, "$1"),
      entry.group!,
      [names[entry.hexcode] ?? []].flat().join(" "),
      [...new Set([...words(entry), ...(language === "en" ? [] : words(english.get(entry.hexcode)))])].join(" "),
    ]);
}
