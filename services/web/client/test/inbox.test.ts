import { expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import { ChannelType, type Message } from "../src/protocol/types";
import { Inbox, shownMentions, type Mention } from "../src/state/inbox";
import { reduce } from "../src/state/reduce";
import { setChannel } from "../src/state/keep";
import { emptyState, type State } from "../src/state/state";

const ALL = { everyone: true, roles: true };

function town(): State {
  const state = emptyState();
  state.me = { id: "9", username: "me" };
  setChannel(state, { id: "2", type: ChannelType.Text, guild_id: "1", name: "kitchen" });
  setChannel(state, { id: "3", type: ChannelType.Direct });
  state.members["1"] = { "9": { user: state.me, roles: ["7"] } };
  return state;
}

function message(id: string, more: Partial<Message> = {}): Message {
  return { id, channel_id: "2", author: { id: "5", username: "ada" }, content: "x", timestamp: "2026-05-01T00:00:00Z", ...more } as Message;
}

const named = { mentions: [{ id: "9", username: "me" }] };
const shown = (state: State, loaded: Mention[] = [], wanted = ALL): string[] => shownMentions(state, loaded, wanted).map(({ id }) => id);

test("what mentions one comes to the top with its server, once", () => {
  const state = town();
  reduce(state, "MESSAGE_CREATE", message("10", named));
  reduce(state, "MESSAGE_CREATE", message("11"));
  reduce(state, "MESSAGE_CREATE", message("12", { mention_everyone: true }));
  reduce(state, "MESSAGE_CREATE", message("13", { channel_id: "3" }));
  expect(shown(state, [message("10")])).toEqual(["12", "10"]);
  expect(state.freshMentions[0]).toMatchObject({ id: "12", guild_id: "1" });
});

test("what is for many is left out where it is not wanted", () => {
  const state = town();
  reduce(state, "MESSAGE_CREATE", message("10", { mention_everyone: true }));
  reduce(state, "MESSAGE_CREATE", message("11", { mention_roles: ["7"] }));
  reduce(state, "MESSAGE_CREATE", message("12", { ...named, mention_everyone: true }));
  expect(shown(state, [], { everyone: false, roles: true })).toEqual(["12", "11"]);
  expect(shown(state, [], { everyone: true, roles: false })).toEqual(["12", "10"]);
});

test("what is dismissed elsewhere, or deleted, is gone from what was loaded too", () => {
  const state = town();
  reduce(state, "MESSAGE_CREATE", message("10", named));
  reduce(state, "RECENT_MENTION_DELETE", { message_id: "10" });
  reduce(state, "MESSAGE_DELETE", { id: "4", channel_id: "2" });
  reduce(state, "MESSAGE_DELETE_BULK", { ids: ["5"], channel_id: "2" });
  expect(shown(state, [message("10"), message("6"), message("5"), message("4")])).toEqual(["6"]);
});

test("only so many are remembered", () => {
  const state = town();
  for (let id = 100; id < 900; id++) {
    reduce(state, "MESSAGE_CREATE", message(String(id), named));
    reduce(state, "MESSAGE_DELETE", { id: String(id + 10_000), channel_id: "2" });
  }
  expect(state.freshMentions).toHaveLength(50);
  expect(state.goneMentions).toHaveLength(500);
});

test("pages are asked for behind each other", async () => {
  const asked: string[] = [];
  const rest = new Rest("", () => null, {
    fetch: async (input, options) => {
      asked.push(`${options?.method ?? "GET"} ${String(input)}`);
      return new Response(options?.method === "DELETE" ? null : "[]", { status: options?.method === "DELETE" ? 204 : 200 });
    },
    sleep: async () => {},
  });
  const inbox = new Inbox(rest);
  await inbox.page({ everyone: true, roles: false });
  await inbox.page(ALL, "44");
  await inbox.dismiss("44");
  expect(asked).toEqual([
    "GET /users/@me/mentions?limit=25&everyone=true&roles=false",
    "GET /users/@me/mentions?limit=25&everyone=true&roles=true&before=44",
    "DELETE /users/@me/mentions/44",
  ]);
});
