import { createSignal, For, type JSX } from "solid-js";
import type { WelcomeChannel, WelcomeScreen } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { Choice, writableChannels } from "./choices";

const MOST = 5;

/** The greeting, with the places to begin at. */
export function WelcomeEditor(props: { guildId: Id; screen: WelcomeScreen }): JSX.Element {
  const known = props.screen.welcome_channels;
  const [count, setCount] = createSignal(Math.max(1, known.length));
  const enabled = (): boolean => client.state.guilds[props.guildId]?.features?.includes("WELCOME_SCREEN_ENABLED") ?? false;
  const save = async (form: FormData): Promise<void> => {
    const channels: WelcomeChannel[] = [];
    for (let index = 0; index < count(); index++) {
      const channelId = String(form.get(`channel-${index}`) ?? "");
      if (!channelId) continue;
      channels.push({
        channel_id: channelId,
        description: String(form.get(`why-${index}`)),
        emoji_name: String(form.get(`emoji-${index}`)).trim() || null,
        emoji_id: null,
      });
    }
    await client.community.setWelcomeScreen(props.guildId, {
      enabled: form.has("enabled"),
      description: String(form.get("description")).trim() || null,
      welcome_channels: channels,
    });
    notify(t("settings.saved"));
  };
  return (
    <section aria-labelledby="onboarding-welcome">
      <h3 id="onboarding-welcome">{t("welcome.title")}</h3>
      <Form action={t("welcome.save")} submit={save}>
        <label class="check">
          <input type="checkbox" name="enabled" checked={enabled()} />
          {t("welcome.enabled")}
        </label>
        <Field label={t("welcome.text")} name="description" maxlength="140" value={props.screen.description ?? ""} />
        <For each={Array.from({ length: count() }, (_, index) => index)}>
          {(index) => (
            <fieldset class="permissions">
              <legend>{t("welcome.place", { number: index + 1 })}</legend>
              <Choice
                label={t("webhooks.channel")}
                name={`channel-${index}`}
                mark="#"
                none={t("server.noSystemChannel")}
                items={writableChannels(props.guildId)}
                chosen={known[index]?.channel_id}
              />
              <Field label={t("welcome.why")} name={`why-${index}`} maxlength="50" value={known[index]?.description ?? ""} />
              <Field label={t("sound.emoji")} name={`emoji-${index}`} maxlength="16" value={known[index]?.emoji_name ?? ""} />
            </fieldset>
          )}
        </For>
        <button type="button" class="button quiet" disabled={count() >= MOST} onClick={() => setCount(count() + 1)}>
          {t("welcome.add")}
        </button>
      </Form>
    </section>
  );
}
