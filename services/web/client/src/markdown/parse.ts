/** Discord's dialect of markdown, as a tree. The parser never throws and reads each character a bounded number of times. */

import type { Node } from "./tree";

interface Context {
  quoted: boolean;
  linked: boolean;
  depth: number;
}

const DEEPEST = 12;

/** Pairs of marks, the longer ones first. */
const PAIRS: readonly (readonly [string, "strong" | "emphasis" | "underline" | "strike" | "spoiler"])[] = [
  ["**", "strong"],
  ["__", "underline"],
  ["~~", "strike"],
  ["||", "spoiler"],
  ["*", "emphasis"],
  ["_", "emphasis"],
];

const ANGLE = /<(?:@!?(?<user>\d{1,20})|@&(?<role>\d{1,20})|#(?<channel>\d{1,20})|(?<animated>a?):(?<emoji>\w{2,32}):(?<emojiId>\d{1,20})|t:(?<time>-?\d{1,13})(?::(?<style>[tTdDfFsSR]))?|\/(?<command>[^:>\n]{1,100}):(?<commandId>\d{1,20})|(?<url>https?:\/\/[^\s<>]{1,2000}))>/y;
const FENCE = /```(?:([\w+\-.#]{1,32})\n)?/y;
const LINK = /https?:\/\/[^\s<>]{1,2000}/y;
const MASKED = /\]\(\s*<?(https?:\/\/[^\s<>]{1,2000}?)>?(?:\s+"[^"\n]{0,200}")?\s*\)/y;
const HEADING = /(#{1,3}) +(?=\S)/y;
const SUBTEXT = /-# +(?=\S)/y;
const ITEM = /( *)(?:([-*])|(\d{1,9})\.) +(?=\S)/y;
const WORD = /[\p{L}\p{N}_]/u;

export function parse(text: string): Node[] {
  return new Parser(text, { quoted: false, linked: false, depth: 0 }).all();
}

class Parser {
  private position = 0;
  private buffer = "";
  private readonly nodes: Node[] = [];
  /** Marks that were looked for from some place on and do not close any more; looking again would cost the square of the text. */
  private readonly unclosed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly context: Context,
  ) {}

  all(): Node[] {
    if (this.context.depth > DEEPEST) return this.text ? [{ kind: "text", text: this.text }] : [];
    while (this.position < this.text.length) {
      if (!((this.atLineStart() && this.block()) || this.inline())) this.buffer += this.text[this.position++];
    }
    this.flush();
    return this.nodes;
  }

  private block(): boolean {
    return this.quote() || this.heading() || this.subtext() || this.list();
  }

  private inline(): boolean {
    switch (this.text[this.position]) {
      case "\\":
        return this.escape();
      case "`":
        return this.codeBlock() || this.code();
      case "<":
        return this.angle();
      case "[":
        return this.maskedLink();
      case "h":
        return this.link();
      case "@":
        return this.everyone();
      case "*":
      case "_":
      case "~":
      case "|":
        return this.pair();
      default:
        return false;
    }
  }

  private quote(): boolean {
    if (this.context.quoted) return false;
    if (this.text.startsWith(">>> ", this.position)) {
      this.push({ kind: "quote", children: this.inside(this.text.slice(this.position + 4), { quoted: true }) });
      this.position = this.text.length;
      return true;
    }
    const lines: string[] = [];
    let position = this.position;
    while (this.text.startsWith("> ", position)) {
      const end = this.lineEnd(position);
      lines.push(this.text.slice(position + 2, end));
      position = end + 1;
    }
    if (lines.length === 0) return false;
    this.push({ kind: "quote", children: this.inside(lines.join("\n"), { quoted: true }) });
    this.position = Math.min(position, this.text.length);
    return true;
  }

  private heading(): boolean {
    const match = this.match(HEADING);
    if (!match) return false;
    const level = match[1]!.length as 1 | 2 | 3;
    this.line(match[0].length, (children) => ({ kind: "heading", level, children }));
    return true;
  }

  private subtext(): boolean {
    const match = this.match(SUBTEXT);
    if (!match) return false;
    this.line(match[0].length, (children) => ({ kind: "subtext", children }));
    return true;
  }

  /** The rest of the line, with its end. */
  private line(marks: number, make: (children: Node[]) => Node): void {
    const end = this.lineEnd(this.position);
    this.push(make(this.inside(this.text.slice(this.position + marks, end), {})));
    this.position = Math.min(end + 1, this.text.length);
  }

  private list(): boolean {
    const first = this.match(ITEM);
    if (!first) return false;
    const indent = first[1]!.length;
    const ordered = first[3] !== undefined;
    const items: string[] = [];
    let position = this.position;
    while (position < this.text.length) {
      const end = this.lineEnd(position);
      ITEM.lastIndex = position;
      const item = ITEM.exec(this.text);
      const line = this.text.slice(position, end);
      if (item && item[1]!.length <= indent + 1) {
        if (item[1]!.length < indent || (item[3] !== undefined) !== ordered) break;
        items.push(line.slice(item[0].length));
      } else if (item || (/^ {2,}\S/.test(line) && items.length > 0)) {
        // Deeper lines belong to the item above; there they stand at the start of a line again.
        items[items.length - 1] += `\n${line.slice(Math.min(indent + 2, line.search(/\S/)))}`;
      } else {
        break;
      }
      position = end + 1;
    }
    this.push({
      kind: "list",
      ordered,
      start: ordered ? Number(first[3]) : 1,
      items: items.map((item) => this.inside(item, {})),
    });
    this.position = Math.min(position, this.text.length);
    return true;
  }

  private escape(): boolean {
    const next = this.text[this.position + 1];
    if (next === undefined || /[\p{L}\p{N}\s]/u.test(next)) return false;
    this.buffer += next;
    this.position += 2;
    return true;
  }

  private codeBlock(): boolean {
    const match = this.match(FENCE);
    if (!match) return false;
    const begin = this.position + match[0].length;
    const end = this.find("```", begin);
    const text = end < 0 ? "" : this.text.slice(begin, end).replace(/^\n+|\n+$/g, "");
    if (!text.trim()) return false;
    this.push({ kind: "codeBlock", language: match[1] ?? "", text });
    this.position = end + 3;
    if (this.text[this.position] === "\n") this.position++;
    return true;
  }

  private code(): boolean {
    let marks = "";
    while (this.text[this.position + marks.length] === "`") marks += "`";
    const begin = this.position + marks.length;
    let end = this.find(marks, begin);
    while (end >= 0 && (this.text[end + marks.length] === "`" || this.text[end - 1] === "`")) {
      let next = end + 1;
      while (this.text[next] === "`") next++;
      end = this.text.indexOf(marks, next);
    }
    if (end <= begin) {
      this.buffer += marks;
      this.position = begin;
      return true;
    }
    const text = this.text.slice(begin, end);
    this.push({ kind: "code", text: text.trim() ? text.replace(/^ (?=`)|(?<=`) $/g, "") : text });
    this.position = end + marks.length;
    return true;
  }

  private angle(): boolean {
    const groups = this.match(ANGLE)?.groups;
    if (!groups) return false;
    const length = ANGLE.lastIndex - this.position;
    const node = angleNode(groups as Record<string, string | undefined>);
    if (!node || (node.kind === "link" && this.context.linked)) return false;
    this.push(node);
    this.position += length;
    return true;
  }

  private maskedLink(): boolean {
    if (this.context.linked) return false;
    const close = this.closingBracket();
    if (close < 0) return false;
    MASKED.lastIndex = close;
    const match = MASKED.exec(this.text);
    const label = this.text.slice(this.position + 1, close);
    // A label that is a link itself could show another address than the one it leads to.
    if (!match || !label.trim() || /https?:\/\//i.test(label)) return false;
    this.push({ kind: "link", url: match[1]!, children: this.inside(label, { linked: true }) });
    this.position = close + match[0].length;
    return true;
  }

  private closingBracket(): number {
    const MOST = 1000;
    let depth = 0;
    for (let index = this.position; index < Math.min(this.text.length, this.position + MOST); index++) {
      const character = this.text[index];
      if (character === "\\") index++;
      else if (character === "[") depth++;
      else if (character === "]" && --depth === 0) return index;
    }
    return -1;
  }

  private link(): boolean {
    if (this.context.linked) return false;
    const match = this.match(LINK);
    if (!match) return false;
    const url = withoutTrailing(match[0]);
    if (!/^https?:\/\/[^/?#]/.test(url)) return false;
    this.push({ kind: "link", url, children: [{ kind: "text", text: url }] });
    this.position += url.length;
    return true;
  }

  private everyone(): boolean {
    for (const of of ["everyone", "here"] as const) {
      if (!this.text.startsWith(of, this.position + 1)) continue;
      this.push({ kind: "mention", of, id: "" });
      this.position += of.length + 1;
      return true;
    }
    return false;
  }

  private pair(): boolean {
    for (const [mark, kind] of PAIRS) {
      if (!this.text.startsWith(mark, this.position)) continue;
      const begin = this.position + mark.length;
      const end = this.closing(mark, begin);
      if (end < 0) continue;
      this.push({ kind, children: this.inside(this.text.slice(begin, end), {}) });
      this.position = end + mark.length;
      return true;
    }
    return false;
  }

  /** Where a pair that begins here ends: behind code and escapes, and not in the middle of a longer mark. */
  private closing(mark: string, begin: number): number {
    if (this.unclosed.has(mark)) return -1;
    const single = mark.length === 1;
    if (single && mark === "*" && /\s/.test(this.text[begin] ?? " ")) return -1;
    if (mark === "_" && WORD.test(this.text[this.position - 1] ?? "")) return -1;
    for (let index = begin; index < this.text.length; index++) {
      const character = this.text[index]!;
      if (character === "\\") index++;
      else if (character === "`") {
        const end = this.text.indexOf("`", index + 1);
        if (end > 0) index = end;
      } else if (this.text.startsWith(mark, index)) {
        const run = this.run(index, mark[0]!);
        if (single && run >= 2) {
          // Two are a mark of their own; three end both.
          if (run === 2) {
            index++;
            continue;
          }
          if (index > begin) return index + 2;
        }
        if (index === begin) continue;
        if (mark === "*" && /\s/.test(this.text[index - 1]!)) continue;
        if (mark === "_" && WORD.test(this.text[index + 1] ?? "")) continue;
        return !single && run > mark.length ? index + run - mark.length : index;
      }
    }
    this.unclosed.add(mark);
    return -1;
  }

  private run(index: number, character: string): number {
    let length = 0;
    while (this.text[index + length] === character) length++;
    return length;
  }

  private find(mark: string, from: number): number {
    const key = `find ${mark}`;
    if (this.unclosed.has(key)) return -1;
    const found = this.text.indexOf(mark, from);
    if (found < 0) this.unclosed.add(key);
    return found;
  }

  private inside(text: string, change: Partial<Context>): Node[] {
    return new Parser(text, { ...this.context, ...change, depth: this.context.depth + 1 }).all();
  }

  private atLineStart(): boolean {
    return this.position === 0 || this.text[this.position - 1] === "\n";
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text);
  }

  private push(node: Node): void {
    this.flush();
    this.nodes.push(node);
  }

  private flush(): void {
    if (this.buffer) this.nodes.push({ kind: "text", text: this.buffer });
    this.buffer = "";
  }
}

function angleNode(groups: Record<string, string | undefined>): Node | null {
  if (groups["user"]) return { kind: "mention", of: "user", id: groups["user"] };
  if (groups["role"]) return { kind: "mention", of: "role", id: groups["role"] };
  if (groups["channel"]) return { kind: "mention", of: "channel", id: groups["channel"] };
  if (groups["emojiId"]) {
    return { kind: "emoji", id: groups["emojiId"], name: groups["emoji"] ?? "", animated: groups["animated"] === "a" };
  }
  if (groups["time"]) {
    const seconds = Number(groups["time"]);
    return Math.abs(seconds) > 8.64e12 ? null : { kind: "time", seconds, style: groups["style"] ?? "f" };
  }
  if (groups["commandId"]) return { kind: "command", name: groups["command"] ?? "", id: groups["commandId"] };
  if (groups["url"]) return { kind: "link", url: groups["url"], children: [{ kind: "text", text: groups["url"] }] };
  return null;
}

/** A link in a sentence ends before the sentence's marks, and before a bracket that was opened in front of it. */
function withoutTrailing(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url[end - 1]!;
    if (/[.,:;"'!?*_~|\]]/.test(last)) end--;
    else if (last === ")" && count(url, end, ")") > count(url, end, "(")) end--;
    else return url.slice(0, end);
  }
}

function count(text: string, end: number, character: string): number {
  let found = 0;
  for (let index = 0; index < end; index++) if (text[index] === character) found++;
  return found;
}
