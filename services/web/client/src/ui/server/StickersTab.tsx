import { type JSX } from "solid-js";
import type { OwnedSticker } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { client } from "../session";
import { StickerView } from "../StickerView";
import { Entries, listed, tell, type Listed } from "./parts";
import type { TabProps } from "./ServerSettings";

/** The server's own stickers. */
export function StickersTab(props: TabProps): JSX.Element {
  const stickers = listed<OwnedSticker>(() => client.community.stickers(props.guildId));
  const remove = (sticker: OwnedSticker): void =>
    tell(
      client.community
        .deleteSticker(props.guildId, sticker.id)
        .then(() => stickers.change((before) => before.filter(({ id }) => id !== sticker.id))),
    );
  return (
    <>
      <button type="button" class="button" onClick={() => stickerDialog(props.guildId, null, stickers)}>
        {t("sticker.upload")}
      </button>
      <p class="hint">{t("sticker.hint")}</p>
      <Entries of={stickers} empty={t("sticker.none")} label={t("server.stickers")}>
        {(sticker) => (
          <>
            <span class="sticker-small" aria-hidden="true">
              <StickerView sticker={sticker} />
            </span>
            <span class="grow who">
              <strong>{sticker.name}</strong>
              <small>{[sticker.tags, sticker.description].filter(Boolean).join(" · ")}</small>
            </span>
            <button type="button" class="button quiet" aria-label={t("message.editOne", { name: sticker.name })} onClick={() => stickerDialog(props.guildId, sticker, stickers)}>
              {t("message.edit")}
            </button>
            <button type="button" class="button danger" aria-label={t("emoji.deleteOne", { name: sticker.name })} onClick={() => remove(sticker)}>
              {t("message.delete")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}

function stickerDialog(guildId: Id, known: OwnedSticker | null, stickers: Listed<OwnedSticker>): void {
  const submit = async (form: FormData): Promise<void> => {
    const words = { name: String(form.get("name")), description: String(form.get("description")), tags: String(form.get("tags")) };
    if (known) {
      const edited = await client.community.editSticker(guildId, known.id, words);
      stickers.change((before) => before.map((other) => (other.id === known.id ? edited : other)));
    } else {
      const made = await client.community.createSticker(guildId, { ...words, file: form.get("file") as File });
      stickers.change((before) => [...before, made]);
    }
  };
  showDialog(() => (
    <FormDialog title={t(known ? "sticker.edit" : "sticker.upload")} action={t("dialog.save")} submit={submit}>
      {known ? null : <Field label={t("sticker.file")} name="file" type="file" required accept="image/png,image/gif" />}
      <Field label={t("sticker.name")} name="name" required minlength="2" maxlength="30" value={known?.name ?? ""} />
      <Field label={t("sticker.tags")} name="tags" required maxlength="200" value={known?.tags ?? ""} />
      <Field label={t("sticker.description")} name="description" maxlength="100" value={known?.description ?? ""} />
    </FormDialog>
  ));
}
