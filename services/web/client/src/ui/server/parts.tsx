/** What the pages of a server's settings share. */
import { createResource, createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import type { User } from "../../protocol/types";
import { displayName } from "../../state/names";
import { t } from "../../text/text";
import { Avatar } from "../Avatar";
import { explain } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";

/** Tells of a failure, and of nothing else. */
export function tell(done: Promise<unknown>): void {
  done.catch((failure: unknown) => notify(explain(failure)));
}

/** Puts a text into the clipboard, and says so. */
export function copy(text: string): void {
  const write = async (): Promise<void> => navigator.clipboard.writeText(text);
  tell(write().then(() => notify(t("invite.copied"))));
}

/** A list that is asked for and then changed here, since no event tells of it. */
export interface Listed<T> {
  items: () => T[];
  loading: () => boolean;
  failed: () => string | null;
  reload: () => void;
  change: (to: (before: T[]) => T[]) => void;
}

export function listed<T>(ask: () => Promise<T[]>): Listed<T> {
  const [version, setVersion] = createSignal(0);
  const [page, { mutate }] = createResource(version, () => ask());
  return {
    items: () => (page.error ? [] : (page() ?? [])),
    loading: () => page.loading,
    failed: () => (page.error ? explain(page.error) : null),
    reload: () => setVersion((count) => count + 1),
    change: (to) => void mutate((before) => to(before ?? [])),
  };
}

/** The entries of a list, or what to say instead: that it is under way, that it failed, that there is nothing. */
export function Entries<T>(props: { of: Listed<T>; empty: string; label: string; children: (item: T) => JSX.Element }): JSX.Element {
  return (
    <Show
      when={props.of.items().length}
      fallback={
        <p class="hint" role="status">
          {props.of.loading() ? t("app.loading") : (props.of.failed() ?? props.empty)}
        </p>
      }
    >
      <ul class="entries" aria-label={props.label}>
        <For each={props.of.items()}>{(item) => <li class="entry">{props.children(item)}</li>}</For>
      </ul>
    </Show>
  );
}

export function Person(props: { user: User; guildId?: Id; note?: string | undefined }): JSX.Element {
  const name = (): string => displayName(client.state, props.user, props.guildId);
  return (
    <>
      <Avatar user={props.user} name={name()} />
      <span class="grow who">
        <strong>{name()}</strong>
        <small>{props.note ?? props.user.username}</small>
      </span>
    </>
  );
}

/** A picture as a data URL, as the API takes pictures. */
export function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
