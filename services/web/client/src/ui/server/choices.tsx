/** Several roles or channels of a server to choose from, as fields of a form. */
import { For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import { ChannelType, type Channel, type Role } from "../../protocol/types";
import { channelGroups } from "../../state/channels";
import { rolesFromTop } from "../../state/roles";
import { client } from "../session";

const WRITABLE = new Set<ChannelType>([ChannelType.Text, ChannelType.Announcement, ChannelType.Forum]);

export function channelsOf(guildId: Id, types: ReadonlySet<ChannelType>): Channel[] {
  return channelGroups(client.state, guildId)
    .flatMap((group) => group.channels)
    .filter(({ type }) => types.has(type));
}

/** Channels in which people write. */
export const writableChannels = (guildId: Id): Channel[] => channelsOf(guildId, WRITABLE);

/** All roles but the one that everybody has. */
export const rolesToGive = (guildId: Id): Role[] => rolesFromTop(client.state, guildId).filter(({ id }) => id !== guildId);

/** Boxes to tick; what is ticked is in the form under `name`. */
export function CheckList(props: { label: string; name: string; items: { id: Id; name?: string | null }[]; chosen: readonly Id[]; mark?: string }): JSX.Element {
  return (
    <Show when={props.items.length}>
      <fieldset class="permissions check-list">
        <legend>{props.label}</legend>
        <For each={props.items}>
          {(item) => (
            <label class="check">
              <input type="checkbox" name={props.name} value={item.id} checked={props.chosen.includes(item.id)} />
              {props.mark}
              {item.name}
            </label>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

/** One of several, or none when `none` has a name. */
export function Choice(props: { label: string; name: string; items: { id: Id; name?: string | null }[]; chosen: Id | null | undefined; none?: string; mark?: string }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select name={props.name}>
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        <For each={props.items}>
          {(item) => (
            <option value={item.id} selected={item.id === props.chosen}>
              {props.mark}
              {item.name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

/** Lines of a text that say something. */
export function lines(text: FormDataEntryValue | null): string[] {
  return String(text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
