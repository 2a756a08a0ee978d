import { For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Emoji, Sticker } from "../protocol/types";
import { t } from "../text/text";
import { closeDialog, Dialog, showDialog } from "./dialogs";
import { CDN, client } from "./session";
import { StickerView } from "./StickerView";

/** What people answer with most. */
const COMMON = "👍 👎 ❤️ 😂 😮 😢 😡 🎉 🙏 👀 🔥 💯 ✅ ❌ ⭐ 🚀 🤔 👏 😍 😎 🥳 😅 🙂 😉 😭 🤷 💪 🫡 ☕ 🐛 📌 ❓".split(" ");

/** Stickers are offered where they can be sent. */
export function pickEmoji(guildId: Id | undefined, chosen: (emoji: Emoji) => void, stick?: (sticker: Sticker) => void): void {
  showDialog(() => <EmojiPicker guildId={guildId} chosen={chosen} stick={stick} />);
}

function EmojiPicker(props: { guildId: Id | undefined; chosen: (emoji: Emoji) => void; stick: ((sticker: Sticker) => void) | undefined }): JSX.Element {
  const stickers = (): Sticker[] => (props.stick && props.guildId ? (client.state.guilds[props.guildId]?.stickers ?? []) : []).filter(({ available }) => available !== false);
  const own = (): Emoji[] => (props.guildId ? (client.state.guilds[props.guildId]?.emojis ?? []) : []);
  const choose = (emoji: Emoji): void => {
    closeDialog();
    props.chosen(emoji);
  };
  return (
    <Dialog title={t("message.react")}>
      <div class="emoji-grid">
        <Show when={own().length}>
          <For each={own()}>
            {(emoji) => (
              <button type="button" aria-label={emoji.name ?? ""} title={emoji.name ?? ""} onClick={() => choose(emoji)}>
                <img class="emoji" src={`${CDN}/emojis/${emoji.id}.webp?size=48`} alt="" loading="lazy" />
              </button>
            )}
          </For>
        </Show>
        <For each={COMMON}>
          {(text) => (
            <button type="button" onClick={() => choose({ id: null, name: text })}>
              {text}
            </button>
          )}
        </For>
      </div>
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
