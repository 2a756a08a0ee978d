import { createEffect, createSignal, For, on, onCleanup, Show, type JSX } from "solid-js";
import type { Announcement } from "../protocol/instance";
import type { Id } from "../protocol/snowflake";
import { t } from "../text/text";
import { Icon } from "./Icon";
import { prefer, preferences } from "./preferences";
import { client, token } from "./session";

/** No event tells of them. */
const EVERY = 600_000;

/** What those who look after the instance tell everybody, until it is over or put away. */
export function AnnouncementBar(): JSX.Element {
  const [all, setAll] = createSignal<Announcement[]>([]);
  const ask = (): void => void client.instance.announcements().then(setAll, () => {});
  createEffect(on(token, (now) => (now === null ? setAll([]) : ask())));
  const timer = setInterval(() => token() !== null && !document.hidden && ask(), EVERY);
  onCleanup(() => clearInterval(timer));
  const shown = (): Announcement[] => all().filter(({ id }) => !preferences().putAway.includes(id));
  // Only what still holds is remembered, so that this does not grow.
  const putAway = (id: Id): void => prefer({ putAway: [...preferences().putAway.filter((known) => all().some((other) => other.id === known)), id] });
  return (
    <Show when={token() !== null && shown().length}>
      <section class="announcements" aria-label={t("announcements.title")}>
        <For each={shown()}>
          {(announcement) => (
            <div class="row">
              <p class="grow" dir="auto">
                {announcement.content}
              </p>
              <button type="button" class="icon-button" aria-label={t("announcements.putAway")} title={t("announcements.putAway")} onClick={() => putAway(announcement.id)}>
                <Icon name="close" />
              </button>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
}
