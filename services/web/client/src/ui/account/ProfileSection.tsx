import { createResource, createSignal, Show, type JSX } from "solid-js";
import { avatarUrl } from "../../state/names";
import { t } from "../../text/text";
import { Field, Form } from "../dialogs";
import { notify } from "../notices";
import { asDataUrl, tell } from "../server/parts";
import { CDN, client } from "../session";

const SIZE = 128;

/** How others see this person. */
export function ProfileSection(): JSX.Element {
  const [whole] = createResource(() => client.account.me());
  const [avatar, setAvatar] = createSignal<string | null | undefined>(undefined);
  const [name, setName] = createSignal<string | undefined>(undefined);
  const shown = (): string | undefined => {
    const chosen = avatar();
    return chosen === undefined ? (client.state.me ? avatarUrl(CDN, client.state.me, SIZE) : undefined) : (chosen ?? undefined);
  };
  const save = async (form: FormData): Promise<void> => {
    const chosen = avatar();
    await client.account.edit({
      username: String(form.get("username")),
      ...(form.has("password") ? { password: String(form.get("password")) } : {}),
      global_name: String(form.get("global_name")).trim() || null,
      bio: String(form.get("bio")),
      ...(chosen === undefined ? {} : { avatar: chosen }),
    });
    setAvatar(undefined);
    notify(t("settings.saved"));
  };
  return (
    <section aria-labelledby="settings-profile">
      <h2 id="settings-profile">{t("settings.profile")}</h2>
      <Form action={t("dialog.save")} submit={save}>
        <div class="row">
          <Show when={shown()}>{(url) => <img class="server-icon" src={url()} alt={t("settings.avatar")} />}</Show>
          <label class="button quiet">
            {t("settings.avatar.choose")}
            <input
              class="spoken"
              type="file"
              accept="image/png,image/jpeg,image/gif,image/webp"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) tell(asDataUrl(file).then(setAvatar));
              }}
            />
          </label>
          <Show when={shown()}>
            <button type="button" class="button quiet" onClick={() => setAvatar(null)}>
              {t("settings.avatar.remove")}
            </button>
          </Show>
        </div>
        <Field
          label={t("auth.username")}
          name="username"
          required
          minlength="2"
          maxlength="32"
          value={client.state.me?.username ?? ""}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Show when={name() !== undefined && name() !== client.state.me?.username}>
          <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" />
        </Show>
        <Field label={t("settings.displayName")} name="global_name" maxlength="32" value={client.state.me?.global_name ?? ""} />
        <label class="field">
          <span>{t("settings.bio")}</span>
          <textarea name="bio" rows="3" maxlength="190" value={whole()?.bio ?? ""} disabled={whole.loading} />
        </label>
      </Form>
    </section>
  );
}
