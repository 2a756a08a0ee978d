import { createResource, createSignal, For, Show, type JSX } from "solid-js";
import type { Onboarding, Prompt, WelcomeScreen } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { explain, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { CheckList, writableChannels } from "./choices";
import { promptOf, PromptEditor } from "./PromptEditor";
import type { TabProps } from "./ServerSettings";
import { WelcomeEditor } from "./WelcomeEditor";

/** What somebody sees who comes in: a greeting, and questions that lead to roles and channels. */
export function OnboardingTab(props: TabProps): JSX.Element {
  const [welcome] = createResource(() => client.community.welcomeScreen(props.guildId));
  const [onboarding] = createResource(() => client.community.onboarding(props.guildId));
  const failed = (): string | null => (welcome.error || onboarding.error ? explain(welcome.error ?? onboarding.error) : null);
  return (
    <Show
      when={!failed() && welcome() && onboarding()}
      fallback={
        <p class="hint" role="status">
          {failed() ?? t("app.loading")}
        </p>
      }
    >
      <WelcomeEditor guildId={props.guildId} screen={welcome() as WelcomeScreen} />
      <QuestionsEditor guildId={props.guildId} onboarding={onboarding() as Onboarding} />
    </Show>
  );
}

const EMPTY: Prompt = { type: 0, title: "", single_select: false, required: false, in_onboarding: true, options: [] };

function QuestionsEditor(props: { guildId: Id; onboarding: Onboarding }): JSX.Element {
  // By number: a form's fields keep what was typed while prompts come and go.
  const [prompts, setPrompts] = createSignal(props.onboarding.prompts.map((prompt, number) => ({ number, prompt })));
  let next = props.onboarding.prompts.length;
  const save = async (form: FormData): Promise<void> => {
    const saved = await client.community.setOnboarding(props.guildId, {
      enabled: form.has("enabled"),
      mode: form.has("counting") ? 1 : 0,
      default_channel_ids: form.getAll("default_channel_ids").map(String),
      prompts: prompts().map(({ number, prompt }) => promptOf(form, number, prompt)),
    });
    setPrompts(saved.prompts.map((prompt) => ({ number: next++, prompt })));
    notify(t("settings.saved"));
  };
  return (
    <section aria-labelledby="onboarding-questions">
      <h3 id="onboarding-questions">{t("onboarding.title")}</h3>
      <p class="hint">{t("onboarding.hint")}</p>
      <Form action={t("onboarding.save")} submit={save}>
        <label class="check">
          <input type="checkbox" name="enabled" checked={props.onboarding.enabled} />
          {t("onboarding.enabled")}
        </label>
        <label class="check">
          <input type="checkbox" name="counting" checked={props.onboarding.mode === 1} />
          {t("onboarding.counting")}
        </label>
        <CheckList label={t("onboarding.defaults")} name="default_channel_ids" mark="#" items={writableChannels(props.guildId)} chosen={props.onboarding.default_channel_ids} />
        <For each={prompts()}>
          {(entry, index) => (
            <PromptEditor
              guildId={props.guildId}
              number={entry.number}
              place={index() + 1}
              prompt={entry.prompt}
              remove={() => setPrompts((before) => before.filter((other) => other !== entry))}
            />
          )}
        </For>
        <button type="button" class="button quiet" onClick={() => setPrompts((before) => [...before, { number: next++, prompt: EMPTY }])}>
          {t("onboarding.addQuestion")}
        </button>
      </Form>
    </section>
  );
}
