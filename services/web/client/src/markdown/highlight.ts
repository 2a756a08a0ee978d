/** Tells the parts of a program apart. Loaded with the first block of code; what comes out is plain pieces of text, and never a page's language. */
import type { Emitter } from "highlight.js";
import hljs from "highlight.js/lib/common";

export type Kind = "keyword" | "string" | "number" | "comment" | "title";

export interface Piece {
  text: string;
  kind: Kind | null;
}

/** More than this is not looked through: the page would stand still. */
const LONGEST = 20_000;

/** By the first word of what the library calls a part. */
const KINDS: Record<string, Kind> = {
  keyword: "keyword",
  built_in: "keyword",
  type: "keyword",
  literal: "keyword",
  "selector-tag": "keyword",
  name: "keyword",
  section: "title",
  title: "title",
  attr: "title",
  attribute: "title",
  property: "title",
  "selector-class": "title",
  "selector-id": "title",
  string: "string",
  regexp: "string",
  addition: "string",
  symbol: "string",
  link: "string",
  number: "number",
  variable: "number",
  "template-variable": "number",
  deletion: "number",
  comment: "comment",
  quote: "comment",
  doctag: "comment",
  meta: "comment",
};

class Pieces implements Emitter {
  readonly all: Piece[] = [];
  private readonly scopes: string[] = [];

  startScope(name: string): void {
    this.scopes.push(name);
  }

  endScope(): void {
    this.scopes.pop();
  }

  /** The library calls the same by two names. */
  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  addText(text: string): void {
    if (!text) return;
    const kind = this.scopes.map((scope) => KINDS[scope.split(".")[0]!]).findLast((known) => known !== undefined) ?? null;
    const last = this.all.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.all.push({ text, kind });
  }

  __addSublanguage(other: Emitter): void {
    for (const piece of (other as Pieces).all) this.all.push(piece);
  }

  finalize(): void {}

  toHTML(): string {
    return "";
  }
}

hljs.configure({ __emitter: Pieces });

/** Null for a language that is not known, for what is too long, and for what the library stumbles over: it would be cut off there. */
export function highlight(code: string, language: string): Piece[] | null {
  if (code.length > LONGEST || !hljs.getLanguage(language)) return null;
  const found = hljs.highlight(code, { language, ignoreIllegals: true });
  return found.errorRaised ? null : (found._emitter as Pieces).all;
}
