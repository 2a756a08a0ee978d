/** Keys that work everywhere on the page. */
import { onCleanup, type Accessor } from "solid-js";
import { channelGroups, directChannels, isPlace, isUnread } from "../state/channels";
import { guildsInOrder } from "../state/guildFolders";
import { closeDialog, dialogOpen, showDialog } from "./dialogs";
import { InboxView } from "./InboxView";
import { KeyHelp } from "./KeyHelp";
import { prefer, preferences } from "./preferences";
import { channelPath, go } from "./router";
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
  if (vertical && event.altKey && control && !event.shiftKey) return done(() => stepGuild(where, vertical));
  if (vertical && event.altKey && !control) return done(() => stepChannel(where, vertical, event.shiftKey));
  if (event.key === "Escape" && where.channelId) return done(() => client.read(where.channelId!));
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
