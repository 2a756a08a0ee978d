import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from "solid-js";
import { Virtualizer, type VirtualizerHandle } from "virtua/solid";
import { insertionPoint, newer, type Id } from "../protocol/snowflake";
import type { Channel, Message } from "../protocol/types";
import { channelName } from "../state/channels";
import { continues } from "../state/messages";
import type { MessageWindow } from "../state/state";
import { day, t } from "../text/text";
import { dialogOpen } from "./dialogs";
import { Icon } from "./Icon";
import { MessageView } from "./MessageView";
import { OutgoingView } from "./OutgoingView";
import { channelPath, go } from "./router";
import { client } from "./session";

const NEAR = 600;
const AT_END = 60;
const START = "start";
const SENT = "sent:";

/**
 * A channel's messages, of which only what is near the screen exists as elements. It stays at the newest message as long as one is
 * there, and otherwise where one reads. One message has the focus (roving), and arrows move it.
 */
export function MessageList(props: {
  channel: Channel;
  messageId: Id | null;
  editing: Id | null;
  edit: (id: Id | null) => void;
  reply: (message: Message) => void;
}): JSX.Element {
  let handle: VirtualizerHandle | undefined;
  let scroller!: HTMLDivElement;
  const [atEnd, setAtEnd] = createSignal(true);
  const [focused, setFocused] = createSignal<Id | null>(null);
  const window = (): MessageWindow | undefined => client.state.messages[props.channel.id];
  // Where one had read to when the channel was opened: the line stays there while one reads on.
  const [unreadFrom, setUnreadFrom] = createSignal(client.state.readStates[props.channel.id]?.lastMessageId ?? null);
  createEffect(() => {
    if (client.state.leftUnread === props.channel.id) setUnreadFrom(client.state.readStates[props.channel.id]?.lastMessageId ?? null);
  });
  const rows = createMemo<string[]>(() => {
    const shown = window();
    const sent = client.state.outgoing.filter((outgoing) => outgoing.channelId === props.channel.id).map((outgoing) => SENT + outgoing.nonce);
    return [...(shown?.atStart ? [START] : []), ...(shown?.ids ?? []), ...(shown?.atEnd ? sent : [])];
  });
  const grew = createMemo<{ rows: string[]; above: boolean }>(
    (before) => {
      const next = rows();
      const first = before.rows.find((row) => row !== START);
      return { rows: next, above: first !== undefined && next.indexOf(first) > before.rows.indexOf(first) };
    },
    { rows: [], above: false },
  );
  const toEnd = (): void => handle?.scrollToIndex(rows().length - 1, { align: "end" });
  /** The message that is asked for and not there yet: it may come with what is being loaded. */
  let sought: Id | null = props.messageId;
  const find = (): boolean => {
    const id = sought;
    if (!id || !rows().includes(id)) return false;
    sought = null;
    queueMicrotask(() => show(id));
    return true;
  };
  createEffect(
    on(rows, (next) => {
      if (!next.length || find()) return;
      if (sought && (window()?.loading || window()?.stale)) return;
      sought = null;
      if (atEnd() && window()?.atEnd) queueMicrotask(toEnd);
    }),
  );
  createEffect(
    on(
      () => props.messageId,
      (id) => {
        sought = id;
        find();
      },
      { defer: true },
    ),
  );
  createEffect(() => {
    if (atEnd() && window()?.atEnd && props.channel.last_message_id && !document.hidden) client.reading.read(props.channel.id);
  });
  const show = (id: Id): void => {
    const index = rows().indexOf(id);
    if (index < 0) return;
    setAtEnd(false);
    handle?.scrollToIndex(index, { align: "center" });
    setFocused(id);
  };
  let lastOffset = 0;
  const scrolled = (offset: number): void => {
    if (!handle) return;
    const below = handle.scrollSize - offset - handle.viewportSize;
    // Only who scrolls up leaves the end: a message or the place for them that changes its size does not.
    if (below < AT_END) setAtEnd(true);
    else if (offset < lastOffset) setAtEnd(false);
    lastOffset = offset;
    if (offset < NEAR) void client.load(props.channel.id, "older").catch(() => {});
    if (below < NEAR) void client.load(props.channel.id, "newer").catch(() => {});
  };
  const resized = (): void => {
    if (atEnd() && window()?.atEnd) toEnd();
  };
  const jumpToLatest = (): void => {
    setAtEnd(true);
    if (window()?.atEnd) toEnd();
    else void client.load(props.channel.id, "latest").then(toEnd, () => {});
  };
  const move = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!step || event.altKey || event.ctrlKey || event.target instanceof HTMLTextAreaElement) return;
    const ids = window()?.ids ?? [];
    const at = focused() ? ids.indexOf(focused()!) : ids.length;
    const next = ids[Math.max(0, Math.min(ids.length - 1, at + step))];
    if (!next) return;
    event.preventDefault();
    setFocused(next);
    handle?.scrollToIndex(rows().indexOf(next), { align: "nearest" });
    requestAnimationFrame(() => scroller.querySelector<HTMLElement>(`[data-message="${next}"]`)?.focus());
  };
  const before = (id: Id): Message | undefined => {
    const shown = window();
    const at = shown ? insertionPoint(shown.ids, id) : -1;
    return at > 0 ? shown!.items[shown!.ids[at - 1]!] : undefined;
  };
  const beginsUnread = (row: Id, previous: Message | undefined): boolean => {
    const from = unreadFrom();
    return from !== null && newer(row, from) && previous !== undefined && !newer(previous.id, from);
  };
  /** The oldest one that was unread; loaded when it is further above than what is there. */
  const toOldestUnread = (event: KeyboardEvent): void => {
    const from = unreadFrom();
    if (event.key !== "PageUp" || !event.shiftKey || event.ctrlKey || event.altKey || dialogOpen() || from === null) return;
    event.preventDefault();
    const ids = window()?.ids ?? [];
    const oldest = ids.find((id) => newer(id, from));
    if (oldest && (oldest !== ids[0] || window()?.atStart)) show(oldest);
    else if (oldest) go(channelPath(props.channel.guild_id, props.channel.id, from));
  };
  document.addEventListener("keydown", toOldestUnread);
  onCleanup(() => document.removeEventListener("keydown", toOldestUnread));
  const tabStop = (): Id | null => (focused() && window()?.items[focused()!] ? focused() : (window()?.ids.at(-1) ?? null));
  return (
    <div class="message-area">
      <div
        ref={scroller}
        class="messages"
        role="log"
        aria-live={atEnd() ? "polite" : "off"}
        aria-label={t("message.list", { name: channelName(client.state, props.channel) })}
        onKeyDown={move}
      >
        <div class="messages-push" />
        <Virtualizer ref={(made) => (handle = made)} scrollRef={scroller} data={rows()} shift={grew().above} onScroll={scrolled} onResize={resized} itemSize={56}>
          {(row) => (
            <Show when={row !== START} fallback={<Beginning channel={props.channel} />}>
              <Show when={!row.startsWith(SENT)} fallback={<OutgoingView nonce={row.slice(SENT.length)} />}>
                <Show when={window()?.items[row]}>
                  {(message) => {
                    const previous = createMemo(() => before(row));
                    const newDay = (): boolean => !previous() || dayOf(previous()!) !== dayOf(message());
                    const firstUnread = (): boolean =>
                      beginsUnread(row, previous()) && message().author.id !== client.state.me?.id;
                    return (
                      <>
                        <Show when={newDay()}>
                          <div class="divider" role="separator">
                            {day(Date.parse(message().timestamp))}
                          </div>
                        </Show>
                        <Show when={firstUnread()}>
                          <div class="divider new" role="separator">
                            {t("message.new")}
                          </div>
                        </Show>
                        <MessageView
                          message={message()}
                          channel={props.channel}
                          continued={!newDay() && !firstUnread() && continues(message(), previous())}
                          tabStop={tabStop() === row}
                          highlighted={props.messageId === row}
                          editing={props.editing === row}
                          edit={props.edit}
                          reply={props.reply}
                          focus={() => setFocused(row)}
                        />
                      </>
                    );
                  }}
                </Show>
              </Show>
            </Show>
          )}
        </Virtualizer>
      </div>
      <Show when={window()?.failed}>
        <p class="load-failed" role="alert">
          {t("message.loadFailed")}{" "}
          <button type="button" class="button quiet" onClick={() => void client.load(props.channel.id, "latest").catch(() => {})}>
            {t("message.retry")}
          </button>
        </p>
      </Show>
      <Show when={!atEnd() || window()?.atEnd === false}>
        <button type="button" class="to-latest" onClick={jumpToLatest}>
          <Icon name="down" />
          {t("message.latest")}
        </button>
      </Show>
    </div>
  );
}

function dayOf(message: Message): string {
  return new Date(message.timestamp).toDateString();
}

function Beginning(props: { channel: Channel }): JSX.Element {
  const name = (): string => channelName(client.state, props.channel);
  return (
    <div class="beginning">
      <h2>{name()}</h2>
      <p>{t(props.channel.guild_id ? "channel.start" : "channel.directStart", { name: name() })}</p>
    </div>
  );
}
