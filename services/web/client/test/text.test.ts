import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../src/text/", import.meta.url);
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Record<string, unknown>;
const english = read("en.json");
const others = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "en.json");
const parameters = (entry: unknown): string[] => [...new Set(JSON.stringify(entry).match(/\{\w+\}/g) ?? [])].sort();

test.each(others)("%s has every text, with the same parameters, and no other", (name) => {
  const words = read(name);
  expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
  for (const key of Object.keys(english)) expect(parameters(words[key]), key).toEqual(parameters(english[key]));
});

test("every text that the page asks for exists, and every one that exists is asked for", () => {
  const sources: string[] = [];
  const collect = (directory: URL): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) collect(new URL(`${entry.name}/`, directory));
      else if (/\.tsx?$/.test(entry.name)) sources.push(readFileSync(new URL(entry.name, directory), "utf8"));
    }
  };
  collect(new URL("../src/", import.meta.url));
  const code = sources.join("\n");
  expect(Object.keys(english).filter((key) => !code.includes(`"${key}"`))).toEqual([]);
});
