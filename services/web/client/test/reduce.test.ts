import { describe, expect, test } from "vitest";
import type { Message } from "../src/protocol/types";
import { addPage, MOST_MESSAGES, trim } from "../src/state/messages";
import { acknowledge, reduce, unreadUpTo } from "../src/state/reduce";
import { emptyState, emptyWindow, type State } from "../src/state/state";

const ME = "1";
const OTHER = "2";
const GUILD = "10";
const CHANNEL = "20";

function ready(): State {
  const state = emptyState();
  reduce(state, "READY", { user: { id: ME, username: "me" }, guilds: [{ id: GUILD, unavailable: true }] });
  reduce(state, "GUILD_CREATE", {
    id: GUILD,
    name: "guild",
    owner_id: OTHER,
    roles: [{ id: GUILD, name: "@everyone", permissions: "1024", position: 0, color: 0, hoist: false }],
    channels: [{ id: CHANNEL, type: 0, name: "general" }],
    members: [{ user: { id: ME, username: "me" }, roles: ["11"] }],
  });
  state.messages[CHANNEL] = { ...emptyWindow(), atEnd: true };
  return state;
}

function message(id: string, change: Partial<Message> = {}): Message {
  return {
    id,
    channel_id: CHANNEL,
    type: 0,
    author: { id: OTHER, username: "other" },
    content: `message ${id}`,
    timestamp: new Date(Number(id)).toISOString(),
    ...change,
  };
}

describe("events", () => {
  test("whoever comes into a group stands in it once, until they leave it", () => {
    const state = ready();
    reduce(state, "CHANNEL_CREATE", { id: "30", type: 3, owner_id: ME, recipients: [{ id: OTHER, username: "other" }] });
    const third = { channel_id: "30", user: { id: "3", username: "third" } };
    reduce(state, "CHANNEL_RECIPIENT_ADD", third);
    reduce(state, "CHANNEL_RECIPIENT_ADD", third);
    expect(state.channels["30"]!.recipients!.map(({ id }) => id)).toEqual([OTHER, "3"]);
    reduce(state, "CHANNEL_RECIPIENT_REMOVE", third);
    expect(state.channels["30"]!.recipients!.map(({ id }) => id)).toEqual([OTHER]);
  });

  test("active threads that are not named are gone, and archived ones stay", () => {
    const state = ready();
    const thread = (id: string, archived: boolean) => ({ id, type: 11, guild_id: GUILD, parent_id: CHANNEL, name: id, thread_metadata: { archived } });
    reduce(state, "THREAD_CREATE", thread("40", false));
    reduce(state, "THREAD_CREATE", thread("41", true));
    reduce(state, "THREAD_LIST_SYNC", { guild_id: GUILD, threads: [thread("42", false)], members: [] });
    expect(Object.keys(state.channels).sort()).toEqual([CHANNEL, "41", "42"]);
  });

  test("messages stand in the order of their ids, whatever order and however often they come", () => {
    const ids = ["100", "101", "99", "1000", "102"];
    for (let round = 0; round < 50; round++) {
      const state = ready();
      const shuffled = [...ids, ...ids].sort(() => ((round * 7919) % 13) - 6);
      for (const id of shuffled) reduce(state, "MESSAGE_CREATE", message(id));
      expect(state.messages[CHANNEL]!.ids).toEqual(["99", "100", "101", "102", "1000"]);
    }
  });

  test("a window that ends before the newest takes no message that it would have a gap before", () => {
    const state = ready();
    state.messages[CHANNEL]!.atEnd = false;
    reduce(state, "MESSAGE_CREATE", message("100"));
    expect(state.messages[CHANNEL]!.ids).toEqual([]);
    expect(state.channels[CHANNEL]!.last_message_id).toBe("100");
  });

  test("one's own message takes the place of the one that was on its way", () => {
    const state = ready();
    state.outgoing = [{ nonce: "7", channelId: CHANNEL, content: "x", files: [], replyTo: null, at: 0, progress: 0, state: "sending" }];
    reduce(state, "MESSAGE_CREATE", message("100", { author: { id: ME, username: "me" }, nonce: "7" }));
    reduce(state, "MESSAGE_CREATE", message("100", { author: { id: ME, username: "me" }, nonce: "7" }));
    expect(state.outgoing).toEqual([]);
    expect(state.messages[CHANNEL]!.ids).toEqual(["100"]);
    expect(state.readStates[CHANNEL]).toEqual({ lastMessageId: "100", mentions: 0 });
  });

  test("mentions are counted once each: by name, by role, of everybody", () => {
    const state = ready();
    const mentions: Partial<Message>[] = [{ mentions: [{ id: ME, username: "me" }] }, { mention_roles: ["11"] }, { mention_everyone: true }, { mention_roles: ["12"] }];
    mentions.forEach((change, index) => reduce(state, "MESSAGE_CREATE", message(`${100 + index}`, change)));
    reduce(state, "MESSAGE_CREATE", message("100", mentions[0]));
    expect(state.readStates[CHANNEL]!.mentions).toBe(3);
    reduce(state, "MESSAGE_ACK", { channel_id: CHANNEL, message_id: "103" });
    expect(state.readStates[CHANNEL]).toEqual({ lastMessageId: "103", mentions: 0 });
  });

  test("once a channel is read there is nothing more to say, also when more was read than is known of the channel", () => {
    for (const read of [null, "100", "200"]) {
      for (const mentions of [0, 2]) {
        const state = ready();
        state.channels[CHANNEL]!.last_message_id = "150";
        state.readStates[CHANNEL] = { lastMessageId: read, mentions };
        const upTo = unreadUpTo(state, CHANNEL);
        expect(upTo).toBe(read === "200" ? (mentions ? "200" : null) : "150");
        if (upTo) acknowledge(state, CHANNEL, upTo, 0);
        expect(unreadUpTo(state, CHANNEL)).toBeNull();
      }
    }
  });

  test("reactions of oneself and others, each twice, are counted as the server counts them", () => {
    const state = ready();
    reduce(state, "MESSAGE_CREATE", message("100"));
    const reaction = (user: string) => ({ channel_id: CHANNEL, message_id: "100", user_id: user, emoji: { id: null, name: "x" } });
    reduce(state, "MESSAGE_REACTION_ADD", reaction(ME));
    reduce(state, "MESSAGE_REACTION_ADD", reaction(ME));
    reduce(state, "MESSAGE_REACTION_ADD", reaction(OTHER));
    expect(state.messages[CHANNEL]!.items["100"]!.reactions).toEqual([{ emoji: { id: null, name: "x" }, count: 2, me: true }]);
    reduce(state, "MESSAGE_REACTION_REMOVE", reaction(ME));
    reduce(state, "MESSAGE_REACTION_REMOVE", reaction(ME));
    expect(state.messages[CHANNEL]!.items["100"]!.reactions).toEqual([{ emoji: { id: null, name: "x" }, count: 1, me: false }]);
    reduce(state, "MESSAGE_REACTION_REMOVE", reaction(OTHER));
    expect(state.messages[CHANNEL]!.items["100"]!.reactions).toEqual([]);
  });

  test("a guild that goes takes everything of it along; one that is away for a while stays", () => {
    const state = ready();
    reduce(state, "GUILD_DELETE", { id: GUILD, unavailable: true });
    expect(state.guilds[GUILD]!.unavailable).toBe(true);
    reduce(state, "GUILD_DELETE", { id: GUILD });
    expect(state.guildOrder).toEqual([]);
    expect(state.channels).toEqual({});
    expect(state.messages).toEqual({});
  });

  test("a new session forgets what it does not name", () => {
    const state = ready();
    reduce(state, "READY", { user: { id: ME, username: "me" }, guilds: [] });
    expect(state.guilds).toEqual({});
    expect(state.channels).toEqual({});
  });

  test("READY as people's sessions have it: whole guilds, users apart, members beside", () => {
    const state = emptyState();
    reduce(state, "READY", {
      user: { id: ME, username: "me" },
      users: [{ id: OTHER, username: "other" }],
      guilds: [{ id: GUILD, properties: { id: GUILD, name: "inside", owner_id: ME }, roles: [], channels: [{ id: CHANNEL, type: 0, name: "c" }] }],
      merged_members: [[{ user_id: ME, roles: ["11"] }]],
      private_channels: [{ id: "30", type: 1, recipient_ids: [OTHER] }],
      read_state: { entries: [{ id: CHANNEL, last_message_id: "5", mention_count: 2 }] },
    });
    expect(state.guilds[GUILD]!.name).toBe("inside");
    expect(state.channels[CHANNEL]!.guild_id).toBe(GUILD);
    expect(state.channels["30"]!.recipients).toEqual([{ id: OTHER, username: "other" }]);
    expect(state.readStates[CHANNEL]).toEqual({ lastMessageId: "5", mentions: 2 });
  });

  test("events of what is not known change nothing and throw nothing", () => {
    const events = ["MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_REACTION_ADD", "GUILD_ROLE_DELETE", "GUILD_MEMBER_REMOVE", "CHANNEL_DELETE", "NO_SUCH_EVENT"];
    for (const event of events) {
      const state = ready();
      reduce(state, event, { id: "999", channel_id: "998", message_id: "997", guild_id: "996", user: { id: "995" }, user_id: "995", role_id: "1", emoji: { id: null, name: "x" } });
      expect(state.guildOrder).toEqual([GUILD]);
    }
  });
});

describe("a window of messages", () => {
  test("grows at both sides and forgets the far one", () => {
    const window = emptyWindow();
    const page = (from: number, count: number): Message[] => Array.from({ length: count }, (_, index) => message(`${100_000 + from + index}`));
    addPage(window, "latest", page(1000, 50), 50);
    expect([window.atStart, window.atEnd]).toEqual([false, true]);
    for (let from = 950; from >= 0; from -= 50) {
      addPage(window, "older", page(from, 50), 50);
      trim(window, "older");
    }
    expect(window.ids.length).toBe(MOST_MESSAGES);
    expect(Object.keys(window.items).length).toBe(MOST_MESSAGES);
    expect(window.atEnd).toBe(false);
    addPage(window, "older", [], 50);
    expect(window.atStart).toBe(true);
  });
});
