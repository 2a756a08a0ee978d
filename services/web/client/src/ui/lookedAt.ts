/** Which channels were looked at, the last one first. */
import type { Id } from "../protocol/snowflake";

const MOST = 5;
let channels: Id[] = [];

export const lookedAt = (): readonly Id[] => channels;

export function look(channelId: Id): void {
  channels = [channelId, ...channels.filter((id) => id !== channelId)].slice(0, MOST);
}
