import { describe, expect, test } from "vitest";
import { parse } from "../src/markdown/parse";
import { plain, type Node } from "../src/markdown/tree";

/** A short form of the tree that is easy to compare. */
function short(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      switch (node.kind) {
        case "text":
          return node.text;
        case "code":
          return `code(${node.text})`;
        case "codeBlock":
          return `block:${node.language}(${node.text})`;
        case "list":
          return `${node.ordered ? `ol${node.start}` : "ul"}(${node.items.map(short).join(";")})`;
        case "mention":
          return `@${node.of}(${node.id})`;
        case "command":
          return `/${node.name}(${node.id})`;
        case "emoji":
          return `emoji${node.animated ? "*" : ""}(${node.name},${node.id})`;
        case "time":
          return `time(${node.seconds},${node.style})`;
        case "link":
          return `link(${node.url}:${short(node.children)})`;
        case "heading":
          return `h${node.level}(${short(node.children)})`;
        default:
          return `${node.kind}(${short(node.children)})`;
      }
    })
    .join("");
}

describe("markdown", () => {
  test.each([
    ["plain words", "plain words"],
    ["**bold** and *slanted* and _slanted_", "strong(bold) and emphasis(slanted) and emphasis(slanted)"],
    ["__under__ ~~gone~~ ||hidden||", "underline(under) strike(gone) spoiler(hidden)"],
    ["***both***", "strong(emphasis(both))"],
    ["**bold *and slanted***", "strong(bold emphasis(and slanted))"],
    ["snake_case_name", "snake_case_name"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["**open", "**open"],
    ["\\*not slanted\\*", "*not slanted*"],
    ["¯\\_(ツ)_/¯", "¯_(ツ)_/¯"],
    ["`code *stays*`", "code(code *stays*)"],
    ["``a ` b``", "code(a ` b)"],
    ["```js\nlet a = 1;\n```", "block:js(let a = 1;)"],
    ["```one line```", "block:(one line)"],
    ["# Title\ntext", "h1(Title)text"],
    ["#no title", "#no title"],
    ["-# small", "subtext(small)"],
    ["> quoted\n> twice\nafter", "quote(quoted\ntwice)after"],
    [">>> all\nof it", "quote(all\nof it)"],
    ["> > once", "quote(> once)"],
    ["- a\n- b", "ul(a;b)"],
    ["3. c\n4. d", "ol3(c;d)"],
    ["- a\n  - b\n- c", "ul(aul(b);c)".replace("aul", "a\nul")],
    ["<@1> <@!2> <@&3> <#4>", "@user(1) @user(2) @role(3) @channel(4)"],
    ["@everyone @here", "@everyone() @here()"],
    ["<:wave:12> <a:wave:13>", "emoji(wave,12) emoji*(wave,13)"],
    ["<t:1700000000:R>", "time(1700000000,R)"],
    ["</ban user:77>", "/ban user(77)"],
    ["see https://example.org/a.", "see link(https://example.org/a:https://example.org/a)."],
    ["(https://example.org/a_(b))", "(link(https://example.org/a_(b):https://example.org/a_(b)))"],
    ["<https://example.org>", "link(https://example.org:https://example.org)"],
    ["[words](https://example.org)", "link(https://example.org:words)"],
    ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["[https://good.example](https://bad.example)", "[link(https://good.example](https://bad.example):https://good.example](https://bad.example))"],
  ])("%s", (text, tree) => {
    expect(short(parse(text))).toBe(tree);
  });

  test("loses no character of what has no marks in it", () => {
    const text = "Ein Satz\nmit 中文, عربي & <b>Zeichen</b> \u{1F44D}\n\n  und Rand  ";
    expect(plain(parse(text))).toBe(text);
  });

  test("reads hostile texts ten times as long as a message may be", () => {
    const hostile = ["*", "_", "**", "`", "```", "[", "](", "<", "> ", "||", "~~", "- ", "\\", "**a _b ", "[[](https://a "];
    for (const piece of hostile) {
      expect(Array.isArray(parse(piece.repeat(40_000 / piece.length)))).toBe(true);
    }
  });

  test("never throws, whatever is mixed", () => {
    const pieces = ["*", "**", "_", "__", "~~", "||", "`", "```", "\n", "> ", ">>> ", "# ", "- ", "1. ", "a", " ", "<@1>", "https://x.y", "[", "](", ")", "\\", "<t:1:R>"];
    let seed = 1;
    const next = (): number => (seed = (seed * 48271) % 2147483647);
    for (let round = 0; round < 3000; round++) {
      let text = "";
      for (let index = next() % 30; index >= 0; index--) text += pieces[next() % pieces.length];
      expect(Array.isArray(parse(text))).toBe(true);
    }
  });
});
