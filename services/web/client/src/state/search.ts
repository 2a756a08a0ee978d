/** What people type to find messages: words, and filters such as `from:ada has:image before:2026-05-01`. */
import type { Rest } from "../protocol/rest";
import { idAt, type Id } from "../protocol/snowflake";
import type { Message } from "../protocol/types";
import { channelName, channelsIn } from "./channels";
import type { State } from "./state";

export const FILTERS = ["from", "mentions", "in", "has", "before", "during", "after", "pinned"] as const;
export type Filter = (typeof FILTERS)[number];
export const KINDS = ["link", "embed", "file", "image", "video", "sound", "sticker", "poll", "forward"] as const;
const A_DAY = 86_400_000;
const PAGE = 25;
const NOT_READY = 110_000;
const MOST_WAITS = 10;

/** Parameters of a request by name; some may stand there more than once. */
export type Query = [name: string, value: string][];

/** A filter that says nothing that is known here. */
export class UnknownFilter extends Error {
  constructor(
    readonly filter: Filter,
    readonly value: string,
  ) {
    super(`${filter}:${value}`);
  }
}

/** Reads a text; words that are no filter are what is looked for. Throws UnknownFilter. */
export function readQuery(state: State, guildId: Id | null, text: string): Query {
  const query: Query = [];
  const words: string[] = [];
  for (const [whole, name, quoted, bare] of text.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/gu)) {
    const filter = FILTERS.find((known) => known === name?.toLowerCase());
    if (filter) query.push(...parameters(state, guildId, filter, quoted ?? bare ?? ""));
    else words.push(whole);
  }
  if (words.length) query.unshift(["content", words.join(" ")]);
  return query;
}

function parameters(state: State, guildId: Id | null, filter: Filter, value: string): Query {
  const unknown = (): never => {
    throw new UnknownFilter(filter, value);
  };
  switch (filter) {
    case "from":
      return [["author_id", userNamed(state, guildId, value) ?? unknown()]];
    case "mentions":
      return [["mentions", userNamed(state, guildId, value) ?? unknown()]];
    case "in":
      return [["channel_id", channelNamed(state, guildId, value) ?? unknown()]];
    case "has":
      return [["has", KINDS.find((kind) => kind === value.toLowerCase()) ?? unknown()]];
    case "pinned":
      return [["pinned", value === "true" || value === "false" ? value : unknown()]];
    case "before":
      return [["max_id", idAt(dayOf(value) ?? unknown())]];
    case "after":
      return [["min_id", idAt((dayOf(value) ?? unknown()) + A_DAY)]];
    case "during": {
      const day = dayOf(value) ?? unknown();
      return [
        ["min_id", idAt(day)],
        ["max_id", idAt(day + A_DAY)],
      ];
    }
  }
}

/** The beginning of a day here, from 2026-05-01; undefined for what is none. */
function dayOf(value: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : undefined;
}

function userNamed(state: State, guildId: Id | null, value: string): Id | undefined {
  const name = value.replace(/^@/, "").toLocaleLowerCase();
  if (name === "me") return state.me?.id;
  const members = guildId ? state.members[guildId] : undefined;
  const named = Object.values(state.users).find((user) => user.username.toLocaleLowerCase() === name);
  if (named) return named.id;
  return Object.values(state.users).find((user) =>
    [members?.[user.id]?.nick, user.global_name].some((called) => called?.toLocaleLowerCase() === name),
  )?.id;
}

function channelNamed(state: State, guildId: Id | null, value: string): Id | undefined {
  const name = value.replace(/^#/, "").toLocaleLowerCase();
  return channelsIn(state, guildId ?? "@me").find(
    (channel) => channelName(state, channel).toLocaleLowerCase() === name,
  )?.id;
}

export interface Found {
  total: number;
  messages: Message[];
}

export interface SearchPlace {
  guildId: Id | null;
  channelId: Id;
}

export class Search {
  constructor(
    private readonly rest: Rest,
    private readonly sleep: (milliseconds: number) => Promise<void> = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  ) {}

  /** A page of what a guild, or one conversation, has. Waits while the index is being made. */
  async find(place: SearchPlace, query: Query, order: "timestamp" | "relevance", offset: number): Promise<Found> {
    const parameters = new URLSearchParams(query);
    parameters.set("sort_by", order);
    parameters.set("limit", String(PAGE));
    parameters.set("offset", String(offset));
    const path = place.guildId ? `/guilds/${place.guildId}/messages/search` : `/channels/${place.channelId}/messages/search`;
    for (let turn = 0; turn < MOST_WAITS; turn++) {
      const answer = await this.rest.get<Answer>(`${path}?${parameters}`);
      if (answer.code !== NOT_READY) return { total: answer.total_results ?? 0, messages: (answer.messages ?? []).flat() };
      await this.sleep((answer.retry_after ?? 1) * 1000);
    }
    throw new Error("the index is still being made");
  }
}

interface Answer {
  code?: number;
  retry_after?: number;
  total_results?: number;
  messages?: Message[][];
}
