import { type JSX } from "solid-js";
import type { OwnedEmoji } from "../../protocol/administration";
import { t } from "../../text/text";
import { CDN, client } from "../session";
import { asDataUrl, Entries, listed, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

const NAMELESS = "emoji";

/** The server's own emoji. */
export function EmojiTab(props: TabProps): JSX.Element {
  const emojis = listed<OwnedEmoji>(() => client.administration.emojis(props.guildId));
  const upload = async (files: FileList): Promise<void> => {
    for (const file of files) {
      const emoji = await client.administration.createEmoji(props.guildId, nameFrom(file.name), await asDataUrl(file));
      emojis.change((before) => [...before.filter(({ id }) => id !== emoji.id), emoji]);
    }
  };
  const rename = (emoji: OwnedEmoji, name: string): void => {
    if (name === emoji.name) return;
    tell(
      client.administration
        .renameEmoji(props.guildId, emoji.id, name)
        .then((renamed) => emojis.change((before) => before.map((other) => (other.id === emoji.id ? renamed : other)))),
    );
  };
  const remove = (emoji: OwnedEmoji): void =>
    tell(
      client.administration
        .deleteEmoji(props.guildId, emoji.id)
        .then(() => emojis.change((before) => before.filter(({ id }) => id !== emoji.id))),
    );
  return (
    <>
      <label class="button">
        {t("emoji.upload")}
        <input
          class="spoken"
          type="file"
          multiple
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={(event) => {
            const files = event.currentTarget.files;
            if (files?.length) tell(upload(files));
          }}
        />
      </label>
      <p class="hint">{t("emoji.hint")}</p>
      <Entries of={emojis} empty={t("emoji.none")} label={t("server.emoji")}>
        {(emoji) => (
          <>
            <img class="emoji" src={`${CDN}/emojis/${emoji.id}.webp?size=48`} alt="" loading="lazy" />
            <input
              class="grow"
              aria-label={t("emoji.name", { name: emoji.name })}
              value={emoji.name}
              minlength="2"
              maxlength="32"
              onChange={(event) => rename(emoji, event.currentTarget.value)}
            />
            <button type="button" class="button danger" aria-label={t("emoji.deleteOne", { name: emoji.name })} onClick={() => remove(emoji)}>
              {t("message.delete")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}

/** A name that the server takes: letters, digits and underscores, at least two. */
function nameFrom(file: string): string {
  const name = file.replace(/\.[^.]*$/, "").replace(/\W/g, "_").slice(0, 32);
  return name.length >= 2 ? name : NAMELESS;
}
