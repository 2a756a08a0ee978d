import { createResource, For, Show, type JSX } from "solid-js";
import { guildsInOrder } from "../../state/guildFolders";
import { withSource, withWriters, type FriendSources, type PrivacySettings } from "../../state/privacy";
import { t, type Key } from "../../text/text";
import { explain } from "../dialogs";
import { tell } from "../server/parts";
import { client } from "../session";

const SOURCES: [keyof FriendSources, Key][] = [
  ["all", "privacy.all"],
  ["mutual_friends", "privacy.mutualFriends"],
  ["mutual_guilds", "privacy.mutualGuilds"],
];

/** Who may ask to be a friend, and who may write. Each choice is kept at once, and put back when the server refuses. */
export function PrivacySection(): JSX.Element {
  const [settings, { mutate }] = createResource(() => client.privacy.settings());
  const change = (next: Partial<PrivacySettings>): void => {
    const before = settings();
    mutate((now) => now && { ...now, ...next });
    tell(
      client.privacy.change(next).catch((failure: unknown) => {
        mutate(before);
        throw failure;
      }),
    );
  };
  return (
    <section aria-labelledby="settings-privacy">
      <h2 id="settings-privacy">{t("privacy.title")}</h2>
      <Show
        when={!settings.error && settings()}
        fallback={
          <p class="hint" role="status">
            {settings.error ? explain(settings.error) : t("app.loading")}
          </p>
        }
      >
        {(now) => (
          <>
            <fieldset class="reasons">
              <legend>{t("privacy.friends")}</legend>
              <For each={SOURCES}>
                {([source, key]) => (
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={now().friend_source_flags[source]}
                      onChange={(event) => change({ friend_source_flags: withSource(now().friend_source_flags, source, event.currentTarget.checked) })}
                    />
                    {t(key)}
                  </label>
                )}
              </For>
            </fieldset>
            <fieldset class="reasons">
              <legend>{t("privacy.writers")}</legend>
              <p class="hint">{t("privacy.writersHow")}</p>
              <label class="check">
                <input
                  type="checkbox"
                  checked={!now().default_guilds_restricted}
                  onChange={(event) => change({ default_guilds_restricted: !event.currentTarget.checked })}
                />
                {t("privacy.later")}
              </label>
              <For each={guildsInOrder(client.state)}>
                {(guildId) => (
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={!now().restricted_guilds.includes(guildId)}
                      onChange={(event) => change({ restricted_guilds: withWriters(now().restricted_guilds, guildId, event.currentTarget.checked) })}
                    />
                    {client.state.guilds[guildId]?.name ?? "…"}
                  </label>
                )}
              </For>
            </fieldset>
          </>
        )}
      </Show>
    </section>
  );
}
