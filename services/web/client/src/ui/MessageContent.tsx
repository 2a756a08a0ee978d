import { createMemo, createSignal, For, Index, Match, Show, Switch, type JSX } from "solid-js";
import { parse } from "../markdown/parse";
import type { Node } from "../markdown/tree";
import type { Id } from "../protocol/snowflake";
import { channelName } from "../state/channels";
import { displayName } from "../state/names";
import { day, longTime, relative, t, time, when } from "../text/text";
import { CodeBlock } from "./CodeBlock";
import { channelPath, follow } from "./router";
import { CDN, client } from "./session";

/** A message's text with its marks. Elements are made from the tree: no text of a message is ever read as HTML. */
export function MessageContent(props: { text: string; guildId?: Id | undefined }): JSX.Element {
  const tree = createMemo(() => parse(props.text));
  return (
    <div class="content" classList={{ jumbo: onlyEmoji(tree()) }} dir="auto">
      <Nodes nodes={tree()} guildId={props.guildId} />
    </div>
  );
}

function onlyEmoji(nodes: readonly Node[]): boolean {
  const MOST = 30;
  const texts = nodes.map((node) => (node.kind === "text" ? node.text : node.kind === "emoji" ? "" : "x")).join("");
  return nodes.length > 0 && nodes.length <= MOST && /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}\u{200D}\s]*$/u.test(texts) && texts.length <= 3 * MOST && !/^\s+$/.test(texts);
}

function Nodes(props: { nodes: readonly Node[]; guildId?: Id | undefined }): JSX.Element {
  return <For each={props.nodes}>{(node) => <One node={node} guildId={props.guildId} />}</For>;
}

function One(props: { node: Node; guildId?: Id | undefined }): JSX.Element {
  const node = props.node;
  const inside = (children: readonly Node[]): JSX.Element => <Nodes nodes={children} guildId={props.guildId} />;
  switch (node.kind) {
    case "text":
      return node.text;
    case "strong":
      return <strong>{inside(node.children)}</strong>;
    case "emphasis":
      return <em>{inside(node.children)}</em>;
    case "underline":
      return <u>{inside(node.children)}</u>;
    case "strike":
      return <s>{inside(node.children)}</s>;
    case "subtext":
      return <small class="subtext">{inside(node.children)}</small>;
    case "quote":
      return <blockquote>{inside(node.children)}</blockquote>;
    case "heading":
      return (
        <div class={`heading heading-${node.level}`} role="heading" aria-level={node.level + 2}>
          {inside(node.children)}
        </div>
      );
    case "list":
      return (
        <Show when={node.ordered} fallback={<ul>{items(node.items, inside)}</ul>}>
          <ol start={node.start}>{items(node.items, inside)}</ol>
        </Show>
      );
    case "code":
      return <code>{node.text}</code>;
    case "codeBlock":
      return <CodeBlock language={node.language} text={node.text} />;
    case "link":
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer nofollow">
          {inside(node.children)}
        </a>
      );
    case "spoiler":
      return <Spoiler>{inside(node.children)}</Spoiler>;
    case "mention":
      return <Mention of={node.of} id={node.id} guildId={props.guildId} />;
    case "command":
      return <span class="mention">/{node.name}</span>;
    case "emoji":
      return (
        <img
          class="emoji"
          src={`${CDN}/emojis/${node.id}.${node.animated ? "gif" : "webp"}?size=48`}
          alt={`:${node.name}:`}
          title={`:${node.name}:`}
          loading="lazy"
        />
      );
    case "time":
      return (
        <time datetime={new Date(node.seconds * 1000).toISOString()} title={longTime(node.seconds * 1000)}>
          {stamp(node.seconds * 1000, node.style)}
        </time>
      );
  }
}

function items(all: readonly Node[][], inside: (children: readonly Node[]) => JSX.Element): JSX.Element {
  return <Index each={all}>{(item) => <li>{inside(item())}</li>}</Index>;
}

function stamp(milliseconds: number, style: string): string {
  switch (style) {
    case "R":
      return relative(milliseconds);
    case "t":
    case "T":
      return time(milliseconds);
    case "d":
    case "D":
      return day(milliseconds);
    case "F":
      return longTime(milliseconds);
    default:
      return when(milliseconds);
  }
}

function Spoiler(props: { children: JSX.Element }): JSX.Element {
  const [shown, setShown] = createSignal(false);
  return (
    <Show
      when={shown()}
      fallback={
        <button type="button" class="spoiler" aria-label={t("message.spoiler")} onClick={() => setShown(true)}>
          <span aria-hidden="true">{props.children}</span>
        </button>
      }
    >
      <span class="spoiler shown">{props.children}</span>
    </Show>
  );
}

function Mention(props: { of: "user" | "role" | "channel" | "everyone" | "here"; id: Id; guildId?: Id | undefined }): JSX.Element {
  const user = (): string => {
    const known = client.state.users[props.id];
    return known ? displayName(client.state, known, props.guildId) : props.id;
  };
  const role = (): string => (props.guildId ? client.state.guilds[props.guildId]?.roles[props.id]?.name : undefined) ?? props.id;
  return (
    <Switch fallback={<span class="mention">@{props.of}</span>}>
      <Match when={props.of === "user"}>
        <span class="mention" classList={{ me: props.id === client.state.me?.id }}>
          @{user()}
        </span>
      </Match>
      <Match when={props.of === "role"}>
        <span class="mention">@{role()}</span>
      </Match>
      <Match when={props.of === "channel"}>
        <Show when={client.state.channels[props.id]} fallback={<span class="mention">#{props.id}</span>}>
          {(channel) => (
            <a
              class="mention"
              href={channelPath(channel().guild_id, channel().id)}
              onClick={(event) => follow(event, channelPath(channel().guild_id, channel().id))}
            >
              #{channelName(client.state, channel())}
            </a>
          )}
        </Show>
      </Match>
    </Switch>
  );
}
