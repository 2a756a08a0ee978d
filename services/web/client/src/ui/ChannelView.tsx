import { createEffect, createSignal, on, onCleanup, Show, untrack, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Channel, Message } from "../protocol/types";
import { channelName, isMuted, isThread } from "../state/channels";
import { may, Permission } from "../state/permissions";
import { t } from "../text/text";
import { kindOf } from "./ChannelSidebar";
import { Composer } from "./Composer";
import { confirm, explain } from "./dialogs";
import { groupMenu } from "./groups";
import { Icon } from "./Icon";
import { look } from "./lookedAt";
import { Menu, type MenuItem } from "./Menu";
import { MessageContent } from "./MessageContent";
import { MessageList } from "./MessageList";
import { notify } from "./notices";
import { showPins } from "./pins";
import { prefer, preferences } from "./preferences";
import { channelPath, go, serverPath } from "./router";
import { SearchBox } from "./SearchPane";
import { client } from "./session";
import { TypingLine } from "./TypingLine";

/** One channel: what it is, its messages, who is writing, and where one writes. */
export function ChannelView(props: { channelId: Id; messageId: Id | null; openDrawer: () => void }): JSX.Element {
  const channel = (): Channel | undefined => client.state.channels[props.channelId];
  const [replyTo, setReplyTo] = createSignal<Message | null>(null);
  const [editing, setEditing] = createSignal<Id | null>(null);
  const name = (): string => (channel() ? channelName(client.state, channel()!) : "");
  // Also after a new session, in which what was loaded may have changed.
  createEffect(() => {
    const window = client.state.messages[props.channelId];
    if (client.state.connection !== "connected" || (window && !window.stale)) return;
    const wanted = untrack(() => props.messageId);
    (wanted ? client.jump(props.channelId, wanted) : client.open(props.channelId)).catch(() => {});
  });
  createEffect(
    on(
      () => props.messageId,
      (wanted) => wanted && client.jump(props.channelId, wanted).catch(() => {}),
      { defer: true },
    ),
  );
  look(props.channelId);
  const readOnReturn = (): void => {
    if (!document.hidden) client.reading.read(props.channelId);
  };
  document.addEventListener("visibilitychange", readOnReturn);
  const left = props.channelId;
  onCleanup(() => {
    document.removeEventListener("visibilitychange", readOnReturn);
    client.reading.goOn(left);
  });
  return (
    <Show when={channel()}>
      {(shown) => (
        <main class="channel-view" data-region>
          <header class="channel-head">
            <button type="button" class="icon-button only-narrow" aria-label={t("channel.list")} onClick={props.openDrawer}>
              <Icon name="menu" />
            </button>
            <Icon name={kindOf(shown()).icon} />
            <h1>{name()}</h1>
            <Show when={shown().topic}>
              {(topic) => (
                <p class="topic" title={topic()}>
                  <MessageContent text={topic()} guildId={shown().guild_id} />
                </p>
              )}
            </Show>
            <span class="grow" />
            <SearchBox place={{ guildId: shown().guild_id ?? null, channelId: shown().id }} />
            <button type="button" class="icon-button" aria-label={t("channel.pins")} title={t("channel.pins")} onClick={() => showPins(shown())}>
              <Icon name="pin" />
            </button>
            <Show when={shown().guild_id}>
              <button
                type="button"
                class="icon-button"
                aria-label={t(preferences().members ? "members.hide" : "members.show")}
                aria-pressed={preferences().members}
                onClick={() => prefer({ members: !preferences().members })}
              >
                <Icon name="members" />
              </button>
            </Show>
            <Menu label={t("channel.menu")} icon="settings" items={() => channelMenu(shown())} />
          </header>
          <MessageList channel={shown()} messageId={props.messageId} editing={editing()} edit={setEditing} reply={setReplyTo} />
          <TypingLine channel={shown()} />
          <Composer
            channel={shown()}
            name={name()}
            replyTo={replyTo()}
            endReply={() => setReplyTo(null)}
            editLast={() => {
              const window = client.state.messages[props.channelId];
              const last = window?.ids.findLast((id) => window.items[id]?.author.id === client.state.me?.id);
              if (last) setEditing(last);
            }}
          />
        </main>
      )}
    </Show>
  );
}

function channelMenu(channel: Channel): MenuItem[] {
  const name = channel.name ?? "";
  const leave = async (): Promise<void> => {
    await client.places.deleteChannel(channel.id);
    go(channelPath(channel.guild_id));
  };
  const muted = isMuted(client.state, channel);
  const mute: MenuItem = {
    text: t(muted ? "channel.unmute" : "channel.mute"),
    icon: "bell",
    act: () => void client.places.mute(channel.guild_id, channel.id, !muted).catch((failure: unknown) => notify(explain(failure))),
  };
  if (!channel.guild_id) return [mute, ...groupMenu(channel)];
  if (isThread(channel) || !may(client.state, channel, Permission.ManageChannels)) return [mute];
  return [
    mute,
    {
      text: t("channel.edit"),
      icon: "edit",
      act: () => go(serverPath(channel.guild_id!, "channels", channel.id)),
    },
    {
      text: t("channel.delete"),
      icon: "trash",
      danger: true,
      act: () => confirm(t("channel.delete"), t("channel.deleteQuestion", { name }), t("channel.delete"), leave),
    },
  ];
}
