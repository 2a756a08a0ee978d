import { For, type JSX } from "solid-js";
import { t, type Key } from "../text/text";
import { Dialog } from "./dialogs";

const KEYS: [string, Key][] = [
  ["Ctrl K", "keys.switcher"],
  ["Ctrl /", "keys.help"],
  ["Alt ↑ ↓", "keys.channel"],
  ["Alt Shift ↑ ↓", "keys.unread"],
  ["Ctrl Alt ↑ ↓", "keys.guild"],
  ["Ctrl Shift ↑ ↓", "keys.arrange"],
  ["Ctrl F", "keys.search"],
  ["Ctrl Shift Alt ↑ ↓", "keys.mentions"],
  ["Ctrl I", "keys.inbox"],
  ["Ctrl P", "keys.pins"],
  ["Ctrl E", "keys.emoji"],
  ["Ctrl U", "keys.members"],
  ["Esc", "keys.read"],
  ["Shift Esc", "keys.readGuild"],
  ["Shift PageUp", "keys.oldestUnread"],
  ["Alt Enter", "keys.leaveUnread"],
  ["F6", "keys.regions"],
  ["Ctrl Shift U", "keys.upload"],
  ["↑", "keys.editLast"],
  ["E R + F P T ! ⌫ C", "keys.onMessage"],
];

export function KeyList(): JSX.Element {
  return (
    <dl class="keys">
      <For each={KEYS}>
        {([keys, meaning]) => (
          <div>
            <dt>
              <For each={keys.split(" ")}>{(key) => <kbd>{key}</kbd>}</For>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}

export function KeyHelp(): JSX.Element {
  return (
    <Dialog title={t("settings.keys")}>
      <KeyList />
    </Dialog>
  );
}
