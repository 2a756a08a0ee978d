import { expect, test } from "vitest";
import { highlight, type Piece } from "../src/markdown/highlight";

const kindOf = (pieces: Piece[] | null, text: string): string | null | undefined => pieces?.find((piece) => piece.text.trim() === text)?.kind;

test("parts of a program are told apart", () => {
  const java = highlight('// count\nint most = 42; String name = "ada";', "java");
  expect(kindOf(java, "// count")).toBe("comment");
  expect(kindOf(java, "int")).toBe("keyword");
  expect(kindOf(java, "42")).toBe("number");
  expect(kindOf(java, '"ada"')).toBe("string");
});

test("aliases of languages are known, other names are none", () => {
  expect(highlight("let x = 1", "js")).not.toBeNull();
  expect(highlight("let x = 1", "no such language")).toBeNull();
  expect(highlight("let x = 1", "constructor")).toBeNull();
  expect(highlight("x".repeat(20_001), "js")).toBeNull();
});

test.each([
  ["html", '<p onclick="x()">&lt; <script>alert(1 < 2 && "</b>")</script></p>'],
  ["json", '{"a": [1, null, "<img src=x onerror=alert(1)>"]}'],
  ["diff", "- old <b>\n+ new &amp;\n"],
  ["python", 'def f(x):\n\treturn f"{x!r} & {x}"  # 𝒳 ünï\n'],
  ["bash", "echo $HOME | sed 's/a/b/' > /dev/null"],
  ["javascript", "const tag = html`<a href=${x}>${y}</a>`; /unended"],
])("pieces of %s together are what was written, to the letter", (language, code) => {
  expect(highlight(code, language)!.map(({ text }) => text).join("")).toBe(code);
});
