import { createEffect, createSignal, For, on, onCleanup, Show, type JSX } from "solid-js";
import type { Channel, Message } from "../protocol/types";
import { named } from "../state/emoji";
import { displayName } from "../state/names";
import { may, Permission } from "../state/permissions";
import { t } from "../text/text";
import { runnables, type Runnable } from "../protocol/components";
import { complete, completeCommand, type Completion } from "./complete";
import { explain } from "./dialogs";
import { loadEmoji, standardEmoji } from "./emojiData";
import { pickEmoji } from "./EmojiPicker";
import { runCommand } from "./FormOfApp";
import { Icon } from "./Icon";
import { notify } from "./notices";
import { askDialog } from "./PollView";
import { client } from "./session";

const LONGEST = 2000;
const MOST_FILES = 10;

/** What was written and not sent, by whom and in which channel. */
const drafts = new Map<string, string>();

export function Composer(props: {
  channel: Channel;
  name: string;
  replyTo: Message | null;
  endReply: () => void;
  editLast: () => void;
}): JSX.Element {
  const draft = `${client.state.me?.id}/${props.channel.id}`;
  let area!: HTMLTextAreaElement;
  let picker!: HTMLInputElement;
  const [text, setText] = createSignal(drafts.get(draft) ?? "");
  const [files, setFiles] = createSignal<File[]>([]);
  const [over, setOver] = createSignal(false);
  const [offers, setOffers] = createSignal<{ all: Completion[]; chosen: number } | null>(null);
  const allowed = (): boolean =>
    may(client.state, props.channel, props.channel.type >= 10 && props.channel.type <= 12 ? Permission.SendInThreads : Permission.SendMessages);
  const mayAttach = (): boolean => may(client.state, props.channel, Permission.AttachFiles);

  const write = (value: string): void => {
    setText(value);
    if (value) drafts.set(draft, value);
    else drafts.delete(draft);
    loadCommands(value);
    setOffers(offersFor(value));
    grow();
  };
  const [commands, setCommands] = createSignal<Runnable[] | null>(null);
  /** Asked for when the first slash is written; the list may have changed since the last time. */
  const loadCommands = (value: string): void => {
    if (value.includes(":")) loadEmoji();
    if (value !== "/" && (commands() || !value.startsWith("/"))) return;
    client.interactions.commands(props.channel.id).then(
      (index) => {
        setCommands(runnables(index));
        setOffers(offersFor(area.value));
      },
      () => setCommands([]),
    );
  };
  const run = (runnable: Runnable): void => {
    area.value = "";
    write("");
    runCommand(runnable, props.channel);
  };
  const offersFor = (value: string): { all: Completion[]; chosen: number } | null => {
    const before = value.slice(0, area.selectionStart);
    const all = before.startsWith("/") ? completeCommand(commands() ?? [], before, run) : complete(client.state, props.channel, before, standardEmoji());
    return all.length ? { all, chosen: 0 } : null;
  };
  const grow = (): void => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  };
  const insert = (from: number, to: number, inserted: string): void => {
    const value = text().slice(0, from) + inserted + text().slice(to);
    area.value = value;
    area.setSelectionRange(from + inserted.length, from + inserted.length);
    write(value);
    area.focus();
  };
  const take = (completion: Completion): void => {
    setOffers(null);
    if (completion.run) return completion.run();
    insert(completion.from, area.selectionStart, completion.insert);
  };
  const send = (): void => {
    const content = named(standardEmoji(), text().trim());
    if ((!content && !files().length) || content.length > LONGEST) return;
    void client.send(props.channel.id, content, files(), props.replyTo);
    setFiles([]);
    props.endReply();
    area.value = "";
    write("");
  };
  const attach = (added: Iterable<File> | null | undefined): void => {
    if (added && mayAttach()) setFiles((before) => [...before, ...added].slice(0, MOST_FILES));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const shown = offers();
    if (shown && offerKey(event, shown)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && !text()) {
      event.preventDefault();
      props.editLast();
    } else if (event.key === "Escape" && props.replyTo) {
      event.preventDefault();
      props.endReply();
    }
  };
  const offerKey = (event: KeyboardEvent, shown: { all: Completion[]; chosen: number }): boolean => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) setOffers({ ...shown, chosen: (shown.chosen + step + shown.all.length) % shown.all.length });
    else if (event.key === "Enter" || event.key === "Tab") take(shown.all[shown.chosen]!);
    else if (event.key === "Escape") setOffers(null);
    else return false;
    return true;
  };
  createEffect(on(() => props.replyTo, (message) => message && area?.focus()));
  const global = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "u") {
      event.preventDefault();
      picker?.click();
    }
  };
  window.addEventListener("keydown", global);
  onCleanup(() => window.removeEventListener("keydown", global));

  return (
    <Show when={allowed()} fallback={<p class="composer refused">{t("message.notAllowed")}</p>}>
      <form
        class="composer"
        classList={{ over: over() }}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(mayAttach());
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          attach(event.dataTransfer?.files);
        }}
      >
        <Show when={props.replyTo}>
          {(message) => (
            <p class="replying row">
              <span class="grow">{t("message.replyingTo", { name: displayName(client.state, message().author, props.channel.guild_id) })}</span>
              <button type="button" class="icon-button" aria-label={t("dialog.cancel")} onClick={props.endReply}>
                <Icon name="close" />
              </button>
            </p>
          )}
        </Show>
        <Show when={files().length}>
          <ul class="attached">
            <For each={files()}>
              {(file) => (
                <li>
                  <span>{file.name}</span>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t("message.remove", { name: file.name })}
                    onClick={() => setFiles((before) => before.filter((other) => other !== file))}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={offers()}>
          {(shown) => (
            <ul class="choices offers" role="listbox" id="offers">
              <For each={shown().all}>
                {(offer, index) => (
                  <li
                    id={`offer-${index()}`}
                    role="option"
                    aria-selected={index() === shown().chosen}
                    onMouseDown={(event) => {
                      event.preventDefault();
                      take(offer);
                    }}
                  >
                    <span>{offer.label}</span>
                    <small>{offer.detail}</small>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
        <div class="composer-line">
          <Show when={mayAttach()}>
            <button type="button" class="icon-button" aria-label={t("message.attach")} title={t("message.attach")} onClick={() => picker.click()}>
              <Icon name="attach" />
            </button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                attach(event.currentTarget.files);
                event.currentTarget.value = "";
              }}
            />
          </Show>
          <Show when={may(client.state, props.channel, Permission.SendPolls)}>
            <button type="button" class="icon-button" aria-label={t("poll.create")} title={t("poll.create")} onClick={() => askDialog(props.channel)}>
              <Icon name="poll" />
            </button>
          </Show>
          <textarea
            ref={area}
            rows="1"
            dir="auto"
            value={text()}
            aria-label={t("message.placeholder", { name: props.name })}
            placeholder={t("message.placeholder", { name: props.name })}
            aria-autocomplete="list"
            aria-controls={offers() ? "offers" : undefined}
            aria-activedescendant={offers() ? `offer-${offers()!.chosen}` : undefined}
            onInput={(event) => {
              write(event.currentTarget.value);
              if (event.currentTarget.value) client.typing(props.channel.id);
            }}
            onKeyDown={keys}
            onPaste={(event) => attach(event.clipboardData?.files)}
            onBlur={() => setOffers(null)}
          />
          <Show when={text().length > LONGEST - 200}>
            <small classList={{ "too-long": text().trim().length > LONGEST }}>{LONGEST - text().trim().length}</small>
          </Show>
          <button
            type="button"
            class="icon-button"
            data-emoji
            aria-label={t("message.react")}
            onClick={() =>
              pickEmoji(
                props.channel.guild_id,
                (emoji) =>
                  insert(area.selectionStart, area.selectionEnd, emoji.id ? `<${emoji.animated ? "a" : ""}:${emoji.name}:${emoji.id}>` : (emoji.name ?? "")),
                (sticker) => client.writing.sticker(props.channel.id, sticker.id).catch((failure: unknown) => notify(explain(failure))),
              )
            }
          >
            <Icon name="smile" />
          </button>
          <button type="submit" class="icon-button" aria-label={t("message.send")} title={t("message.send")}>
            <Icon name="send" />
          </button>
        </div>
        <Show when={over()}>
          <p class="drop-hint">{t("message.dropFiles")}</p>
        </Show>
      </form>
    </Show>
  );
}
