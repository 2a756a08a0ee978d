import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Emoji, Sticker } from "../protocol/types";
import { find } from "../state/emoji";
import { t, type Key } from "../text/text";
import { closeDialog, Dialog, showDialog } from "./dialogs";
import { loadEmoji, standardEmoji } from "./emojiData";
import { CDN, client } from "./session";
import { StickerView } from "./StickerView";

/** What people answer with most. */
const COMMON = "👍 👎 ❤️ 😂 😮 😢 😡 🎉 🙏 👀 🔥 💯 ✅ ❌ ⭐ 🚀 🤔 👏 😍 😎 🥳 😅 🙂 😉 😭 🤷 💪 🫡 ☕ 🐛 📌 ❓".split(" ");
const MOST_FOUND = 120;
const COMMONLY_USED = -1;

/** The standard's groups by their numbers. */
const GROUPS: [number, string, Key][] = [
  [COMMONLY_USED, "⭐", "emoji.group.common"],
  [0, "😀", "emoji.group.smileys"],
  [1, "👋", "emoji.group.people"],
  [3, "🐻", "emoji.group.nature"],
  [4, "🍎", "emoji.group.food"],
  [5, "✈️", "emoji.group.travel"],
  [6, "⚽", "emoji.group.activities"],
  [7, "💡", "emoji.group.objects"],
  [8, "♾️", "emoji.group.symbols"],
  [9, "🏁", "emoji.group.flags"],
];

/** Stickers are offered where they can be sent. */
export function pickEmoji(guildId: Id | undefined, chosen: (emoji: Emoji) => void, stick?: (sticker: Sticker) => void): void {
  loadEmoji();
  showDialog(() => <EmojiPicker guildId={guildId} chosen={chosen} stick={stick} />);
}

function EmojiPicker(props: { guildId: Id | undefined; chosen: (emoji: Emoji) => void; stick: ((sticker: Sticker) => void) | undefined }): JSX.Element {
  const [wanted, setWanted] = createSignal("");
  const [group, setGroup] = createSignal(COMMONLY_USED);
  const matches = (name: string): boolean => name.toLocaleLowerCase().includes(wanted().trim().toLocaleLowerCase());
  const stickers = (): Sticker[] =>
    (props.stick && props.guildId ? (client.state.guilds[props.guildId]?.stickers ?? []) : []).filter(({ available, name }) => available !== false && matches(name));
  const own = (): Emoji[] => (props.guildId ? (client.state.guilds[props.guildId]?.emojis ?? []) : []).filter(({ name }) => matches(name ?? ""));
  const shown = createMemo<{ unicode: string; name: string }[]>(() => {
    const all = standardEmoji();
    if (wanted().trim()) return find(all, wanted(), MOST_FOUND).map(({ unicode, names }) => ({ unicode, name: names[0] ?? "" }));
    if (group() === COMMONLY_USED) return COMMON.map((unicode) => ({ unicode, name: "" }));
    return all.filter((emoji) => emoji.group === group()).map(({ unicode, names }) => ({ unicode, name: names[0] ?? "" }));
  });
  const choose = (emoji: Emoji): void => {
    closeDialog();
    props.chosen(emoji);
  };
  return (
    <Dialog title={t("message.react")}>
      <input
        type="search"
        class="wide"
        aria-label={t("emoji.search")}
        placeholder={t("emoji.search")}
        autofocus
        onInput={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = own()[0] ?? (shown()[0] && { id: null, name: shown()[0]!.unicode });
          if (event.key !== "Enter" || !wanted().trim() || !first) return;
          event.preventDefault();
          choose(first);
        }}
      />
      <Show when={!wanted().trim()}>
        <div class="emoji-groups" role="group" aria-label={t("emoji.groups")}>
          <For each={GROUPS}>
            {([number, icon, name]) => (
              <button type="button" aria-label={t(name)} title={t(name)} aria-pressed={group() === number} onClick={() => setGroup(number)}>
                <span aria-hidden="true">{icon}</span>
              </button>
            )}
          </For>
        </div>
      </Show>
      <div class="emoji-grid">
        <Show when={group() === COMMONLY_USED || wanted().trim()}>
          <For each={own()}>
            {(emoji) => (
              <button type="button" aria-label={emoji.name ?? ""} title={emoji.name ?? ""} onClick={() => choose(emoji)}>
                <img class="emoji" src={`${CDN}/emojis/${emoji.id}.webp?size=48`} alt="" loading="lazy" />
              </button>
            )}
          </For>
        </Show>
        <For each={shown()}>
          {(emoji) => (
            <button type="button" title={emoji.name ? `:${emoji.name}:` : undefined} onClick={() => choose({ id: null, name: emoji.unicode })}>
              {emoji.unicode}
            </button>
          )}
        </For>
      </div>
      <Show when={wanted().trim() && !shown().length && !own().length && !stickers().length}>
        <p role="status">{t("switcher.nothing")}</p>
      </Show>
      <Show when={stickers().length}>
        <h3>{t("sticker.title")}</h3>
        <div class="sticker-grid">
          <For each={stickers()}>
            {(sticker) => (
              <button
                type="button"
                aria-label={t("sticker.send", { name: sticker.name })}
                onClick={() => {
                  closeDialog();
                  props.stick?.(sticker);
                }}
              >
                <StickerView sticker={sticker} />
              </button>
            )}
          </For>
        </div>
      </Show>
    </Dialog>
  );
}
