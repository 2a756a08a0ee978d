import { For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Emoji } from "../protocol/types";
import { t } from "../text/text";
import { closeDialog, Dialog, showDialog } from "./dialogs";
import { CDN, client } from "./session";

/** What people answer with most. */
const COMMON = "👍 👎 ❤️ 😂 😮 😢 😡 🎉 🙏 👀 🔥 💯 ✅ ❌ ⭐ 🚀 🤔 👏 😍 😎 🥳 😅 🙂 😉 😭 🤷 💪 🫡 ☕ 🐛 📌 ❓".split(" ");

export function pickEmoji(guildId: Id | undefined, chosen: (emoji: Emoji) => void): void {
  showDialog(() => <EmojiPicker guildId={guildId} chosen={chosen} />);
}

function EmojiPicker(props: { guildId: Id | undefined; chosen: (emoji: Emoji) => void }): JSX.Element {
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
    </Dialog>
  );
}
