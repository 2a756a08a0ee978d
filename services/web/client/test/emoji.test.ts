import { expect, test } from "vitest";
import english from "virtual:emoji/en";
import chinese from "virtual:emoji/zh";
import { find, named, read } from "../src/state/emoji";
import { emptyState } from "../src/state/state";
import { complete } from "../src/ui/complete";

const all = read(english);

test("all emoji of the standard are there, each once, in the same order in every language", () => {
  expect(all.length).toBeGreaterThan(1800);
  expect(new Set(all.map(({ unicode }) => unicode)).size).toBe(all.length);
  expect(all.map(({ unicode }) => unicode)).toContain("❤️");
  expect(read(chinese).map(({ unicode }) => unicode)).toEqual(all.map(({ unicode }) => unicode));
});

test("one is found by its name, the beginning of it, and what is on it, in one's own language and in English", () => {
  expect(find(all, "tada", 5)[0]!.unicode).toBe("🎉");
  expect(find(all, "thumbsu", 5)[0]!.unicode).toBe("👍");
  expect(find(all, "celebrat", 20).map(({ unicode }) => unicode)).toContain("🎉");
  expect(find(read(chinese), "苹果", 20).map(({ unicode }) => unicode)).toContain("🍎");
  expect(find(read(chinese), "apple", 20).map(({ unicode }) => unicode)).toContain("🍎");
  expect(find(all, "  ", 5)).toEqual([]);
});

test("names between colons become emoji, but not in code, in addresses or in a server's own", () => {
  expect(named(all, "well done :tada:!")).toBe("well done 🎉!");
  expect(named(all, "`:tada:` and ```\n:tada:\n``` and <:tada:123> and :nosuchthing:")).toBe("`:tada:` and ```\n:tada:\n``` and <:tada:123> and :nosuchthing:");
});

test("they are offered while one writes", () => {
  const offered = complete(emptyState(), { id: "1", type: 1 }, "hurray :tad", all);
  expect(offered[0]).toMatchObject({ insert: "🎉 ", from: 7 });
  expect(complete(emptyState(), { id: "1", type: 1 }, "at 10:30", all)).toEqual([]);
});
