import { createEffect, on, Show, type JSX } from "solid-js";
import { VList, type VListHandle } from "virtua/solid";
import type { Member, MemberListItem } from "../protocol/types";
import { isGroup } from "../state/memberList";
import { customStatus, displayName, nameColour } from "../state/names";
import { t } from "../text/text";
import { Avatar } from "./Avatar";
import { showProfile } from "./ProfileDialog";
import { client } from "./session";

const ROW = 44;
const FIRST_LOOK = 30;

/** Who is in the guild and sees this channel; only what is on the screen is asked for, however many there are. */
export function MemberPane(props: { guildId: string; channelId: string }): JSX.Element {
  let handle: VListHandle | undefined;
  const list = (): (typeof client.state.memberLists)[string] | undefined => client.state.memberLists[props.guildId];
  const look = (): void => {
    const first = Math.floor((handle?.scrollOffset ?? 0) / ROW);
    const shown = Math.ceil((handle?.viewportSize ?? FIRST_LOOK * ROW) / ROW);
    client.look(props.guildId, props.channelId, first, first + shown);
  };
  createEffect(on([() => props.channelId, () => client.state.connection], look));
  const rows = (): readonly number[] => Array.from({ length: list()?.items.length ?? 0 }, (_, index) => index);
  return (
    <aside class="members" data-region aria-label={t("members.list")}>
      <VList ref={(made) => (handle = made)} data={rows()} itemSize={ROW} onScrollEnd={look} class="members-list">
        {(index) => <Row item={list()?.items[index]} guildId={props.guildId} />}
      </VList>
    </aside>
  );
}

function Row(props: { item: MemberListItem | undefined; guildId: string }): JSX.Element {
  const group = (): { id: string; count: number } | undefined => (isGroup(props.item) ? props.item.group : undefined);
  const member = (): Member | undefined => {
    const item = props.item;
    if (!item || isGroup(item)) return undefined;
    return client.state.members[props.guildId]?.[item.member.user.id] ?? item.member;
  };
  const groupName = (id: string): string =>
    id === "online" ? t("members.online") : id === "offline" ? t("members.offline") : (client.state.guilds[props.guildId]?.roles[id]?.name ?? id);
  return (
    <Show when={props.item} fallback={<div class="member-row blank" />}>
      <Show when={group()} fallback={<MemberRow member={member()!} guildId={props.guildId} />}>
        {(shown) => <h2 class="member-group">{t("members.group", { name: groupName(shown().id), count: shown().count })}</h2>}
      </Show>
    </Show>
  );
}

function MemberRow(props: { member: Member; guildId: string }): JSX.Element {
  const name = (): string => displayName(client.state, props.member.user, props.guildId);
  return (
    <button type="button" class="member-row" aria-haspopup="dialog" onClick={() => showProfile(props.member.user, props.guildId)}>
      <Avatar user={props.member.user} name={name()} status />
      <span class="name">
        <span style={{ color: nameColour(client.state, props.member.user.id, props.guildId) }}>{name()}</span>
        <Show when={customStatus(client.state, props.member.user.id)}>{(said) => <small>{said()}</small>}</Show>
      </span>
      <Show when={props.member.user.bot}>
        <span class="tag">{t("message.app")}</span>
      </Show>
    </button>
  );
}
