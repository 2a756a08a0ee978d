import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../src/style/", import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
/** What names a side of the screen instead of the beginning or the end of a line. */
const SIDES = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/m;

test.each(sheets)("%s says beginning and end, so that it holds for languages from right to left", (name) => {
  expect(SIDES.exec(readFileSync(new URL(name, folder), "utf8"))?.[0]).toBeUndefined();
});

test("the rule finds what it forbids", () => {
  for (const wrong of ["a { margin-left: 1rem }", "a { left: 0; }", "a {\n  text-align: right;\n}", "a { float:left }"]) expect(SIDES.test(wrong), wrong).toBe(true);
  for (const right of ["a { margin-inline-start: 1rem }", "a { inset-inline: 0 }", "a { text-align: start }"]) expect(SIDES.test(right), right).toBe(false);
});
