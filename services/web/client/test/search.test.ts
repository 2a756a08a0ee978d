import { expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { idAt } from "../src/protocol/snowflake";
import { ChannelType } from "../src/protocol/types";
import { readQuery, Search, UnknownFilter } from "../src/state/search";
import { setChannel } from "../src/state/keep";
import { emptyState } from "../src/state/state";

const state = emptyState();
state.me = { id: "9", username: "me" };
state.users = { "9": state.me, "5": { id: "5", username: "ada", global_name: "Ada Lovelace" }, "6": { id: "6", username: "lovelace" } };
state.members["1"] = { "6": { user: state.users["6"]!, nick: "The Countess", roles: [] } };
setChannel(state, { id: "2", type: ChannelType.Text, guild_id: "1", name: "kitchen" });
setChannel(state, { id: "3", type: ChannelType.Text, guild_id: "7", name: "elsewhere" });
const read = (text: string): [string, string][] => readQuery(state, "1", text);

test("words are what is looked for, phrases stay phrases", () => {
  expect(read('  who "cooks today"  ')).toEqual([["content", 'who "cooks today"']]);
  expect(read("")).toEqual([]);
});

test("filters name people, channels, kinds and days", () => {
  expect(read("from:ada soup")).toEqual([
    ["content", "soup"],
    ["author_id", "5"],
  ]);
  expect(read('from:"ada lovelace" mentions:"the countess" from:me')).toEqual([
    ["author_id", "5"],
    ["mentions", "6"],
    ["author_id", "9"],
  ]);
  expect(read("in:#Kitchen has:image pinned:true")).toEqual([
    ["channel_id", "2"],
    ["has", "image"],
    ["pinned", "true"],
  ]);
  const day = new Date(2026, 4, 1).getTime();
  expect(read("before:2026-05-01")).toEqual([["max_id", idAt(day)]]);
  expect(read("during:2026-05-01")).toEqual([
    ["min_id", idAt(day)],
    ["max_id", idAt(day + 86_400_000)],
  ]);
});

test("a name before a colon that is no filter is a word", () => {
  expect(read("note:this https://example.org/a:b")).toEqual([["content", "note:this https://example.org/a:b"]]);
});

test.each(["from:nobody", "in:elsewhere", "has:love", "before:yesterday", "before:2026-02-30", "pinned:maybe"])("%s says that it means nothing here", (text) => {
  expect(() => read(text)).toThrow(UnknownFilter);
});

test("an index that is being made is waited for", async () => {
  const answers = [
    { code: 110_000, retry_after: 2 },
    { total_results: 1, messages: [[{ id: "4" }]] },
  ];
  const asked: string[] = [];
  const waits: number[] = [];
  const rest = new Rest("", () => null, {
    fetch: async (input) => {
      asked.push(String(input));
      return new Response(JSON.stringify(answers.shift()), { status: answers.length ? 202 : 200 });
    },
    sleep: async () => {},
  });
  const search = new Search(rest, async (milliseconds) => void waits.push(milliseconds));
  const found = await search.find({ guildId: "1", channelId: "2" }, [["content", "soup"], ["has", "image"], ["has", "link"]], "timestamp", 0);
  expect(found).toEqual({ total: 1, messages: [{ id: "4" }] });
  expect(waits).toEqual([2000]);
  expect(asked[0]).toBe("/guilds/1/messages/search?content=soup&has=image&has=link&sort_by=timestamp&limit=25&offset=0");
});
