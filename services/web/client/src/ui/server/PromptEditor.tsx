/** One question of onboarding, and how it stands in the form that it is part of. */
import { createSignal, For, type JSX } from "solid-js";
import type { Prompt, PromptOption } from "../../protocol/community";
import { nonce, type Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field } from "../dialogs";
import { CheckList, rolesToGive, writableChannels } from "./choices";

const OPTIONS_AT_FIRST = 2;
const EMPTY: PromptOption = { title: "", channel_ids: [], role_ids: [] };

export function PromptEditor(props: { guildId: Id; number: number; place: number; prompt: Prompt; remove: () => void }): JSX.Element {
  const known = props.prompt.options;
  const [count, setCount] = createSignal(Math.max(OPTIONS_AT_FIRST, known.length));
  const name = (field: string): string => `prompt-${props.number}-${field}`;
  const option = (index: number): PromptOption => known[index] ?? EMPTY;
  return (
    <fieldset class="permissions">
      <legend>{t("onboarding.question", { number: props.place })}</legend>
      <Field label={t("onboarding.questionText", { number: props.place })} name={name("title")} required maxlength="100" value={props.prompt.title} />
      <label class="check">
        <input type="checkbox" name={name("single")} checked={props.prompt.single_select} />
        {t("onboarding.single")}
      </label>
      <label class="check">
        <input type="checkbox" name={name("required")} checked={props.prompt.required} />
        {t("onboarding.required")}
      </label>
      <For each={Array.from({ length: count() }, (_, index) => index)}>
        {(index) => (
          <fieldset class="permissions">
            <legend>{t("poll.answer", { number: index + 1 })}</legend>
            <Field label={t("onboarding.answerText", { number: index + 1 })} name={name(`${index}-title`)} maxlength="50" value={option(index).title} />
            <Field label={t("onboarding.answerWhy", { number: index + 1 })} name={name(`${index}-description`)} maxlength="100" value={option(index).description ?? ""} />
            <CheckList label={t("onboarding.givesRoles", { number: index + 1 })} name={name(`${index}-roles`)} items={rolesToGive(props.guildId)} chosen={option(index).role_ids} />
            <CheckList label={t("onboarding.givesChannels", { number: index + 1 })} name={name(`${index}-channels`)} mark="#" items={writableChannels(props.guildId)} chosen={option(index).channel_ids} />
          </fieldset>
        )}
      </For>
      <div class="row">
        <button type="button" class="button quiet" onClick={() => setCount(count() + 1)}>
          {t("poll.addAnswer")}
        </button>
        <button type="button" class="button danger" onClick={props.remove}>
          {t("onboarding.removeQuestion", { number: props.place })}
        </button>
      </div>
    </fieldset>
  );
}

/** The question as its fields have it; answers without a text are none. */
export function promptOf(form: FormData, number: number, before: Prompt): Prompt {
  const name = (field: string): string => `prompt-${number}-${field}`;
  const options: PromptOption[] = [];
  for (let index = 0; form.has(name(`${index}-title`)); index++) {
    const title = String(form.get(name(`${index}-title`))).trim();
    if (!title) continue;
    const known = before.options[index];
    options.push({
      ...(known?.id ? { id: known.id } : {}),
      ...(known?.emoji ? { emoji_id: known.emoji.id, emoji_name: known.emoji.name } : {}),
      title,
      description: String(form.get(name(`${index}-description`))).trim() || null,
      role_ids: form.getAll(name(`${index}-roles`)).map(String),
      channel_ids: form.getAll(name(`${index}-channels`)).map(String),
    });
  }
  return {
    // What is new has to have an id, too, in place of which the server gives one.
    id: before.id ?? nonce(),
    type: before.type,
    title: String(form.get(name("title"))),
    single_select: form.has(name("single")),
    required: form.has(name("required")),
    in_onboarding: true,
    options,
  };
}
