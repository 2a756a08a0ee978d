import "../style/server.css";
import { createResource, For, Show, type JSX } from "solid-js";
import { language, LANGUAGES, t, type Key } from "../text/text";
import { AddressNotice } from "./account/AddressNotice";
import { LeaveSection } from "./account/LeaveSection";
import { NotificationSection } from "./account/NotificationSection";
import { PrivacySection } from "./account/PrivacySection";
import { ProfileSection } from "./account/ProfileSection";
import { SecondFactorSection } from "./account/SecondFactorSection";
import { SecuritySection } from "./account/SecuritySection";
import { Icon } from "./Icon";
import { KeyList } from "./KeyHelp";
import { prefer, preferences, type Preferences } from "./preferences";
import { unsubscribe } from "./push";
import { administrationPath, follow, go } from "./router";
import { client, forget } from "./session";

const THEMES: [Preferences["theme"], Key][] = [
  ["system", "settings.theme.system"],
  ["dark", "settings.theme.dark"],
  ["light", "settings.theme.light"],
  ["contrast", "settings.theme.contrast"],
];
const SIZES = [85, 100, 115, 130, 150];

export default function SettingsPage(): JSX.Element {
  const [role] = createResource(() => client.instance.role().catch(() => null));
  const logOut = async (): Promise<void> => {
    await unsubscribe().catch(() => {});
    await client.entrance.logout().catch(() => {});
    forget();
    go("/login");
  };
  return (
    <main class="settings">
      <header class="row">
        <h1 class="grow">{t("settings.title")}</h1>
        <a class="icon-button" href="/channels/@me" aria-label={t("dialog.close")} onClick={(event) => follow(event, "/channels/@me")}>
          <Icon name="close" />
        </a>
      </header>
      <AddressNotice />
      <ProfileSection />
      <SecuritySection />
      <SecondFactorSection />
      <NotificationSection />
      <PrivacySection />
      <section aria-labelledby="settings-account">
        <h2 id="settings-account">{t("settings.account")}</h2>
        <p>
          <a href="/developers" onClick={(event) => follow(event, "/developers")}>
            {t("developer.open")}
          </a>
        </p>
        <Show when={role()}>
          <p>
            <a href={administrationPath()} onClick={(event) => follow(event, administrationPath())}>
              {t("admin.open")}
            </a>
          </p>
        </Show>
        <button type="button" class="button danger" onClick={logOut}>
          {t("auth.logout")}
        </button>
      </section>
      <section aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{t("settings.appearance")}</h2>
        <label class="field">
          <span>{t("settings.theme")}</span>
          <select value={preferences().theme} onChange={(event) => prefer({ theme: event.currentTarget.value as Preferences["theme"] })}>
            <For each={THEMES}>{([theme, key]) => <option value={theme}>{t(key)}</option>}</For>
          </select>
        </label>
        <label class="field">
          <span>{t("settings.textSize")}</span>
          <select value={preferences().textSize} onChange={(event) => prefer({ textSize: Number(event.currentTarget.value) })}>
            <For each={SIZES}>{(size) => <option value={size}>{size} %</option>}</For>
          </select>
        </label>
        <label class="field">
          <span>{t("settings.language")}</span>
          <select value={language()} onChange={(event) => prefer({ language: event.currentTarget.value })}>
            <For each={Object.entries(LANGUAGES)}>
              {([tag, known]) => (
                <option value={tag} lang={tag}>
                  {known.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="check">
          <input type="checkbox" checked={preferences().lessMotion} onChange={(event) => prefer({ lessMotion: event.currentTarget.checked })} />
          {t("settings.motion")}
        </label>
      </section>
      <section aria-labelledby="settings-keys">
        <h2 id="settings-keys">{t("settings.keys")}</h2>
        <KeyList />
      </section>
      <LeaveSection />
    </main>
  );
}
