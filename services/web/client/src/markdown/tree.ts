/** What a text with marks becomes. */
export type Node =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis" | "underline" | "strike" | "spoiler" | "quote" | "subtext"; children: Node[] }
  | { kind: "heading"; level: 1 | 2 | 3; children: Node[] }
  | { kind: "list"; ordered: boolean; start: number; items: Node[][] }
  | { kind: "code"; text: string }
  | { kind: "codeBlock"; language: string; text: string }
  | { kind: "link"; url: string; children: Node[] }
  | { kind: "mention"; of: "user" | "role" | "channel" | "everyone" | "here"; id: string }
  | { kind: "command"; name: string; id: string }
  | { kind: "emoji"; id: string; name: string; animated: boolean }
  | { kind: "time"; seconds: number; style: string };

/** What a reader hears of a message: its text without marks. */
export function plain(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
        case "code":
        case "codeBlock":
          return node.text;
        case "list":
          return node.items.map(plain).join("\n");
        case "mention":
          return `@${node.of}`;
        case "command":
          return `/${node.name}`;
        case "emoji":
          return `:${node.name}:`;
        case "time":
          return new Date(node.seconds * 1000).toISOString();
        default:
          return plain(node.children);
      }
    })
    .join("");
}
