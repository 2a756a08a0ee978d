import { expect, test, vi } from "vitest";
import { Rest } from "../src/protocol/rest";
import type { Message } from "../src/protocol/types";
import { isUnread } from "../src/state/channels";
import { reduce } from "../src/state/reduce";
import { Reading } from "../src/state/reading";
import { emptyState, emptyWindow, type State } from "../src/state/state";

const ME = { id: "1", username: "me" };
const GUILD = "10";

function message(id: string, mentions = false, channel_id = "20"): Message {
  return { id, channel_id, type: 0, author: { id: "2", username: "other" }, content: id, timestamp: new Date(0).toISOString(), ...(mentions ? { mentions: [ME] } : {}) };
}

/** A person with two channels, in one of which there are messages 101 to 105, the last two calling them. */
function reader(): { state: State; reading: Reading; asked: [string, unknown][] } {
  const state = emptyState();
  reduce(state, "READY", { user: ME, guilds: [] });
  const channels = ["20", "21"].map((id) => ({ id, type: 0, name: id, last_message_id: "100" }));
  const roles = [{ id: GUILD, name: "everyone", permissions: String((1n << 40n) - 1n), position: 0, color: 0, hoist: false }];
  reduce(state, "GUILD_CREATE", { id: GUILD, name: "guild", owner_id: ME.id, roles, channels, members: [] });
  state.connection = "connected";
  state.messages["20"] = { ...emptyWindow(), atEnd: true };
  for (let id = 101; id <= 105; id++) reduce(state, "MESSAGE_CREATE", { ...message(String(id), id > 103), guild_id: GUILD });
  reduce(state, "MESSAGE_CREATE", { ...message("110", true, "21"), guild_id: GUILD });
  const asked: [string, unknown][] = [];
  const rest = new Rest("", () => "token", {
    fetch: async (input, init) => {
      asked.push([String(input), init?.body && JSON.parse(String(init.body))]);
      return new Response("{}");
    },
    sleep: async () => {},
  });
  return { state, reading: new Reading(rest, state, (action) => action(state)), asked };
}

test("a channel that is left unread from a message stays so while one looks at it", async () => {
  vi.useFakeTimers();
  const { state, reading, asked } = reader();
  reading.read("20");
  expect(isUnread(state, state.channels["20"]!)).toBe(false);
  await reading.leaveUnread(state.messages["20"]!.items["103"]!);
  expect(state.readStates["20"]).toEqual({ lastMessageId: "102", mentions: 2 });
  reading.read("20");
  await vi.runAllTimersAsync();
  expect(isUnread(state, state.channels["20"]!)).toBe(true);
  // What was about to be told of before is not told any more.
  expect(asked).toEqual([["/channels/20/messages/102/ack", { token: null, manual: true, mention_count: 2 }]]);
  reading.goOn("21");
  reading.read("20");
  expect(isUnread(state, state.channels["20"]!)).toBe(true);
  reading.goOn("20");
  reading.read("20");
  await vi.runAllTimersAsync();
  expect(state.readStates["20"]).toEqual({ lastMessageId: "105", mentions: 0 });
  expect(asked.at(-1)).toEqual(["/channels/20/messages/105/ack", { token: null }]);
  vi.useRealTimers();
});

test("a guild is read in all its channels at once", async () => {
  const { state, reading, asked } = reader();
  await reading.readGuild(GUILD);
  expect(state.readStates["20"]).toEqual({ lastMessageId: "105", mentions: 0 });
  expect(state.readStates["21"]).toEqual({ lastMessageId: "110", mentions: 0 });
  expect(asked).toEqual([[`/guilds/${GUILD}/ack`, undefined]]);
});
