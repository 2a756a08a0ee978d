/** Emoji that everybody has, by name and by what is on them. */

export interface StandardEmoji {
  unicode: string;
  group: number;
  /** As one types them between colons, the usual one first. */
  names: string[];
  words: string;
}

export type Table = readonly (readonly [unicode: string, group: number, names: string, words: string])[];

export function read(table: Table): StandardEmoji[] {
  return table.map(([unicode, group, names, words]) => ({ unicode, group, names: names.split(" ").filter(Boolean), words: words.toLocaleLowerCase() }));
}

/** Those that are called so come first, then those whose name begins so, then what has the word anywhere. */
export function find(all: readonly StandardEmoji[], wanted: string, most: number): StandardEmoji[] {
  const word = wanted.trim().toLocaleLowerCase();
  if (!word) return [];
  const ranked: { emoji: StandardEmoji; rank: number }[] = [];
  for (const emoji of all) {
    const rank = rankOf(emoji, word);
    if (rank < NOT_FOUND) ranked.push({ emoji, rank });
  }
  return ranked
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

const NOT_FOUND = 4;

function rankOf(emoji: StandardEmoji, word: string): number {
  if (emoji.names.includes(word)) return 0;
  if (emoji.names.some((name) => name.startsWith(word))) return 1;
  if (emoji.names.some((name) => name.includes(word))) return 2;
  return emoji.words.includes(word) ? 3 : NOT_FOUND;
}

/** Replaces `:name:` of standard emoji, as somebody types them, outside of code. */
export function named(all: readonly StandardEmoji[], text: string): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`|<a?:\w+:\d+>)/u)
    .map((part, index) => (index % 2 ? part : part.replace(/:([\w+-]{2,40}):/gu, (whole, name: string) => all.find(({ names }) => names.includes(name))?.unicode ?? whole)))
    .join("");
}
