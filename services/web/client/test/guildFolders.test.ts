import { describe, expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { Client } from "../src/state/client";
import { arranged, changed, dissolved, guildsInOrder, joined, placed, placedFolder, stepped, steppedFolder, type GuildFolder } from "../src/state/guildFolders";
import { reduce } from "../src/state/reduce";
import { emptyState } from "../src/state/state";

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

test("an order that the server does not take is put back", async () => {
  const answers = [new Response("{}"), new Response('{"message":"no"}', { status: 400 })];
  const asked: unknown[] = [];
  const rest = new Rest("", () => "token", {
    fetch: async (_input, init) => {
      asked.push(JSON.parse(String(init?.body)));
      return answers.shift()!;
    },
    sleep: async () => {},
  });
  const client = new Client(rest, () => "token", (action) => action());
  await client.arrange([alone("2"), alone("1")]);
  expect(client.state.folders).toEqual([alone("2"), alone("1")]);
  expect(asked[0]).toEqual({ guild_folders: [alone("2"), alone("1")] });
  const refused = client.arrange([alone("1")]);
  expect(client.state.folders).toEqual([alone("1")]);
  await expect(refused).rejects.toThrow("no");
  expect(client.state.folders).toEqual([alone("2"), alone("1")]);
});
