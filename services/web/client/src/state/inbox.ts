/** What mentions this person: kept by the server for a while, and what comes meanwhile. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import type { Message } from "../protocol/types";
import type { State } from "./state";

export const PAGE = 25;
const MOST_FRESH = 50;
const MOST_GONE = 500;

/** A message with the server that it was said in. */
export type Mention = Message & { guild_id?: Id };

export interface Wanted {
  everyone: boolean;
  roles: boolean;
}

export class Inbox {
  constructor(private readonly rest: Rest) {}

  /** The newest ones, or those before a message; fewer than a page when there are no more. */
  page(wanted: Wanted, before?: Id): Promise<Mention[]> {
    return this.rest.get<Mention[]>("/users/@me/mentions", {
      query: { limit: PAGE, everyone: String(wanted.everyone), roles: String(wanted.roles), ...(before ? { before } : {}) },
    });
  }

  dismiss(message: Id): Promise<unknown> {
    return this.rest.delete(`/users/@me/mentions/${message}`);
  }
}

/** Keeps a message that has just mentioned this person. */
export function keepMention(state: State, message: Mention): void {
  state.freshMentions = [message, ...state.freshMentions.filter(({ id }) => id !== message.id)].slice(0, MOST_FRESH);
}

/** Nothing is shown of these any more. */
export function dropMentions(state: State, ids: Id[]): void {
  state.goneMentions = [...state.goneMentions, ...ids].slice(-MOST_GONE);
  state.freshMentions = state.freshMentions.filter(({ id }) => !ids.includes(id));
}

/** What has come since and what was loaded, each message once, without what is gone or not wanted. */
export function shownMentions(state: State, loaded: Mention[], wanted: Wanted): Mention[] {
  const fresh = state.freshMentions.filter((message) => isWanted(state, message, wanted) && loaded.every(({ id }) => id !== message.id));
  const gone = new Set(state.goneMentions);
  return [...fresh, ...loaded].filter(({ id }) => !gone.has(id));
}

function isWanted(state: State, message: Mention, wanted: Wanted): boolean {
  if (message.mentions?.some((user) => user.id === state.me?.id)) return true;
  return message.mention_everyone ? wanted.everyone : wanted.roles;
}
