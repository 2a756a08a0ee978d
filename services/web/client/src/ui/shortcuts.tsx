/** Keys that work everywhere on the page. */
import { onCleanup, type Accessor } from "solid-js";
import { channelGroups, directChannels, isPlace, isUnread } from "../state/channels";
import { guildsInOrder } from "../state/guildFolders";
import { closeDialog, dialogOpen, showDialog } from "./dialogs";
import { InboxView } from "./InboxView";
import { KeyHelp } from "./KeyHelp";
import { showPins } from "./pins";
import { prefer, preferences } from "./preferences";
import { stepRegion } from "./regions";
import { channelPath, go } from "./router";
import { tell } from "./server/parts";
import { client } from "./session";
import { Switcher } from "./Switcher";

interface Where {
  guildId: string | null;
  channelId: string | null;
}

export function useShortcuts(where: Accessor<Where>): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (act(event, where())) event.preventDefault();
  };
  window.addEventListener("keydown", listen);
  onCleanup(() => window.removeEventListener("keydown", listen));
}

/** Whether the key meant something. */
function act(event: KeyboardEvent, where: Where): boolean {
  const control = event.ctrlKey || event.metaKey;
  const vertical = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") return toggle(() => <Switcher />);
  if (control && event.key === "/") return toggle(() => <KeyHelp />);
  if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "i") return toggle(() => <InboxView />);
  if (dialogOpen()) return false;
  if (control && !event.shiftKey && event.key.toLowerCase() === "u") return done(() => prefer({ members: !preferences().members }));
  if (control && !event.shiftKey && event.key.toLowerCase() === "f") return focusSearch();
  if (event.key === "F6" && !control && !event.altKey) return stepRegion(event.shiftKey ? -1 : 1);
  if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "e") return press("[data-emoji]");
  if (control && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "p") return pins(where);
  if (vertical && event.altKey && control && event.shiftKey) return done(() => stepMention(where, vertical));
  if (vertical && event.altKey && control && !event.shiftKey) return done(() => stepGuild(where, vertical));
  if (vertical && event.altKey && !control) return done(() => stepChannel(where, vertical, event.shiftKey));
  if (event.key === "Escape" && event.shiftKey && where.guildId) return done(() => tell(client.reading.readGuild(where.guildId!)));
  if (event.key === "Escape" && where.channelId) return done(() => readAll(where.channelId!));
  return false;
}

function toggle(make: Parameters<typeof showDialog>[0]): boolean {
  if (dialogOpen()) closeDialog();
  else showDialog(make);
  return true;
}

/** The browser's own search finds only what is on the screen. */
function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>("[data-search]");
  box?.focus();
  return box !== null;
}

/** Also what was left unread. */
function readAll(channelId: string): void {
  client.reading.goOn(channelId);
  client.reading.read(channelId);
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}

function pins(where: Where): boolean {
  const channel = client.state.channels[where.channelId ?? ""];
  if (channel) showPins(channel);
  return channel !== undefined;
}

/** Through all channels of all servers in which somebody was called. */
function stepMention(where: Where, step: number): void {
  const all = guildsInOrder(client.state)
    .flatMap((guildId) => channelGroups(client.state, guildId).flatMap((group) => group.channels))
    .concat(directChannels(client.state))
    .filter((channel) => channel.id === where.channelId || (client.state.readStates[channel.id]?.mentions ?? 0) > 0);
  const at = all.findIndex((channel) => channel.id === where.channelId);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
  if (next) go(channelPath(next.guild_id, next.id));
}

function done(action: () => void): boolean {
  action();
  return true;
}

function stepChannel(where: Where, step: number, unread: boolean): void {
  const all = where.guildId
    ? channelGroups(client.state, where.guildId).flatMap((group) => group.channels).filter(isPlace)
    : directChannels(client.state);
  const wanted = unread ? all.filter((channel) => channel.id === where.channelId || isUnread(client.state, channel)) : all;
  const at = wanted.findIndex((channel) => channel.id === where.channelId);
  const next = wanted[(at + step + wanted.length) % wanted.length];
  if (next) go(channelPath(where.guildId, next.id));
}

function stepGuild(where: Where, step: number): void {
  const all: (string | null)[] = [null, ...guildsInOrder(client.state)];
  go(channelPath(all[(all.indexOf(where.guildId) + step + all.length) % all.length]));
}
