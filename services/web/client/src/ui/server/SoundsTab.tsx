import { type JSX } from "solid-js";
import type { Sound } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { CDN, client } from "../session";
import { asDataUrl, Entries, listed, tell, type Listed } from "./parts";
import type { TabProps } from "./ServerSettings";

/** Sounds that are played in the server's voice channels. */
export function SoundsTab(props: TabProps): JSX.Element {
  const sounds = listed<Sound>(() => client.community.sounds(props.guildId));
  const play = (sound: Sound): void => {
    const audio = new Audio(`${CDN}/soundboard-sounds/${sound.sound_id}`);
    audio.volume = sound.volume;
    tell(audio.play());
  };
  const remove = (sound: Sound): void =>
    tell(
      client.community
        .deleteSound(props.guildId, sound.sound_id)
        .then(() => sounds.change((before) => before.filter(({ sound_id }) => sound_id !== sound.sound_id))),
    );
  return (
    <>
      <button type="button" class="button" onClick={() => soundDialog(props.guildId, null, sounds)}>
        {t("sound.upload")}
      </button>
      <p class="hint">{t("sound.hint")}</p>
      <Entries of={sounds} empty={t("sound.none")} label={t("server.sounds")}>
        {(sound) => (
          <>
            <span class="grow who">
              <strong>
                {sound.emoji_name} {sound.name}
              </strong>
              <small>{t("sound.volumeIs", { share: Math.round(sound.volume * 100) })}</small>
            </span>
            <button type="button" class="button quiet" aria-label={t("sound.playOne", { name: sound.name })} onClick={() => play(sound)}>
              {t("sound.play")}
            </button>
            <button type="button" class="button quiet" aria-label={t("message.editOne", { name: sound.name })} onClick={() => soundDialog(props.guildId, sound, sounds)}>
              {t("message.edit")}
            </button>
            <button type="button" class="button danger" aria-label={t("emoji.deleteOne", { name: sound.name })} onClick={() => remove(sound)}>
              {t("message.delete")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}

function soundDialog(guildId: Id, known: Sound | null, sounds: Listed<Sound>): void {
  const submit = async (form: FormData): Promise<void> => {
    const said = {
      name: String(form.get("name")),
      volume: Number(form.get("volume")) / 100,
      emoji_name: String(form.get("emoji_name")).trim() || null,
    };
    if (known) {
      const edited = await client.community.editSound(guildId, known.sound_id, said);
      sounds.change((before) => before.map((other) => (other.sound_id === known.sound_id ? edited : other)));
    } else {
      const made = await client.community.createSound(guildId, { ...said, sound: await asDataUrl(form.get("file") as File) });
      sounds.change((before) => [...before, made]);
    }
  };
  showDialog(() => (
    <FormDialog title={t(known ? "sound.edit" : "sound.upload")} action={t("dialog.save")} submit={submit}>
      {known ? null : <Field label={t("sound.file")} name="file" type="file" required accept="audio/mpeg,audio/ogg" />}
      <Field label={t("sound.name")} name="name" required minlength="2" maxlength="32" value={known?.name ?? ""} />
      <Field label={t("sound.emoji")} name="emoji_name" maxlength="16" value={known?.emoji_name ?? ""} />
      <Field label={t("sound.volume")} name="volume" type="range" min="0" max="100" value={Math.round((known?.volume ?? 1) * 100)} />
    </FormDialog>
  ));
}
