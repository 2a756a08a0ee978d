/** A form that an application opened, and the one by which a command's options are given. */
import { createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import { ComponentType, invocation, OptionType, type CommandOption, type Component, type GivenOption, type Modal, type Runnable } from "../protocol/components";
import type { Channel } from "../protocol/types";
import { InteractionType, type Choice } from "../state/interactions";
import { t } from "../text/text";
import { FormDialog, showDialog } from "./dialogs";
import { MessageContent } from "./MessageContent";
import { notify } from "./notices";
import { candidates } from "./Selection";
import { client } from "./session";

const LONG = 2;
const AFTER_TYPING = 250;

export function showForm(form: Modal): void {
  const guildId = client.state.channels[form.channel_id]?.guild_id;
  const submit = async (given: FormData): Promise<void> => {
    const answered = await client.interactions.run(
      InteractionType.Form,
      { channelId: form.channel_id, guildId },
      form.application.id,
      { id: form.id, custom_id: form.custom_id, components: form.components.map((component) => filled(component, given)) },
    );
    if (!answered) notify(t("app.failed"));
  };
  showDialog(() => (
    <FormDialog title={form.title} action={t("app.submit")} submit={submit}>
      <For each={form.components}>{(component) => <Part component={component} channelId={form.channel_id} />}</For>
    </FormDialog>
  ));
}

/** A component of the form with what the person gave. */
function filled(component: Component, given: FormData): object {
  const id = component.id === undefined ? {} : { id: component.id };
  if (component.type === ComponentType.Row) return { type: component.type, ...id, components: (component.components ?? []).map((inner) => filled(inner, given)) };
  if (component.type === ComponentType.Label) return { type: component.type, ...id, component: filled(component.component!, given) };
  if (component.type === ComponentType.Text) return { type: component.type, ...id };
  const values = given.getAll(component.custom_id ?? "").map(String);
  const own = { type: component.type, ...id, custom_id: component.custom_id };
  if (component.type === ComponentType.TextInput || component.type === ComponentType.RadioGroup) return { ...own, value: values[0] ?? (component.type === ComponentType.RadioGroup ? null : "") };
  if (component.type === ComponentType.Checkbox) return { ...own, value: values.length > 0 };
  return { ...own, values: values.filter(Boolean) };
}

function Part(props: { component: Component; channelId: string }): JSX.Element {
  return (
    <Switch>
      <Match when={props.component.type === ComponentType.Text}>
        <MessageContent text={props.component.content ?? ""} />
      </Match>
      <Match when={props.component.type === ComponentType.Row && props.component.components?.[0]}>
        {(input) => <Labelled label={input().label ?? ""} input={input()} channelId={props.channelId} />}
      </Match>
      <Match when={props.component.type === ComponentType.Label && props.component.component}>
        {(input) => (
          <Labelled label={props.component.label ?? ""} description={props.component.description} input={input()} channelId={props.channelId} />
        )}
      </Match>
    </Switch>
  );
}

function Labelled(props: { label: string; description?: string | null | undefined; input: Component; channelId: string }): JSX.Element {
  const input = (): Component => props.input;
  const name = (): string => input().custom_id ?? "";
  const required = (): boolean => input().required ?? true;
  const group = (kind: "radio" | "checkbox"): JSX.Element => (
    <fieldset class="component-choices">
      <legend>{props.label}</legend>
      <For each={input().options}>
        {(option) => (
          <label class="check">
            <input type={kind} name={name()} value={option.value} checked={option.default} required={kind === "radio" && required()} />
            <span>
              {option.label} <small>{option.description}</small>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
  return (
    <Switch
      fallback={
        <label class="field">
          <span>{props.label}</span>
          <select name={name()} multiple={(input().max_values ?? 1) > 1} required={required()}>
            <Show when={(input().max_values ?? 1) <= 1}>
              <option value="">{input().placeholder ?? t("app.choose")}</option>
            </Show>
            <For each={candidates(client.state, input(), props.channelId)}>
              {(option) => (
                <option value={option.value} selected={option.default}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <small>{props.description}</small>
        </label>
      }
    >
      <Match when={input().type === ComponentType.TextInput}>
        <label class="field">
          <span>{props.label}</span>
          <Show
            when={input().style === LONG}
            fallback={
              <input
                name={name()}
                value={input().value ?? ""}
                placeholder={input().placeholder}
                minlength={input().min_length}
                maxlength={input().max_length ?? 4000}
                required={required()}
              />
            }
          >
            <textarea
              name={name()}
              rows="5"
              placeholder={input().placeholder}
              minlength={input().min_length}
              maxlength={input().max_length ?? 4000}
              required={required()}
            >
              {input().value}
            </textarea>
          </Show>
          <small>{props.description}</small>
        </label>
      </Match>
      <Match when={input().type === ComponentType.RadioGroup}>{group("radio")}</Match>
      <Match when={input().type === ComponentType.CheckboxGroup}>{group("checkbox")}</Match>
      <Match when={input().type === ComponentType.Checkbox}>
        <label class="check">
          <input type="checkbox" name={name()} checked={input().default} required={input().required ?? false} />
          {props.label}
        </label>
      </Match>
      <Match when={input().type === ComponentType.FileUpload}>
        <p>
          {props.label}: {t("app.noFiles")}
        </p>
      </Match>
    </Switch>
  );
}

/** Runs a command: at once when it has no options, else after a form for them. */
export function runCommand(runnable: Runnable, channel: Channel): void {
  const place = { channelId: channel.id, guildId: channel.guild_id };
  const run = async (given: GivenOption[]): Promise<void> => {
    const answered = await client.interactions.run(InteractionType.Command, place, runnable.command.application_id, invocation(runnable, given));
    if (!answered) notify(t("app.failed"));
  };
  if (runnable.options.length === 0) {
    run([]).catch((failure) => notify(String(failure instanceof Error ? failure.message : failure)));
    return;
  }
  showDialog(() => (
    <FormDialog title={`/${runnable.name}`} action={t("app.run", { name: runnable.name })} submit={(form) => run(given(runnable, form))}>
      <p>{runnable.description}</p>
      <For each={runnable.options}>{(option) => <OptionField option={option} runnable={runnable} channel={channel} />}</For>
    </FormDialog>
  ));
}

/** The options that have a value, each as its type says. */
export function given(runnable: Runnable, form: FormData): GivenOption[] {
  return runnable.options.flatMap((option): GivenOption[] => {
    const text = String(form.get(option.name) ?? "");
    if (text === "") return [];
    const { type, name } = option;
    if (type === OptionType.Boolean) return [{ type, name, value: text === "true" }];
    if (type === OptionType.Integer || type === OptionType.Number) return [{ type, name, value: Number(text) }];
    return [{ type, name, value: text }];
  });
}

const ENTITIES: Partial<Record<OptionType, ComponentType>> = {
  [OptionType.User]: ComponentType.UserSelect,
  [OptionType.Role]: ComponentType.RoleSelect,
  [OptionType.Channel]: ComponentType.ChannelSelect,
  [OptionType.Mentionable]: ComponentType.MentionableSelect,
};

function OptionField(props: { option: CommandOption; runnable: Runnable; channel: Channel }): JSX.Element {
  const option = props.option;
  const [offers, setOffers] = createSignal<Choice[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = (input: HTMLInputElement): void => {
    if (!option.autocomplete) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const others = given(props.runnable, new FormData(input.form!)).filter((other) => other.name !== option.name);
      const focused: GivenOption = { type: option.type, name: option.name, value: input.value, focused: true };
      client.interactions
        .choices(
          { channelId: props.channel.id, guildId: props.channel.guild_id },
          props.runnable.command.application_id,
          invocation(props.runnable, [...others, focused]),
        )
        .then(setOffers, () => setOffers([]));
    }, AFTER_TYPING);
  };
  const choices = (): { label: string; value: string }[] | null => {
    if (option.choices?.length) return option.choices.map((choice) => ({ label: choice.name, value: String(choice.value) }));
    if (option.type === OptionType.Boolean) return [{ label: t("app.yes"), value: "true" }, { label: t("app.no"), value: "false" }];
    const entity = ENTITIES[option.type];
    if (entity === undefined) return null;
    return candidates(client.state, { type: entity, ...(option.channel_types ? { channel_types: option.channel_types } : {}) }, props.channel.id);
  };
  const numeric = option.type === OptionType.Integer || option.type === OptionType.Number;
  return (
    <label class="field">
      <span>
        {option.name}
        {option.required ? " *" : ""}
      </span>
      <Switch
        fallback={
          <input
            name={option.name}
            type={numeric ? "number" : "text"}
            step={option.type === OptionType.Number ? "any" : undefined}
            min={option.min_value}
            max={option.max_value}
            minlength={option.min_length}
            maxlength={option.max_length}
            required={option.required ?? false}
            list={option.autocomplete ? `offers-${option.name}` : undefined}
            autocomplete="off"
            onInput={(event) => asked(event.currentTarget)}
            onFocus={(event) => asked(event.currentTarget)}
          />
        }
      >
        <Match when={option.type === OptionType.Attachment}>
          <em>{t("app.noFiles")}</em>
        </Match>
        <Match when={choices()}>
          {(shown) => (
            <select name={option.name} required={option.required ?? false}>
              <option value="">—</option>
              <For each={shown()}>{(choice) => <option value={choice.value}>{choice.label}</option>}</For>
            </select>
          )}
        </Match>
      </Switch>
      <Show when={option.autocomplete}>
        <datalist id={`offers-${option.name}`}>
          <For each={offers()}>{(offer) => <option value={String(offer.value)}>{offer.name}</option>}</For>
        </datalist>
      </Show>
      <small>{option.description}</small>
    </label>
  );
}
