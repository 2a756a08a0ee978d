import { describe, expect, test } from "vitest";
import { Rest } from "../src/protocol/rest";
import type { Message } from "../src/protocol/types";
import { Client } from "../src/state/client";
import { reduce } from "../src/state/reduce";
import { restore, SHAPE, snapshotOf, type Snapshot } from "../src/state/snapshot";
import { emptyState, emptyWindow, type State } from "../src/state/state";

const ME = { id: "1", username: "me", email: "me@example.com" };
const GUILD = "10";
const CHANNEL = "20";

function message(id: string, author = "2"): Message {
  return { id, channel_id: CHANNEL, type: 0, author: { id: author, username: `user${author}` }, content: id, timestamp: new Date(Number(id)).toISOString() };
}

function lived(): State {
  const state = emptyState();
  reduce(state, "READY", { user: ME, guilds: [] });
  reduce(state, "GUILD_CREATE", {
    id: GUILD,
    name: "guild",
    owner_id: ME.id,
    roles: [],
    channels: [{ id: CHANNEL, type: 0, name: "general" }],
    members: ["1", "2", "3"].map((id) => ({ user: { id, username: `user${id}` }, roles: [] })),
  });
  state.messages[CHANNEL] = { ...emptyWindow(), atEnd: true };
  for (let id = 100; id < 180; id++) reduce(state, "MESSAGE_CREATE", message(String(id)));
  return state;
}

const kept = (state: State): Snapshot => structuredClone(snapshotOf(state, [CHANNEL])!);

describe("what is kept for the next start", () => {
  test("is where one was, with the newest messages, without addresses and people who are not on the screen", () => {
    const state = emptyState();
    const snapshot = kept(lived());
    restore(state, snapshot);
    expect(state.started).toBe(true);
    expect(state.channels[CHANNEL]!.name).toBe("general");
    expect(state.messages[CHANNEL]!.ids).toHaveLength(50);
    expect(state.messages[CHANNEL]!.ids.at(-1)).toBe("179");
    expect(state.messages[CHANNEL]!.stale).toBe(true);
    expect(Object.keys(state.members[GUILD]!).sort()).toEqual(["1", "2"]);
    expect(JSON.stringify(snapshot)).not.toContain("example.com");
  });

  test("is nothing before there is anything, and never in place of what the server said", () => {
    expect(snapshotOf(emptyState(), [])).toBeNull();
    const state = lived();
    const old = { ...kept(state), me: { id: "9", username: "other" } };
    restore(state, old);
    expect(state.me!.id).toBe(ME.id);
  });

  test("is nothing when it has another shape", () => {
    const state = emptyState();
    restore(state, { ...kept(lived()), shape: SHAPE + 1 });
    expect(state.started).toBe(false);
  });

  test("stays on the screen while a new session says piece by piece how things are", () => {
    const state = emptyState();
    restore(state, kept(lived()));
    reduce(state, "READY", { user: ME, guilds: [{ id: GUILD, unavailable: true }] });
    expect(state.channels[CHANNEL]!.name).toBe("general");
    expect(state.messages[CHANNEL]!.ids).toHaveLength(50);
    reduce(state, "GUILD_CREATE", { id: GUILD, name: "guild", owner_id: ME.id, roles: [], channels: [{ id: "21", type: 0, name: "other" }] });
    expect(Object.keys(state.channels)).toEqual(["21"]);
    expect(state.messages).toEqual({});
    expect(state.guilds[GUILD]!.unavailable).toBeFalsy();
  });
});

/** A server that answers each request for messages when it is told to. */
function served(): { client: Client; asked: { query: string; answer: (page: Message[]) => Promise<void> }[] } {
  const asked: { query: string; answer: (page: Message[]) => Promise<void> }[] = [];
  const rest = new Rest("", () => null, {
    fetch: (input) =>
      new Promise((resolve) => {
        asked.push({
          query: String(input).split("?")[1] ?? "",
          answer: async (page) => {
            resolve(new Response(JSON.stringify(page)));
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    sleep: () => Promise.resolve(),
  });
  return { client: new Client(rest, () => null, (action) => action()), asked };
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

describe("loading messages", () => {
  test("a jump takes the place of the newest page, whichever answer comes first", async () => {
    for (const order of [[0, 1], [1, 0]]) {
      const { client, asked } = served();
      void client.open(CHANNEL);
      await turn();
      void client.jump(CHANNEL, "500");
      await turn();
      const pages = [[message("900")], [message("500")]];
      for (const index of order) await asked[index]!.answer(pages[index]!);
      await turn();
      expect(client.state.messages[CHANNEL]!.ids).toEqual(["500"]);
      expect(client.state.messages[CHANNEL]!.atEnd).toBe(false);
    }
  });

  test("what was kept is replaced by what is so, without a gap", async () => {
    const { client, asked } = served();
    client.restore(kept(lived()));
    void client.open(CHANNEL);
    await turn();
    await asked[0]!.answer([message("300"), message("301")]);
    await turn();
    expect(client.state.messages[CHANNEL]!.ids).toEqual(["300", "301"]);
    expect(client.state.messages[CHANNEL]!.stale).toBe(false);
    await client.open(CHANNEL);
    expect(asked).toHaveLength(1);
  });

  test("nothing is marked read by what was kept", () => {
    const { client, asked } = served();
    const snapshot = kept(lived());
    snapshot.readStates = {};
    snapshot.channels[CHANNEL] = { ...snapshot.channels[CHANNEL]!, last_message_id: "179" };
    client.restore(snapshot);
    client.reading.read(CHANNEL);
    expect(client.state.readStates[CHANNEL]).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
