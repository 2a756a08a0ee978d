/** What may be meant by the word that is being written: a person, a channel, an emoji, a command. */
import type { Runnable } from "../protocol/components";
import type { Channel } from "../protocol/types";
import { channelGroups, isPlace } from "../state/channels";
import { find, type StandardEmoji } from "../state/emoji";
import { displayName } from "../state/names";
import type { State } from "../state/state";

export interface Completion {
  label: string;
  detail: string;
  /** What takes the place of the text from `from` to the cursor. */
  insert: string;
  from: number;
  /** What choosing it does instead of inserting anything. */
  run?: () => void;
}

const MOST = 8;
const BEGINNING = /(?:^|\s)([@#:])([\p{L}\p{N}_.+-]{0,32})$/u;

export function complete(state: State, channel: Channel, before: string, standard: readonly StandardEmoji[] = []): Completion[] {
  const match = BEGINNING.exec(before);
  if (!match) return [];
  const mark = match[1]!;
  const wanted = match[2]!.toLocaleLowerCase();
  const from = before.length - wanted.length - 1;
  const candidates = mark === "@" ? people(state, channel) : mark === "#" ? channels(state, channel) : wanted.length > 1 ? emojis(state, channel) : [];
  const own = candidates
    .filter((candidate) => candidate.label.toLocaleLowerCase().includes(wanted) || candidate.detail.toLocaleLowerCase().includes(wanted))
    .sort((left, right) => rank(left, wanted) - rank(right, wanted) || left.label.localeCompare(right.label))
    .slice(0, MOST)
    .map((candidate) => ({ ...candidate, from }));
  const common = mark === ":" && wanted.length > 1 ? find(standard, wanted, MOST - own.length) : [];
  return [...own, ...common.map(({ unicode, names }) => ({ label: `${unicode} ${names[0] ?? ""}`, detail: "", insert: `${unicode} `, from }))];
}

/** The commands that begin with what stands after the slash; only as long as nothing else was written. */
export function completeCommand(all: readonly Runnable[], text: string, run: (runnable: Runnable) => void): Completion[] {
  const match = /^\/([\p{L}\p{N}_' -]{0,100})$/u.exec(text);
  if (!match) return [];
  const wanted = match[1]!.toLocaleLowerCase().trimEnd();
  return all
    .filter((runnable) => runnable.name.toLocaleLowerCase().startsWith(wanted))
    .sort((left, right) => left.name.localeCompare(right.name))
    .slice(0, MOST)
    .map((runnable) => ({ label: `/${runnable.name}`, detail: runnable.description, insert: "", from: 0, run: () => run(runnable) }));
}

type Candidate = Omit<Completion, "from">;

function rank(candidate: Candidate, wanted: string): number {
  return candidate.label.toLocaleLowerCase().startsWith(wanted) ? 0 : 1;
}

function people(state: State, channel: Channel): Candidate[] {
  const users = channel.guild_id
    ? Object.values(state.members[channel.guild_id] ?? {}).map((member) => member.user)
    : (channel.recipients ?? []);
  const roles = channel.guild_id
    ? Object.values(state.guilds[channel.guild_id]?.roles ?? {})
        .filter((role) => role.mentionable)
        .map((role) => ({ label: role.name, detail: "", insert: `<@&${role.id}> ` }))
    : [];
  return [
    ...users.map((user) => ({ label: displayName(state, user, channel.guild_id), detail: user.username, insert: `<@${user.id}> ` })),
    ...roles,
  ];
}

function channels(state: State, channel: Channel): Candidate[] {
  if (!channel.guild_id) return [];
  return channelGroups(state, channel.guild_id)
    .flatMap((group) => group.channels)
    .filter(isPlace)
    .map((target) => ({ label: target.name ?? "", detail: "", insert: `<#${target.id}> ` }));
}

function emojis(state: State, channel: Channel): Candidate[] {
  const own = channel.guild_id ? (state.guilds[channel.guild_id]?.emojis ?? []) : [];
  return own.map((emoji) => ({
    label: emoji.name ?? "",
    detail: "",
    insert: `<${emoji.animated ? "a" : ""}:${emoji.name}:${emoji.id}> `,
  }));
}
