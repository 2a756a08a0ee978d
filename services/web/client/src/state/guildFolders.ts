/** The order of a person's guilds, and the folders that some of them are in, as the settings keep it. Pure: a change is a new list. */
import type { Id } from "../protocol/snowflake";
import type { State } from "./state";

/** Without an id it is no folder, but guilds that stand by themselves. Field names are those on the wire. */
export interface GuildFolder {
  id: number | null;
  name: string | null;
  color: number | null;
  guild_ids: Id[];
}

/** Where a guild goes: a folder, or none; and before which one of those that are there. */
export interface Spot {
  folder: number | null;
  at: number;
}

const MOST_IDS = 2 ** 31;

const alone = (guildId: Id): GuildFolder => ({ id: null, name: null, color: null, guild_ids: [guildId] });

/** The list as it is shown: every guild once, those that nobody has put anywhere first, and no folder without guilds. */
export function arranged(folders: readonly GuildFolder[], guilds: readonly Id[]): GuildFolder[] {
  const left = new Set(guilds);
  const take = (ids: readonly Id[]): Id[] => ids.filter((id) => left.delete(id));
  const shown = folders.flatMap((folder) => {
    const there = take(folder.guild_ids);
    if (folder.id === null) return there.map(alone);
    return there.length ? [{ ...folder, guild_ids: there }] : [];
  });
  return [...[...left].map(alone), ...shown];
}

export function arrangedGuilds(state: State): GuildFolder[] {
  return arranged(state.folders, state.guildOrder);
}

/** All guilds from the top, in folders or not. */
export function guildsInOrder(state: State): Id[] {
  return arrangedGuilds(state).flatMap((folder) => folder.guild_ids);
}

/** Puts a guild at another place. */
export function placed(list: readonly GuildFolder[], guildId: Id, to: Spot): GuildFolder[] {
  if (to.folder === null) {
    // Places are counted as they are seen, with the guild where it was.
    const before = list.slice(0, to.at);
    const after = list.slice(to.at);
    return [...without(before, guildId), alone(guildId), ...without(after, guildId)];
  }
  const into = list.find((folder) => folder.id === to.folder);
  if (!into) return [...list];
  const ids = [...into.guild_ids.slice(0, to.at).filter((id) => id !== guildId), guildId, ...into.guild_ids.slice(to.at).filter((id) => id !== guildId)];
  return without(list, guildId, to.folder).map((folder) => (folder.id === to.folder ? { ...folder, guild_ids: ids } : folder));
}

/** Puts a folder at another place, with all that is in it. */
export function placedFolder(list: readonly GuildFolder[], folderId: number, at: number): GuildFolder[] {
  const folder = list.find(({ id }) => id === folderId);
  if (!folder) return [...list];
  const others = (part: readonly GuildFolder[]): GuildFolder[] => part.filter(({ id }) => id !== folderId);
  return [...others(list.slice(0, at)), folder, ...others(list.slice(at))];
}

/** Puts a guild to another one: into its folder, or both into a new one. */
export function joined(list: readonly GuildFolder[], guildId: Id, onto: Id): GuildFolder[] {
  const there = list.find((folder) => folder.guild_ids.includes(onto));
  if (!there || guildId === onto) return [...list];
  if (there.id !== null) return placed(list, guildId, { folder: there.id, at: there.guild_ids.indexOf(onto) + 1 });
  const made: GuildFolder = { ...there, id: newId(list), guild_ids: [onto, guildId] };
  return without(list, guildId).map((folder) => (folder.id === null && folder.guild_ids[0] === onto ? made : folder));
}

export function changed(list: readonly GuildFolder[], folderId: number, change: Pick<GuildFolder, "name" | "color">): GuildFolder[] {
  return list.map((folder) => (folder.id === folderId ? { ...folder, ...change } : folder));
}

/** Its guilds stand by themselves from now on, where it was. */
export function dissolved(list: readonly GuildFolder[], folderId: number): GuildFolder[] {
  return list.flatMap((folder) => (folder.id === folderId ? folder.guild_ids.map(alone) : [folder]));
}

/** Where a guild stands: in which folder, and at which place of that or of the whole list. */
export function spotOf(list: readonly GuildFolder[], guildId: Id): Spot {
  const at = list.findIndex((folder) => folder.guild_ids.includes(guildId));
  const folder = list[at];
  return folder && folder.id !== null ? { folder: folder.id, at: folder.guild_ids.indexOf(guildId) } : { folder: null, at };
}

/** A step up or down among those beside it; null at the edge. A guild steps out of its folder there. */
export function stepped(list: readonly GuildFolder[], guildId: Id, step: 1 | -1): GuildFolder[] | null {
  const spot = spotOf(list, guildId);
  const folder = list.find(({ id }) => spot.folder !== null && id === spot.folder);
  const to = spot.at + (step > 0 ? 2 : -1);
  if (folder) {
    const inside = to >= 0 && to <= folder.guild_ids.length;
    return placed(list, guildId, inside ? { folder: folder.id, at: to } : { folder: null, at: list.indexOf(folder) + (step > 0 ? 1 : 0) });
  }
  return to < 0 || to > list.length ? null : placed(list, guildId, { folder: null, at: to });
}

export function steppedFolder(list: readonly GuildFolder[], folderId: number, step: 1 | -1): GuildFolder[] | null {
  const to = list.findIndex(({ id }) => id === folderId) + (step > 0 ? 2 : -1);
  return to < 0 || to > list.length ? null : placedFolder(list, folderId, to);
}

/** Without the guild, and without what it leaves empty, but for one folder that is about to be filled. */
function without(list: readonly GuildFolder[], guildId: Id, kept: number | null = null): GuildFolder[] {
  return list
    .map((folder) => ({ ...folder, guild_ids: folder.guild_ids.filter((id) => id !== guildId) }))
    .filter((folder) => folder.guild_ids.length || (kept !== null && folder.id === kept));
}

function newId(list: readonly GuildFolder[]): number {
  const taken = new Set(list.map(({ id }) => id));
  for (;;) {
    const id = 1 + Math.floor(Math.random() * (MOST_IDS - 1));
    if (!taken.has(id)) return id;
  }
}
