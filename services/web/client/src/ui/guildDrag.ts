/** Servers and folders are dragged: between others to stand there, onto another server or a folder to go into one with it. */
import { createSignal } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { arrangedGuilds, joined, placed, placedFolder, spotOf, type GuildFolder } from "../state/guildFolders";
import { tell } from "./server/parts";
import { client } from "./session";

export type Dragged = { guild: Id; folder?: undefined } | { folder: number; guild?: undefined };
export type Drop = "before" | "onto" | "after";

/** The share of an item's height at either end that means beside it. */
const EDGE = 0.25;

const [taken, setTaken] = createSignal<Dragged | null>(null);
const [over, setOver] = createSignal<{ target: Dragged; drop: Drop } | null>(null);

/** What an item needs to be dragged, and dropped at. */
export function dragged(item: Dragged): Record<string, unknown> {
  return {
    draggable: true,
    get "data-drop"() {
      const now = over();
      return now !== null && same(now.target, item) ? now.drop : undefined;
    },
    onDragStart: (event: DragEvent) => {
      event.stopPropagation();
      event.dataTransfer?.setData("text/plain", String(item.guild ?? item.folder));
      setTaken(item);
    },
    onDragOver: (event: DragEvent & { currentTarget: HTMLElement }) => {
      const held = taken();
      if (held === null || same(held, item)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver({ target: item, drop: dropAt(event, held) });
    },
    onDrop: (event: DragEvent & { currentTarget: HTMLElement }) => {
      const held = taken();
      if (held === null) return;
      event.preventDefault();
      event.stopPropagation();
      const drop = dropAt(event, held);
      end();
      if (!same(held, item)) tell(client.guildList.arrange(dropped(arrangedGuilds(client.state), held, item, drop)));
    },
    onDragEnd: end,
  };
}

function end(): void {
  setTaken(null);
  setOver(null);
}

function dropAt(event: DragEvent & { currentTarget: HTMLElement }, held: Dragged): Drop {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  if (held.folder !== undefined) return share < 0.5 ? "before" : "after";
  return share < EDGE ? "before" : share > 1 - EDGE ? "after" : "onto";
}

/** The list after something was let go at something else. Folders go into no folder: they go beside the one that they are let go in. */
export function dropped(list: GuildFolder[], held: Dragged, target: Dragged, drop: Drop): GuildFolder[] {
  const place = target.folder !== undefined ? list.findIndex(({ id }) => id === target.folder) : list.findIndex(({ guild_ids }) => guild_ids.includes(target.guild));
  const beside = drop === "before" ? place : place + 1;
  if (held.folder !== undefined) return placedFolder(list, held.folder, beside);
  if (target.folder !== undefined) {
    return drop === "onto" ? placed(list, held.guild, { folder: target.folder, at: list[place]?.guild_ids.length ?? 0 }) : placed(list, held.guild, { folder: null, at: beside });
  }
  if (drop === "onto") return joined(list, held.guild, target.guild);
  const spot = spotOf(list, target.guild);
  return placed(list, held.guild, { folder: spot.folder, at: spot.at + (drop === "after" ? 1 : 0) });
}

function same(one: Dragged, other: Dragged): boolean {
  return one.guild === other.guild && one.folder === other.folder;
}
