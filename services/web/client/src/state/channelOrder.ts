/** Where a channel stands among those that it can change places with. */
import type { Id } from "../protocol/snowflake";
import { ChannelType, type Channel } from "../protocol/types";
import { channelsIn, inOrder, isThread } from "./channels";
import type { State } from "./state";

/** Channels that are sorted together with this one, itself included: categories, or what is written in or spoken in below one category. */
export function siblings(state: State, channel: Channel): Channel[] {
  return channelsIn(state, channel.guild_id ?? "@me")
    .filter(
      (other) =>
        !isThread(other) &&
        kind(other) === kind(channel) &&
        (channel.type === ChannelType.Category || (other.parent_id ?? null) === (channel.parent_id ?? null)),
    )
    .sort(inOrder);
}

/** The positions that change when a channel takes another place among its siblings. */
export function movedChannels(around: readonly Channel[], channelId: Id, to: number): { id: Id; position: number }[] {
  const places = [...around];
  const from = places.findIndex((channel) => channel.id === channelId);
  if (from < 0) return [];
  const [channel] = places.splice(from, 1);
  places.splice(Math.max(0, Math.min(to, places.length)), 0, channel!);
  return places
    .map(({ id }, position) => ({ id, position }))
    .filter(({ id, position }) => around.find((other) => other.id === id)!.position !== position);
}

function kind(channel: Channel): "category" | "speech" | "text" {
  if (channel.type === ChannelType.Category) return "category";
  return channel.type === ChannelType.Voice || channel.type === ChannelType.Stage ? "speech" : "text";
}
