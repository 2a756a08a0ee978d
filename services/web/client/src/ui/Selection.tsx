import { createSignal, For, Show, type JSX } from "solid-js";
import { ComponentType, type Component, type SelectOption } from "../protocol/components";
import type { Id } from "../protocol/snowflake";
import { channelGroups } from "../state/channels";
import { displayName } from "../state/names";
import type { State } from "../state/state";
import { t } from "../text/text";

/** What a list offers: its own options, or people, roles and channels of the place. */
export function candidates(state: State, select: Component, channelId: Id): SelectOption[] {
  if (select.type === ComponentType.TextSelect) return select.options ?? [];
  const channel = state.channels[channelId];
  const guildId = channel?.guild_id;
  const people = (): SelectOption[] =>
    (guildId ? Object.values(state.members[guildId] ?? {}).map((member) => member.user) : (channel?.recipients ?? [])).map((user) => ({
      label: displayName(state, user, guildId),
      value: user.id,
    }));
  const roles = (): SelectOption[] =>
    guildId ? Object.values(state.guilds[guildId]?.roles ?? {}).map((role) => ({ label: `@${role.name.replace(/^@/, "")}`, value: role.id })) : [];
  switch (select.type) {
    case ComponentType.UserSelect:
      return people();
    case ComponentType.RoleSelect:
      return roles();
    case ComponentType.MentionableSelect:
      return [...people(), ...roles()];
    case ComponentType.ChannelSelect:
      return guildId
        ? channelGroups(state, guildId)
            .flatMap((group) => group.channels)
            .filter((candidate) => !select.channel_types?.length || select.channel_types.includes(candidate.type))
            .map((candidate) => ({ label: `#${candidate.name}`, value: candidate.id }))
        : [];
    default:
      return [];
  }
}

/** One of a list, chosen at once; or several, and then applied. */
export function Selection(props: {
  select: Component;
  options: SelectOption[];
  disabled: boolean;
  choose: (values: string[]) => void;
}): JSX.Element {
  const most = (): number => props.select.max_values ?? 1;
  const least = (): number => props.select.min_values ?? 1;
  const label = (): string => props.select.placeholder || (most() > 1 ? t("app.chooseSeveral", { count: most() }) : t("app.choose"));
  const [chosen, setChosen] = createSignal<string[]>(props.options.filter((option) => option.default).map((option) => option.value));
  const toggle = (value: string, on: boolean): void => {
    setChosen((before) => (on ? [...before, value].slice(-most()) : before.filter((other) => other !== value)));
  };
  return (
    <Show
      when={most() > 1}
      fallback={
        <select
          class="component-select"
          aria-label={label()}
          disabled={props.disabled}
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.choose(value ? [value] : []);
          }}
        >
          <option value="" disabled={least() > 0} selected={chosen().length === 0}>
            {label()}
          </option>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={chosen()[0] === option.value} title={option.description}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      }
    >
      <fieldset class="component-choices" disabled={props.disabled}>
        <legend>{label()}</legend>
        <For each={props.options}>
          {(option) => (
            <label class="check">
              <input
                type="checkbox"
                checked={chosen().includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span>
                {option.label} <small>{option.description}</small>
              </span>
            </label>
          )}
        </For>
        <button type="button" class="button quiet" disabled={chosen().length < least()} onClick={() => props.choose(chosen())}>
          {t("app.apply")}
        </button>
      </fieldset>
    </Show>
  );
}
