import { describe, expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { Account } from "../src/state/account";
import { arranged, changed, dissolved, guildsInOrder, joined, placed, placedFolder, stepped, steppedFolder, type GuildFolder } from "../src/state/guildFolders";
import { GuildList } from "../src/state/guildList";
import { reduce } from "../src/state/reduce";
import { emptyState, type State } from "../src/state/state";

const alone = (id: string): GuildFolder => ({ id: null, name: null, color: null, guild_ids: [id] });
const folder = (id: number, ...guilds: string[]): GuildFolder => ({ id, name: `f${id}`, color: null, guild_ids: guilds });
/** Short: `a (b c) d`. */
const shown = (list: GuildFolder[] | null): string | null =>
  list && list.map(({ id, guild_ids }) => (id === null ? guild_ids.join(" ") : `(${guild_ids.join(" ")})`)).join(" ");

const LIST = [alone("a"), folder(1, "b", "c"), alone("d"), folder(2, "e")];

describe("the list that is shown", () => {
  test("has every guild once, and those that nobody put anywhere first", () => {
    expect(shown(arranged([folder(1, "b", "b"), alone("b"), alone("a")], ["a", "b", "x", "y"]))).toBe("x y (b) a");
  });
  test("has no guild that was left, and no folder that holds none", () => {
    expect(shown(arranged([folder(1, "gone"), alone("gone"), folder(2, "gone", "a")], ["a"]))).toBe("(a)");
  });
  test("takes what is no folder apart", () => {
    expect(shown(arranged([{ id: null, name: null, color: null, guild_ids: ["a", "b"] }], ["b", "a"]))).toBe("a b");
  });
  test("is in the order of the guilds while nobody has arranged them", () => {
    expect(shown(arranged([], ["c", "a", "b"]))).toBe("c a b");
  });
});

describe("a guild", () => {
  test.each([
    ["a", null, 0, "a (b c) d (e)"],
    ["a", null, 2, "(b c) a d (e)"],
    ["a", null, 4, "(b c) d (e) a"],
    ["d", null, 0, "d a (b c) (e)"],
    ["b", null, 1, "a b (c) d (e)"],
    ["b", null, 4, "a (c) d (e) b"],
    ["e", null, 0, "e a (b c) d"],
    ["a", 1, 0, "(a b c) d (e)"],
    ["a", 1, 2, "(b c a) d (e)"],
    ["b", 1, 2, "a (c b) d (e)"],
    ["c", 1, 0, "a (c b) d (e)"],
    ["e", 2, 1, "a (b c) d (e)"],
    ["c", 2, 99, "a (b) d (e c)"],
    ["a", 3, 0, "a (b c) d (e)"],
  ])("%s goes to folder %s, place %i: %s", (id, into, at, expected) => {
    expect(shown(placed(LIST, id, { folder: into, at }))).toBe(expected);
  });

  test("is put together with another one in a new folder where that was, or goes into that one's", () => {
    const made = joined(LIST, "a", "d");
    expect(shown(made)).toBe("(b c) (d a) (e)");
    expect([1, 2, null]).not.toContain(made[1]!.id);
    expect(shown(joined(LIST, "a", "b"))).toBe("(b a c) d (e)");
    expect(shown(joined(LIST, "e", "a"))).toBe("(a e) (b c) d");
    expect(shown(joined(LIST, "a", "a"))).toBe(shown(LIST));
  });

  test("steps past folders when it stands alone, and out of its folder at the edges", () => {
    expect(shown(stepped(LIST, "a", 1))).toBe("(b c) a d (e)");
    expect(stepped(LIST, "a", -1)).toBeNull();
    expect(shown(stepped(LIST, "d", -1))).toBe("a d (b c) (e)");
    expect(shown(stepped(LIST, "b", 1))).toBe("a (c b) d (e)");
    expect(shown(stepped(LIST, "b", -1))).toBe("a b (c) d (e)");
    expect(shown(stepped(LIST, "c", 1))).toBe("a (b) c d (e)");
    expect(shown(stepped(LIST, "e", 1))).toBe("a (b c) d e");
  });
});

describe("a folder", () => {
  test("moves with all that is in it", () => {
    expect(shown(placedFolder(LIST, 1, 0))).toBe("(b c) a d (e)");
    expect(shown(placedFolder(LIST, 1, 4))).toBe("a d (e) (b c)");
    expect(shown(steppedFolder(LIST, 1, 1))).toBe("a d (b c) (e)");
    expect(shown(steppedFolder(LIST, 1, -1))).toBe("(b c) a d (e)");
    expect(steppedFolder(LIST, 2, 1)).toBeNull();
  });
  test("is called something else, and taken apart where it stands", () => {
    expect(changed(LIST, 1, { name: "Work", color: 255 })[1]).toEqual({ id: 1, name: "Work", color: 255, guild_ids: ["b", "c"] });
    expect(shown(dissolved(LIST, 1))).toBe("a b c d (e)");
  });
});

test("no way of moving loses a guild or doubles one", () => {
  let list = LIST;
  let seed = 7;
  const any = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
  for (let move = 0; move < 3000; move++) {
    const guild = "abcde"[any(5)]!;
    const other = "abcde"[any(5)]!;
    const ids = list.flatMap(({ id }) => id ?? []);
    const one = ids[any(Math.max(1, ids.length))] ?? 1;
    const ways = [
      () => placed(list, guild, { folder: null, at: any(7) }),
      () => placed(list, guild, { folder: one, at: any(4) }),
      () => placedFolder(list, one, any(7)),
      () => joined(list, guild, other),
      () => stepped(list, guild, any(2) ? 1 : -1) ?? list,
      () => dissolved(list, one),
    ];
    list = ways[any(ways.length)]!();
    expect(list.flatMap(({ guild_ids }) => guild_ids).sort()).toEqual(["a", "b", "c", "d", "e"]);
    expect(list.every(({ id, guild_ids }) => guild_ids.length && (id !== null || guild_ids.length === 1))).toBe(true);
  }
});

test("what READY and other clients say of the order is shown", () => {
  const state = emptyState();
  const guilds = ["1", "2", "3"].map((id) => ({ id, unavailable: true as const }));
  reduce(state, "READY", { user: { id: "9", username: "me" }, guilds, user_settings: { guild_folders: [folder(5, "3", "1"), alone("2")] } });
  expect(guildsInOrder(state)).toEqual(["3", "1", "2"]);
  reduce(state, "USER_SETTINGS_UPDATE", { guild_folders: [alone("2")] });
  expect(guildsInOrder(state)).toEqual(["1", "3", "2"]);
  reduce(state, "USER_SETTINGS_UPDATE", { status: "idle" });
  expect(guildsInOrder(state)).toEqual(["1", "3", "2"]);
});

/** A person whose server answers one request at a time, when it is told to. */
function arranger(): { list: GuildList; state: State; asked: unknown[]; answer: (status?: number) => Promise<void> } {
  const asked: unknown[] = [];
  const waiting: ((response: Response) => void)[] = [];
  const rest = new Rest("", () => "token", {
    fetch: (_input, init) => {
      asked.push((JSON.parse(String(init?.body)) as { guild_folders: GuildFolder[] }).guild_folders.flatMap(({ guild_ids }) => guild_ids));
      return new Promise((resolve) => waiting.push(resolve));
    },
    sleep: async () => {},
  });
  const state = emptyState();
  const list = new GuildList(new Account(rest), state, (change) => Object.assign(state, change), async () => {});
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    list,
    state,
    asked,
    answer: async (status = 200) => {
      await settled();
      waiting.shift()!(new Response('{"message":"no"}', { status }));
      await settled();
    },
  };
}

test("orders are kept one after the other, the newest last", async () => {
  const { list, state, asked, answer } = arranger();
  const all = [["1", "2", "3"], ["2", "1", "3"], ["3", "2", "1"]].map((ids) => list.arrange(ids.map(alone)));
  expect(state.folders.map(({ guild_ids }) => guild_ids[0])).toEqual(["3", "2", "1"]);
  await answer();
  await answer();
  await Promise.all(all);
  expect(asked).toEqual([["1", "2", "3"], ["3", "2", "1"]]);
  const first = list.arrange([alone("1")]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const second = list.arrange([alone("2")]);
  await answer();
  await answer();
  await Promise.all([first, second]);
  expect(asked.slice(2)).toEqual([["1"], ["2"]]);
});

test("an order that the server does not take is put back", async () => {
  const { list, state, answer } = arranger();
  const kept = list.arrange([alone("2"), alone("1")]);
  await answer();
  await kept;
  const refused = list.arrange([alone("1")]);
  expect(state.folders).toEqual([alone("1")]);
  const failure = expect(refused).rejects.toThrow("no");
  await answer(400);
  await failure;
  expect(state.folders).toEqual([alone("2"), alone("1")]);
  expect(state.arranging).toBe(false);
});

test("what is told of an older order does not undo one that is on its way", () => {
  const state = emptyState();
  state.arranging = true;
  state.folders = [alone("2")];
  reduce(state, "USER_SETTINGS_UPDATE", { guild_folders: [alone("1")] });
  expect(state.folders).toEqual([alone("2")]);
});
