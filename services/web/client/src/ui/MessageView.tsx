import { For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { ChannelType, MessageType, type Channel, type Message, type Reaction, type User } from "../protocol/types";
import { displayName, nameColour } from "../state/names";
import { may, Permission } from "../state/permissions";
import { longTime, t, time, when } from "../text/text";
import { AttachmentView } from "./AttachmentView";
import { Avatar } from "./Avatar";
import { ComponentView } from "./ComponentView";
import { confirm, explain, Field, FormDialog, showDialog } from "./dialogs";
import { EmbedView } from "./EmbedView";
import { pickEmoji } from "./EmojiPicker";
import { forwardDialog, Snapshots } from "./ForwardDialog";
import { Icon, type IconName } from "./Icon";
import { MessageContent } from "./MessageContent";
import { MessageEditor } from "./MessageEditor";
import { notify } from "./notices";
import { PollView } from "./PollView";
import { showProfile } from "./ProfileDialog";
import { report } from "./report";
import { channelPath, follow, go } from "./router";
import { CDN, client } from "./session";
import { StickerView } from "./StickerView";

interface Props {
  message: Message;
  channel: Channel;
  /** Shown without its author, below one of the same. */
  continued: boolean;
  tabStop: boolean;
  highlighted: boolean;
  editing: boolean;
  edit: (id: Id | null) => void;
  reply: (message: Message) => void;
  focus: () => void;
}

/** Where threads may begin at a message. */
const THREADED = new Set<ChannelType>([ChannelType.Text, ChannelType.Announcement]);
/** What may be sent on to other places. */
const FORWARDED = new Set<MessageType>([MessageType.Default, MessageType.Reply, MessageType.ChatCommand, MessageType.ContextCommand]);
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

function flagged(message: Message, flag: number): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

/** The command that the message answers; buttons and forms have no name to tell. */
function usedCommand(message: Message): { name: string; user: User } | undefined {
  const used = message.interaction ?? message.interaction_metadata;
  return used?.name ? { name: used.name, user: used.user } : undefined;
}

const PLAIN = new Set<MessageType>([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatCommand,
  MessageType.ContextCommand,
  MessageType.ThreadStarter,
]);

export function MessageView(props: Props): JSX.Element {
  const name = (): string => displayName(client.state, props.message.author, props.channel.guild_id);
  const at = (): number => Date.parse(props.message.timestamp);
  const mentioned = (): boolean =>
    props.message.mention_everyone === true || (props.message.mentions ?? []).some((user) => user.id === client.state.me?.id);
  return (
    <article
      class="message"
      classList={{ continued: props.continued, mentioned: mentioned(), highlighted: props.highlighted }}
      data-message={props.message.id}
      tabindex={props.tabStop ? 0 : -1}
      aria-label={`${name()}, ${when(at())}`}
      onFocus={props.focus}
      onKeyDown={(event) => event.target === event.currentTarget && key(event, props)}
    >
      <Show when={PLAIN.has(props.message.type)} fallback={<Notice message={props.message} name={name()} />}>
        <Show when={usedCommand(props.message)}>
          {(used) => (
            <p class="referenced">
              <span>
                {t("app.used", { name: displayName(client.state, used().user, props.channel.guild_id), command: `/${used().name}` })}
              </span>
            </p>
          )}
        </Show>
        <Show when={props.message.type === MessageType.Reply}>
          <Referenced message={props.message} channel={props.channel} />
        </Show>
        <Show when={!props.continued} fallback={<time class="gutter" datetime={props.message.timestamp}>{time(at())}</time>}>
          <Avatar user={props.message.author} name={name()} />
        </Show>
        <div class="message-body">
          <Show when={!props.continued}>
            <header>
              <button
                type="button"
                class="author"
                tabindex={props.tabStop ? 0 : -1}
                aria-haspopup="dialog"
                disabled={props.message.webhook_id !== undefined && !props.message.application_id}
                style={{ color: nameColour(client.state, props.message.author.id, props.channel.guild_id) }}
                onClick={() => showProfile(props.message.author, props.channel.guild_id)}
              >
                {name()}
              </button>
              <Show when={props.message.author.bot}>
                <span class="tag">{t("message.app")}</span>
              </Show>
              <time datetime={props.message.timestamp} title={longTime(at())}>
                {when(at())}
              </time>
            </header>
          </Show>
          <Show when={!props.editing} fallback={<MessageEditor message={props.message} close={() => props.edit(null)} />}>
            <MessageContent text={props.message.content} guildId={props.channel.guild_id} />
            <Show when={props.message.edited_timestamp}>
              {(edited) => (
                <small class="edited" title={longTime(Date.parse(edited()))}>
                  {t("message.edited")}
                </small>
              )}
            </Show>
          </Show>
          <Snapshots message={props.message} />
          <Show when={props.message.poll}>{(poll) => <PollView message={props.message} poll={poll()} />}</Show>
          <For each={props.message.sticker_items}>{(sticker) => <StickerView sticker={sticker} />}</For>
          <For each={props.message.attachments}>{(attachment) => <AttachmentView attachment={attachment} />}</For>
          <For each={props.message.embeds}>{(embed) => <EmbedView embed={embed} guildId={props.channel.guild_id} />}</For>
          <For each={props.message.components}>{(component) => <ComponentView component={component} message={props.message} />}</For>
          <Show when={props.message.thread}>
            {(thread) => {
              const path = (): string => channelPath(props.channel.guild_id, thread().id);
              return (
                <a class="thread-link" href={path()} onClick={(event) => follow(event, path())}>
                  <Icon name="thread" />
                  {client.state.channels[thread().id]?.name ?? thread().name}
                </a>
              );
            }}
          </Show>
          <Show when={flagged(props.message, LOADING)}>
            <p class="whisper">{t("app.thinking")}</p>
          </Show>
          <Show when={flagged(props.message, EPHEMERAL)}>
            <p class="whisper">{t("app.onlyYou")}</p>
          </Show>
          <Show when={props.message.reactions?.length}>
            <ul class="reactions">
              <For each={props.message.reactions}>{(reaction) => <ReactionView reaction={reaction} message={props.message} />}</For>
            </ul>
          </Show>
        </div>
      </Show>
      <Actions {...props} />
    </article>
  );
}

function Referenced(props: { message: Message; channel: Channel }): JSX.Element {
  return (
    <p class="referenced">
      <Icon name="reply" />
      <Show when={props.message.referenced_message} fallback={<span>{t("message.gone")}</span>}>
        {(original) => {
          const path = (): string => channelPath(props.channel.guild_id, props.channel.id, original().id);
          return (
            <a href={path()} onClick={(event) => follow(event, path())}>
              <strong>{displayName(client.state, original().author, props.channel.guild_id)}</strong> {original().content.slice(0, 200)}
            </a>
          );
        }}
      </Show>
    </p>
  );
}

/** What happened in the channel, told as a message. */
function Notice(props: { message: Message; name: string }): JSX.Element {
  /** Whom it is about, when that is not whoever did it. */
  const other = (): string | undefined => {
    const user = props.message.mentions?.[0];
    return user && user.id !== props.message.author.id ? displayName(client.state, user, props.message.guild_id) : undefined;
  };
  const text = (): string => {
    const { name } = props;
    switch (props.message.type) {
      case MessageType.Join:
        return t("message.joined", { name });
      case MessageType.Pinned:
        return t("message.pinned", { name });
      case MessageType.ThreadCreated:
        return t("message.threadCreated", { name, title: props.message.content });
      case MessageType.RecipientAdd:
        return other() ? t("message.personAdded", { name, other: other()! }) : t("message.recipientAdded", { name });
      case MessageType.PollResult:
        return t("message.pollResult", { name });
      case MessageType.RecipientRemove:
        return other() ? t("message.personRemoved", { name, other: other()! }) : t("message.recipientRemoved", { name });
      case MessageType.ChannelName:
        return props.message.content ? t("message.groupNamed", { name, title: props.message.content }) : t("message.groupUnnamed", { name });
      case MessageType.ChannelIcon:
        return t("message.groupIcon", { name });
      default:
        return t("message.other", { name });
    }
  };
  return (
    <p class="notice">
      {text()} <time datetime={props.message.timestamp}>{when(Date.parse(props.message.timestamp))}</time>
    </p>
  );
}

function ReactionView(props: { reaction: Reaction; message: Message }): JSX.Element {
  const name = (): string => props.reaction.emoji.name ?? "";
  return (
    <li>
      <button
        type="button"
        classList={{ mine: props.reaction.me }}
        aria-pressed={props.reaction.me}
        aria-label={t("message.reaction", { emoji: name(), count: props.reaction.count })}
        onClick={() => tell(client.react(props.message, props.reaction.emoji, !props.reaction.me))}
      >
        <Show when={props.reaction.emoji.id} fallback={<span>{name()}</span>}>
          {(id) => <img class="emoji" src={`${CDN}/emojis/${id()}.webp?size=48`} alt="" />}
        </Show>
        <span>{props.reaction.count}</span>
      </button>
    </li>
  );
}

interface Action {
  key: string;
  icon: IconName;
  text: string;
  act: () => void;
}

function actionsOf(props: Props): Action[] {
  const { message, channel } = props;
  const mine = message.author.id === client.state.me?.id;
  const actions: Action[] = [];
  const allowed = (permission: bigint): boolean => may(client.state, channel, permission);
  if (allowed(Permission.AddReactions | Permission.ReadHistory)) {
    actions.push({ key: "+", icon: "smile", text: t("message.react"), act: () => pickEmoji(channel.guild_id, (emoji) => tell(client.react(message, emoji, true))) });
  }
  if (allowed(Permission.SendMessages)) actions.push({ key: "r", icon: "reply", text: t("message.reply"), act: () => props.reply(message) });
  if (mine && PLAIN.has(message.type)) actions.push({ key: "e", icon: "edit", text: t("message.edit"), act: () => props.edit(message.id) });
  if (THREADED.has(channel.type) && !message.thread && allowed(Permission.CreateThreads)) {
    actions.push({ key: "t", icon: "thread", text: t("thread.create"), act: () => threadDialog(message) });
  }
  if (FORWARDED.has(message.type) && !message.poll) actions.push({ key: "f", icon: "forward", text: t("message.forward"), act: () => forwardDialog(message) });
  actions.push({ key: "Alt Enter", icon: "bell", text: t("message.unread"), act: () => tell(client.reading.leaveUnread(message)) });
  actions.push({ key: "c", icon: "copy", text: t("message.copy"), act: () => void navigator.clipboard.writeText(message.content) });
  if (!channel.guild_id || allowed(Permission.ManageMessages)) {
    actions.push({
      key: "p",
      icon: "pin",
      text: t(message.pinned ? "message.unpin" : "message.pin"),
      act: () => tell(client.pin(message, !message.pinned)),
    });
  }
  if (!mine && !flagged(message, EPHEMERAL)) {
    actions.push({ key: "!", icon: "flag", text: t("report.message"), act: () => report({ subject: "message", channel_id: channel.id, message_id: message.id }) });
  }
  if (mine || (channel.guild_id && allowed(Permission.ManageMessages))) {
    actions.push({
      key: "Backspace",
      icon: "trash",
      text: t("message.delete"),
      act: () => confirm(t("message.delete"), t("message.deleteQuestion"), t("message.delete"), () => client.delete(message)),
    });
  }
  return actions;
}

function threadDialog(message: Message): void {
  const submit = async (form: FormData): Promise<void> => {
    const thread = client.keep(await client.places.createThread(message, String(form.get("name"))));
    go(channelPath(thread.guild_id, thread.id));
  };
  showDialog(() => (
    <FormDialog title={t("thread.create")} action={t("dialog.create")} submit={submit}>
      <Field label={t("thread.name")} name="name" value={message.content.slice(0, 100)} required maxlength="100" autofocus />
    </FormDialog>
  ));
}

function Actions(props: Props): JSX.Element {
  return (
    <div class="actions" role="toolbar" aria-label={t("message.actions")}>
      <For each={actionsOf(props)}>
        {(action) => (
          <button
            type="button"
            class="icon-button"
            tabindex={props.tabStop ? 0 : -1}
            aria-label={action.text}
            title={action.text}
            onClick={() => action.act()}
          >
            <Icon name={action.icon} />
          </button>
        )}
      </For>
    </div>
  );
}

function key(event: KeyboardEvent, props: Props): void {
  if (event.key === "Enter" && event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    return tell(client.reading.leaveUnread(props.message));
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const action = actionsOf(props).find((candidate) => candidate.key === pressed);
  if (!action) return;
  event.preventDefault();
  action.act();
}

function tell(done: Promise<unknown>): void {
  done.catch((failure) => notify(explain(failure)));
}
