import { createMemo, createRoot } from "solid-js";
import { createStore, produce } from "solid-js/store";
import { expect, test } from "vitest";
import { guildUnread } from "../src/state/channels";
import { reduce } from "../src/state/reduce";
import { emptyState, type State } from "../src/state/state";

const guild = (id: string, channels: string[]): object => ({
  id,
  name: id,
  owner_id: "1",
  roles: [],
  channels: channels.map((channel) => ({ id: channel, type: 0, name: channel })),
});

function indexed(state: State): Record<string, string[]> {
  return Object.fromEntries(Object.entries(state.channelsOf).flatMap(([id, channels]) => (Object.keys(channels).length ? [[id, Object.keys(channels).sort()]] : [])));
}

function counted(state: State): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const channel of Object.values(state.channels)) (all[channel.guild_id ?? "@me"] ??= []).push(channel.id);
  for (const ids of Object.values(all)) ids.sort();
  return all;
}

test("each channel stands among its guild's, whatever comes and goes in whatever order", () => {
  let seed = 1;
  const lot = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  for (let round = 0; round < 100; round++) {
    const state = emptyState();
    reduce(state, "READY", { user: { id: "1", username: "me" }, guilds: [], private_channels: [{ id: "900", type: 1, recipients: [] }] });
    for (let step = 0; step < 40; step++) {
      const guildId = String(10 + lot(3));
      const channelId = String(100 * Number(guildId) + lot(5));
      switch (lot(7)) {
        case 0:
          reduce(state, "GUILD_CREATE", guild(guildId, [`${guildId}00`, `${guildId}01`]));
          break;
        case 1:
          reduce(state, "GUILD_DELETE", { id: guildId });
          break;
        case 2:
          reduce(state, "CHANNEL_DELETE", { id: channelId });
          break;
        case 3:
          reduce(state, "THREAD_CREATE", { id: `${channelId}7`, type: 11, guild_id: guildId, parent_id: channelId, name: "thread" });
          break;
        case 4:
          reduce(state, "THREAD_LIST_SYNC", { guild_id: guildId, threads: [] });
          break;
        case 5:
          reduce(state, "READY", { user: { id: "1", username: "me" }, guilds: [{ id: guildId, unavailable: true }] });
          break;
        default:
          reduce(state, "CHANNEL_CREATE", { id: channelId, type: 0, guild_id: guildId, name: channelId });
      }
      expect(indexed(state)).toEqual(counted(state));
    }
  }
});

test("what comes into one guild is no work for the others", () => {
  createRoot((dispose) => {
    const [state, setState] = createStore(emptyState());
    const hear = (event: string, data: unknown): void => setState(produce((draft) => reduce(draft, event, data)));
    hear("READY", { user: { id: "1", username: "me" }, guilds: [] });
    hear("GUILD_CREATE", guild("10", ["100"]));
    let looks = 0;
    const news = createMemo(() => {
      looks++;
      return guildUnread(state, "10");
    });
    for (let other = 11; other < 60; other++) hear("GUILD_CREATE", guild(String(other), [`${other}0`]));
    expect(looks).toBe(1);
    hear("MESSAGE_CREATE", { id: "500", channel_id: "100", type: 0, content: "", timestamp: "", author: { id: "2", username: "x" }, mention_everyone: true });
    expect(news().mentions).toBe(1);
    dispose();
  });
});
