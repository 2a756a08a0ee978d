/** What stands in the list of servers: a server, or a folder of them. Both are dragged, or moved by keys. */
import { createMemo, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { guildUnread } from "../state/channels";
import { arrangedGuilds, stepped, steppedFolder, type GuildFolder } from "../state/guildFolders";
import { initials } from "../state/names";
import { t } from "../text/text";
import { dragged } from "./guildDrag";
import { Icon } from "./Icon";
import { prefer, preferences } from "./preferences";
import { channelPath, follow } from "./router";
import { tell } from "./server/parts";
import { CDN, client } from "./session";

interface News {
  mentions: number;
  unread: boolean;
}

export function GuildItem(props: { id: Id; current: boolean }): JSX.Element {
  const guild = (): (typeof client.state.guilds)[string] | undefined => client.state.guilds[props.id];
  // Looked at in several places, and dear: all channels of the guild with what this person may see.
  const news = createMemo(() => guildUnread(client.state, props.id));
  const name = (): string => guild()?.name ?? "…";
  return (
    <li classList={{ unread: news().unread }} {...dragged({ guild: props.id })}>
      <a
        class="rail-item"
        data-rail={props.id}
        href={channelPath(props.id)}
        title={name()}
        aria-current={props.current ? "page" : undefined}
        onClick={(event) => follow(event, channelPath(props.id))}
        onKeyDown={(event) => move(event, (list, step) => stepped(list, props.id, step))}
      >
        <Show when={guild()?.icon} fallback={<span aria-hidden="true">{initials(name())}</span>}>
          {(icon) => <img src={`${CDN}/icons/${props.id}/${icon()}.webp?size=96`} alt="" width="48" height="48" draggable={false} />}
        </Show>
        <span class="spoken">{label(name(), news())}</span>
      </a>
      <Mentions of={news()} />
    </li>
  );
}

/** Closed, it shows what is new in any of its servers. */
export function FolderItem(props: { folder: GuildFolder; guildId: Id | null }): JSX.Element {
  const id = (): number => props.folder.id!;
  const open = (): boolean => preferences().openFolders.includes(id());
  const name = (): string => props.folder.name || t("arrange.unnamed");
  const inside = (): boolean => props.guildId !== null && props.folder.guild_ids.includes(props.guildId);
  const news = createMemo(() => {
    const all = props.folder.guild_ids.map((guildId) => guildUnread(client.state, guildId));
    return { mentions: all.reduce((sum, each) => sum + each.mentions, 0), unread: all.some(({ unread }) => unread) };
  });
  const toggle = (): void => prefer({ openFolders: open() ? preferences().openFolders.filter((other) => other !== id()) : [...preferences().openFolders, id()] });
  return (
    <li classList={{ unread: news().unread && !open(), folder: true }}>
      <div {...dragged({ folder: id() })}>
        <button
          type="button"
          class="rail-item"
          classList={{ inside: inside() && !open() }}
          data-rail={`folder ${id()}`}
          aria-expanded={open()}
          title={name()}
          style={{ color: props.folder.color ? `#${props.folder.color.toString(16).padStart(6, "0")}` : undefined }}
          onClick={toggle}
          onKeyDown={(event) => move(event, (list, step) => steppedFolder(list, id(), step))}
        >
          <Icon name="folder" />
          <span class="spoken">{label(name(), news())}</span>
        </button>
        <Show when={!open()}>
          <Mentions of={news()} />
        </Show>
      </div>
      <Show when={open()}>
        <ul aria-label={name()}>
          <For each={props.folder.guild_ids}>{(guildId) => <GuildItem id={guildId} current={props.guildId === guildId} />}</For>
        </ul>
      </Show>
    </li>
  );
}

function label(name: string, news: News): string {
  if (news.mentions) return t("guild.mentions", { name, count: news.mentions });
  return news.unread ? t("guild.unread", { name }) : name;
}

function Mentions(props: { of: News }): JSX.Element {
  return (
    <Show when={props.of.mentions}>
      <span class="badge" aria-hidden="true">
        {props.of.mentions > 99 ? "99+" : props.of.mentions}
      </span>
    </Show>
  );
}

function move(event: KeyboardEvent & { currentTarget: HTMLElement }, to: (list: GuildFolder[], step: 1 | -1) => GuildFolder[] | null): void {
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
  if (step === null || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  const next = to(arrangedGuilds(client.state), step);
  if (!next) return;
  const held = event.currentTarget.dataset["rail"]!;
  tell(client.guildList.arrange(next));
  // What is moved in the page loses the keyboard.
  queueMicrotask(() => document.querySelector<HTMLElement>(`[data-rail="${CSS.escape(held)}"]`)?.focus());
}
