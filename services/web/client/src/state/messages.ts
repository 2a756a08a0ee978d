/** A channel's window of messages: what comes in order, late, twice, or for a stretch that is not shown. */
import { insertionPoint, newer, type Id } from "../protocol/snowflake";
import type { Emoji, Message } from "../protocol/types";
import type { MessageWindow } from "./state";

/** How many messages a window holds at most; what is far from where one reads is loaded again when it is needed. */
export const MOST_MESSAGES = 400;

/** A message that is new in the channel. A window that does not reach the end knows nothing of it until it is scrolled there. */
export function append(window: MessageWindow, message: Message): void {
  if (!window.atEnd) return;
  put(window, message);
}

/** Puts a message where its id belongs; one that is there already is replaced. */
export function put(window: MessageWindow, message: Message): void {
  const place = insertionPoint(window.ids, message.id);
  if (window.ids[place] !== message.id) window.ids.splice(place, 0, message.id);
  window.items[message.id] = message;
}

/** Changes of a message; those of one that is not loaded are nothing. */
export function update(window: MessageWindow, change: Partial<Message> & { id: Id }): void {
  const known = window.items[change.id];
  if (known) window.items[change.id] = { ...known, ...change };
}

export function remove(window: MessageWindow, id: Id): void {
  const place = insertionPoint(window.ids, id);
  if (window.ids[place] !== id) return;
  window.ids.splice(place, 1);
  delete window.items[id];
}

/** A page that was asked for, in any order. `limit` is how many were asked for: fewer say that there are no more. */
export function addPage(
  window: MessageWindow,
  side: "older" | "newer" | "around" | "latest",
  page: readonly Message[],
  limit: number,
): void {
  if (side === "around" || side === "latest") {
    window.ids.splice(0, window.ids.length);
    window.items = {};
    window.atStart = side === "latest" && page.length < limit;
    window.atEnd = side === "latest";
  }
  for (const message of page) put(window, message);
  if (side === "older" && page.length < limit) window.atStart = true;
  if (side === "newer" && page.length < limit) window.atEnd = true;
}

/** Forgets what is farthest from the side that was just loaded. */
export function trim(window: MessageWindow, keep: "older" | "newer"): void {
  const surplus = window.ids.length - MOST_MESSAGES;
  if (surplus <= 0) return;
  const dropped = keep === "older" ? window.ids.splice(MOST_MESSAGES) : window.ids.splice(0, surplus);
  for (const id of dropped) delete window.items[id];
  if (keep === "older") window.atEnd = false;
  else window.atStart = false;
}

export function sameEmoji(left: Emoji, right: Emoji): boolean {
  return left.id || right.id ? left.id === right.id : left.name === right.name;
}

export function addReaction(message: Message, emoji: Emoji, mine: boolean): Message {
  const reactions = message.reactions ?? [];
  const known = reactions.find((reaction) => sameEmoji(reaction.emoji, emoji));
  if (known && mine && known.me) return message;
  return {
    ...message,
    reactions: known
      ? reactions.map((reaction) =>
          reaction === known ? { ...known, count: known.count + 1, me: known.me || mine } : reaction,
        )
      : [...reactions, { emoji, count: 1, me: mine }],
  };
}

export function removeReaction(message: Message, emoji: Emoji, mine: boolean): Message {
  const reactions = message.reactions ?? [];
  const known = reactions.find((reaction) => sameEmoji(reaction.emoji, emoji));
  if (!known || (mine && !known.me)) return message;
  return {
    ...message,
    reactions:
      known.count <= 1
        ? reactions.filter((reaction) => reaction !== known)
        : reactions.map((reaction) =>
            reaction === known ? { ...known, count: known.count - 1, me: known.me && !mine } : reaction,
          ),
  };
}

/** Whether a message is shown under the one before it, without the author's name once more. */
export function continues(message: Message, before: Message | undefined): boolean {
  const MOST_MINUTES = 7;
  if (!before || before.author.id !== message.author.id || before.webhook_id !== message.webhook_id) return false;
  if (before.author.username !== message.author.username) return false;
  if (message.type !== 0 || (before.type !== 0 && before.type !== 19)) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < MOST_MINUTES * 60_000;
}

/** The newest id of both; either may be missing. */
export function newest(left: Id | null | undefined, right: Id | null | undefined): Id | null {
  if (!left) return right ?? null;
  if (!right) return left;
  return newer(right, left) ? right : left;
}
