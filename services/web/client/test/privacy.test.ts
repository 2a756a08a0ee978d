import { expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { Privacy, withSource, withWriters } from "../src/state/privacy";

const ALL = { all: true, mutual_friends: true, mutual_guilds: true };
const NONE = { all: false, mutual_friends: false, mutual_guilds: false };

test("everybody includes the others, and whoever takes one of them away means not everybody", () => {
  expect(withSource(NONE, "all", true)).toEqual(ALL);
  expect(withSource(ALL, "mutual_guilds", false)).toEqual({ all: false, mutual_friends: true, mutual_guilds: false });
  expect(withSource(ALL, "all", false)).toEqual({ ...ALL, all: false });
  expect(withSource(NONE, "mutual_friends", true)).toEqual({ ...NONE, mutual_friends: true });
});

test("a server's members may write, or not, and no server is named twice", () => {
  expect(withWriters([], "7", false)).toEqual(["7"]);
  expect(withWriters(["7", "8"], "7", false)).toEqual(["8", "7"]);
  expect(withWriters(["7", "8"], "7", true)).toEqual(["8"]);
});

test("only what is chosen is sent", async () => {
  const asked: [string, unknown][] = [];
  const rest = new Rest("", () => "token", {
    fetch: async (_input, init) => {
      asked.push([init!.method!, JSON.parse(String(init?.body))]);
      return new Response("{}");
    },
    sleep: async () => {},
  });
  await new Privacy(rest).change({ default_guilds_restricted: true });
  expect(asked).toEqual([["PATCH", { default_guilds_restricted: true }]]);
});
