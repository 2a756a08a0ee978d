import { For, Show, type JSX } from "solid-js";
import { RuleActionType, RuleEvent, Trigger, type Rule, type RuleAction, type TriggerMetadata } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { t, type Key } from "../../text/text";
import { Field, Form } from "../dialogs";
import { CheckList, Choice, lines, rolesToGive, writableChannels } from "./choices";

const PRESETS: [number, Key][] = [
  [1, "automod.preset.profanity"],
  [2, "automod.preset.sexual"],
  [3, "automod.preset.slurs"],
];

const TIMES: [number, Key][] = [
  [60, "timeout.minute"],
  [600, "timeout.tenMinutes"],
  [3_600, "timeout.hour"],
  [86_400, "timeout.day"],
  [604_800, "timeout.week"],
];

const MOST_MENTIONS = 50;
const USUAL_MENTIONS = 10;
const WORDS = new Set([Trigger.Keyword, Trigger.Profile]);
/** Kinds of rules by which somebody may be silenced for a while. */
const TIMING_OUT = new Set([Trigger.Keyword, Trigger.Mentions]);

/** A rule: what breaks it, what is done then, and whom it leaves alone. */
export function RuleEditor(props: {
  guildId: Id;
  trigger: Trigger;
  rule: Rule | null;
  save: (rule: Omit<Rule, "id">) => Promise<void>;
  cancel?: () => void;
}): JSX.Element {
  const known = (): TriggerMetadata => props.rule?.trigger_metadata ?? {};
  const action = (type: RuleActionType): RuleAction | undefined => props.rule?.actions.find((candidate) => candidate.type === type);
  const profile = (): boolean => props.trigger === Trigger.Profile;
  const submit = (form: FormData): Promise<void> =>
    props.save({
      name: String(form.get("name")),
      event_type: profile() ? RuleEvent.MemberUpdate : RuleEvent.Message,
      trigger_type: props.trigger,
      trigger_metadata: metadata(props.trigger, form),
      actions: actions(profile(), form),
      enabled: props.rule?.enabled ?? true,
      exempt_roles: form.getAll("exempt_roles").map(String),
      exempt_channels: form.getAll("exempt_channels").map(String),
    });
  return (
    <Form action={t("dialog.save")} submit={submit} {...(props.cancel ? { cancel: props.cancel } : {})}>
      <Field label={t("automod.name")} name="name" required maxlength="100" value={props.rule?.name ?? ""} />
      <Show when={WORDS.has(props.trigger)}>
        <Lines label={t("automod.words")} name="keyword_filter" value={known().keyword_filter} />
        <Lines label={t("automod.patterns")} name="regex_patterns" value={known().regex_patterns} />
      </Show>
      <Show when={props.trigger === Trigger.Preset}>
        <CheckList
          label={t("automod.presets")}
          name="presets"
          items={PRESETS.map(([id, key]) => ({ id: String(id), name: t(key) }))}
          chosen={(known().presets ?? []).map(String)}
        />
      </Show>
      <Show when={WORDS.has(props.trigger) || props.trigger === Trigger.Preset}>
        <Lines label={t("automod.allowed")} name="allow_list" value={known().allow_list} />
      </Show>
      <Show when={props.trigger === Trigger.Mentions}>
        <Field
          label={t("automod.mentionLimit")}
          name="mention_total_limit"
          type="number"
          min="1"
          max={MOST_MENTIONS}
          required
          value={known().mention_total_limit ?? USUAL_MENTIONS}
        />
      </Show>
      <fieldset class="permissions">
        <legend>{t("automod.then")}</legend>
        <label class="check">
          <input type="checkbox" name="block" checked={!props.rule || !!action(profile() ? RuleActionType.BlockMember : RuleActionType.Block)} />
          {t(profile() ? "automod.blockMember" : "automod.block")}
        </label>
        <Show when={!profile()}>
          <Field label={t("automod.say")} name="custom_message" maxlength="150" value={action(RuleActionType.Block)?.metadata?.custom_message ?? ""} />
        </Show>
        <Choice
          label={t("automod.alert")}
          name="alert"
          mark="#"
          none={t("server.noSystemChannel")}
          items={writableChannels(props.guildId)}
          chosen={action(RuleActionType.Alert)?.metadata?.channel_id}
        />
        <Show when={TIMING_OUT.has(props.trigger)}>
          <label class="field">
            <span>{t("automod.timeOut")}</span>
            <select name="time_out">
              <option value="">{t("automod.noTimeOut")}</option>
              <For each={TIMES}>
                {([seconds, key]) => (
                  <option value={seconds} selected={action(RuleActionType.TimeOut)?.metadata?.duration_seconds === seconds}>
                    {t(key)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
      </fieldset>
      <CheckList label={t("automod.exemptRoles")} name="exempt_roles" items={rolesToGive(props.guildId)} chosen={props.rule?.exempt_roles ?? []} />
      <Show when={!profile()}>
        <CheckList label={t("automod.exemptChannels")} name="exempt_channels" mark="#" items={writableChannels(props.guildId)} chosen={props.rule?.exempt_channels ?? []} />
      </Show>
    </Form>
  );
}

function Lines(props: { label: string; name: string; value: string[] | undefined }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <textarea name={props.name} rows="3" value={(props.value ?? []).join("\n")} />
    </label>
  );
}

function metadata(trigger: Trigger, form: FormData): TriggerMetadata {
  switch (trigger) {
    case Trigger.Keyword:
    case Trigger.Profile:
      return {
        keyword_filter: lines(form.get("keyword_filter")),
        regex_patterns: lines(form.get("regex_patterns")),
        allow_list: lines(form.get("allow_list")),
      };
    case Trigger.Preset:
      return { presets: form.getAll("presets").map(Number), allow_list: lines(form.get("allow_list")) };
    case Trigger.Mentions:
      return { mention_total_limit: Number(form.get("mention_total_limit")) };
    case Trigger.Spam:
      return {};
  }
}

function actions(profile: boolean, form: FormData): RuleAction[] {
  const chosen: RuleAction[] = [];
  const said = String(form.get("custom_message") ?? "").trim();
  if (form.has("block")) {
    chosen.push(profile ? { type: RuleActionType.BlockMember } : { type: RuleActionType.Block, metadata: said ? { custom_message: said } : {} });
  }
  const alert = String(form.get("alert") ?? "");
  if (alert) chosen.push({ type: RuleActionType.Alert, metadata: { channel_id: alert } });
  const seconds = Number(form.get("time_out") ?? 0);
  if (seconds) chosen.push({ type: RuleActionType.TimeOut, metadata: { duration_seconds: seconds } });
  return chosen;
}
