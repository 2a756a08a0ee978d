/** What of the state is worth keeping for the next start: enough to show where one was, until the server says how things are now. */
import { unwrap } from "solid-js/store";
import type { Id } from "../protocol/snowflake";
import type { Channel, Member, Message, User } from "../protocol/types";
import { setChannel } from "./keep";
import { emptyWindow, type GuildState, type MessageWindow, type ReadState, type State } from "./state";

/** Raised when what is kept changes its shape; what has another number is nothing. */
export const SHAPE = 2;
const MOST_CHANNELS = 5;
const MOST_MESSAGES = 50;

export interface Snapshot {
  shape: number;
  me: User;
  guilds: Record<Id, GuildState>;
  guildOrder: Id[];
  folders: State["folders"];
  channels: Record<Id, Channel>;
  users: Record<Id, User>;
  members: Record<Id, Record<Id, Member>>;
  readStates: Record<Id, ReadState>;
  relationships: State["relationships"];
  notifications: State["notifications"];
  /** The newest messages of the channels that were looked at last. */
  messages: Record<Id, Message[]>;
}

/** Plain values without anything of the store around them. Null before there is anything to keep. */
export function snapshotOf(state: State, lookedAt: readonly Id[]): Snapshot | null {
  const plain = unwrap(state);
  if (!plain.started || !plain.me) return null;
  const { email: _private, ...me } = plain.me;
  const messages: Record<Id, Message[]> = {};
  for (const id of lookedAt.slice(0, MOST_CHANNELS)) {
    const window = plain.messages[id];
    if (window?.atEnd) messages[id] = window.ids.slice(-MOST_MESSAGES).flatMap((message) => window.items[message] ?? []);
  }
  const named = new Set<Id>([me.id, ...Object.keys(plain.relationships)]);
  for (const channel of Object.values(plain.channels)) for (const user of channel.recipients ?? []) named.add(user.id);
  for (const message of Object.values(messages).flat()) {
    named.add(message.author.id);
    for (const user of message.mentions ?? []) named.add(user.id);
  }
  const only = <T>(all: Record<Id, T>): Record<Id, T> => Object.fromEntries(Object.entries(all).filter(([id]) => named.has(id)));
  return {
    shape: SHAPE,
    me,
    guilds: plain.guilds,
    guildOrder: plain.guildOrder,
    folders: plain.folders,
    channels: plain.channels,
    users: { ...only(plain.users), [me.id]: me },
    members: Object.fromEntries(Object.entries(plain.members).map(([guildId, members]) => [guildId, only(members)])),
    readStates: plain.readStates,
    relationships: plain.relationships,
    notifications: plain.notifications,
    messages,
  };
}

/** Fills an empty state. Windows of messages are stale: they are shown, and loaded anew as soon as there is a connection. */
export function restore(state: State, kept: Snapshot): void {
  if (state.started || kept.shape !== SHAPE) return;
  state.started = true;
  state.me = kept.me;
  state.guilds = kept.guilds;
  state.guildOrder = kept.guildOrder;
  state.folders = kept.folders;
  for (const channel of Object.values(kept.channels)) setChannel(state, channel);
  state.users = kept.users;
  state.members = kept.members;
  state.readStates = kept.readStates;
  state.relationships = kept.relationships;
  state.notifications = kept.notifications;
  for (const [id, messages] of Object.entries(kept.messages)) state.messages[id] = staleWindow(messages);
}

function staleWindow(messages: Message[]): MessageWindow {
  return {
    ...emptyWindow(),
    ids: messages.map(({ id }) => id),
    items: Object.fromEntries(messages.map((message) => [message.id, message])),
    atEnd: true,
    stale: true,
  };
}
