import { createResource, createSignal, For, Show, type JSX } from "solid-js";
import type { Message } from "../protocol/types";
import { channelName } from "../state/channels";
import { displayName } from "../state/names";
import { FILTERS, readQuery, UnknownFilter, type Found, type SearchPlace } from "../state/search";
import { t, when } from "../text/text";
import { explain } from "./dialogs";
import { Icon } from "./Icon";
import { MessageContent } from "./MessageContent";
import { channelPath, follow } from "./router";
import { client } from "./session";

export interface Asked extends SearchPlace {
  text: string;
}

const [asked, setAsked] = createSignal<Asked | null>(null);

/** What is looked for now; null when nothing is. */
export { asked };

export const endSearch = (): void => void setAsked(null);

/** Where one types what to find; the results stand beside the channel. */
export function SearchBox(props: { place: SearchPlace }): JSX.Element {
  let input!: HTMLInputElement;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = input.value.trim();
    setAsked(text ? { ...props.place, text } : null);
  };
  const add = (filter: string): void => {
    input.value = `${input.value.trimEnd()} ${filter}:`.trimStart();
    input.focus();
  };
  return (
    <form role="search" class="search-box" onSubmit={submit}>
      <input
        ref={input}
        type="search"
        data-search
        aria-label={t("search.label")}
        placeholder={t("search.label")}
        value={asked()?.text ?? ""}
        onKeyDown={(event) => event.key === "Escape" && !input.value && endSearch()}
      />
      <div class="search-filters">
        <For each={FILTERS}>
          {(filter) => (
            <button type="button" class="button quiet" onMouseDown={(event) => event.preventDefault()} onClick={() => add(filter)}>
              {filter}:
            </button>
          )}
        </For>
      </div>
    </form>
  );
}

/** Messages that were found, the newest first, a page at a time. */
export function SearchPane(props: { asked: Asked }): JSX.Element {
  const [order, setOrder] = createSignal<"timestamp" | "relevance">("timestamp");
  const [more, setMore] = createSignal<Message[]>([]);
  const ask = (offset: number): Promise<Found> => {
    const { guildId, text } = props.asked;
    return client.search.find(props.asked, readQuery(client.state, guildId, text), order(), offset);
  };
  const [first] = createResource(
    () => ({ ...props.asked, order: order() }),
    async () => {
      setMore([]);
      return ask(0);
    },
  );
  const found = (): Message[] => [...(first.error ? [] : (first()?.messages ?? [])), ...more()];
  const total = (): number => (first.error ? 0 : (first()?.total ?? 0));
  const [failure, setFailure] = createSignal<string | null>(null);
  const next = (): void => {
    setFailure(null);
    ask(found().length).then(
      (page) => setMore((before) => [...before, ...page.messages]),
      (error: unknown) => setFailure(explain(error)),
    );
  };
  const trouble = (): string | null => {
    const error: unknown = first.error;
    if (error instanceof UnknownFilter) return t("search.unknown", { filter: error.filter, value: error.value });
    return error ? explain(error) : failure();
  };
  return (
    <aside class="members search-results" data-region aria-label={t("search.results")}>
      <header class="row">
        <p class="grow" role="status">
          {first.loading ? t("search.looking") : (trouble() ?? t("search.found", { count: total() }))}
        </p>
        <button type="button" class="icon-button" aria-label={t("dialog.close")} onClick={endSearch}>
          <Icon name="close" />
        </button>
      </header>
      <label class="field">
        <span>{t("search.order")}</span>
        <select value={order()} onChange={(event) => setOrder(event.currentTarget.value as "timestamp" | "relevance")}>
          <option value="timestamp">{t("search.newest")}</option>
          <option value="relevance">{t("search.best")}</option>
        </select>
      </label>
      <ul class="found">
        <For each={found()}>{(message) => <Hit message={message} asked={props.asked} />}</For>
      </ul>
      <Show when={found().length < total()}>
        <button type="button" class="button quiet" onClick={next}>
          {t("forum.more")}
        </button>
      </Show>
    </aside>
  );
}

function Hit(props: { message: Message; asked: Asked }): JSX.Element {
  const path = (): string => channelPath(props.asked.guildId, props.message.channel_id, props.message.id);
  const channel = (): string => {
    const known = client.state.channels[props.message.channel_id];
    return known ? channelName(client.state, known) : "";
  };
  return (
    <li class="hit">
      <a href={path()} onClick={(event) => follow(event, path())}>
        <strong>{displayName(client.state, props.message.author, props.asked.guildId ?? undefined)}</strong> {channel()}{" "}
        <time datetime={props.message.timestamp}>{when(Date.parse(props.message.timestamp))}</time>
      </a>
      <MessageContent text={props.message.content} guildId={props.asked.guildId ?? undefined} />
      <Show when={props.message.attachments?.length}>
        <small>{props.message.attachments!.map(({ filename }) => filename).join(", ")}</small>
      </Show>
    </li>
  );
}
