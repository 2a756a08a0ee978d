import { createSignal, For, Show, type JSX } from "solid-js";
import { Trigger, type Rule } from "../../protocol/community";
import { t, type Key } from "../../text/text";
import { confirm } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { RuleEditor } from "./RuleEditor";
import { Entries, listed, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

const KINDS: [Trigger, Key][] = [
  [Trigger.Keyword, "automod.keyword"],
  [Trigger.Preset, "automod.preset"],
  [Trigger.Spam, "automod.spam"],
  [Trigger.Mentions, "automod.mentions"],
  [Trigger.Profile, "automod.profile"],
];

/** What is done by itself about messages and names that break a rule. */
export function AutoModTab(props: TabProps): JSX.Element {
  const rules = listed<Rule>(() => client.community.rules(props.guildId));
  const [kind, setKind] = createSignal<Trigger>(Trigger.Keyword);
  const [making, setMaking] = createSignal<Trigger | null>(null);
  const create = async (rule: Omit<Rule, "id">): Promise<void> => {
    const made = await client.community.createRule(props.guildId, rule);
    rules.change((before) => [...before, made]);
    setMaking(null);
    notify(t("settings.saved"));
  };
  const save = async (known: Rule, rule: Omit<Rule, "id">): Promise<void> => {
    const { trigger_type: _kind, ...change } = rule;
    const edited = await client.community.editRule(props.guildId, known.id, change);
    rules.change((before) => before.map((other) => (other.id === known.id ? edited : other)));
    notify(t("settings.saved"));
  };
  const remove = (rule: Rule): void =>
    confirm(t("automod.delete"), t("automod.deleteQuestion", { name: rule.name }), t("automod.delete"), () =>
      client.community.deleteRule(props.guildId, rule.id).then(() => rules.change((before) => before.filter(({ id }) => id !== rule.id))),
    );
  const nameOf = (trigger: Trigger): string => t(KINDS.find(([known]) => known === trigger)?.[1] ?? "automod.other");
  return (
    <>
      <p class="hint">{t("automod.hint")}</p>
      <div class="row wrap">
        <label class="field">
          <span>{t("automod.kind")}</span>
          <select value={kind()} onChange={(event) => setKind(Number(event.currentTarget.value))}>
            <For each={KINDS}>{([trigger, key]) => <option value={trigger}>{t(key)}</option>}</For>
          </select>
        </label>
        <button type="button" class="button" onClick={() => setMaking(kind())}>
          {t("automod.create")}
        </button>
      </div>
      <Show when={making()} keyed>
        {(trigger) => (
          <section class="new-entry" aria-label={t("automod.create")}>
            <h3>{nameOf(trigger)}</h3>
            <RuleEditor guildId={props.guildId} trigger={trigger} rule={null} save={create} cancel={() => setMaking(null)} />
          </section>
        )}
      </Show>
      <Entries of={rules} empty={t("automod.none")} label={t("server.automod")}>
        {(rule) => (
          <details class="grow">
            <summary>
              <strong>{rule.name}</strong> · {nameOf(rule.trigger_type)} · {t(rule.enabled ? "automod.on" : "automod.off")}
            </summary>
            <RuleEditor guildId={props.guildId} trigger={rule.trigger_type} rule={rule} save={(changed) => save(rule, changed)} />
            <div class="row">
              <button type="button" class="button quiet" onClick={() => tell(save(rule, { ...rule, enabled: !rule.enabled }))}>
                {t(rule.enabled ? "automod.turnOff" : "automod.turnOn")}
              </button>
              <button type="button" class="button danger" onClick={() => remove(rule)}>
                {t("automod.delete")}
              </button>
            </div>
          </details>
        )}
      </Entries>
    </>
  );
}
