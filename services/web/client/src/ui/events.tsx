/** A server's events, for whoever belongs to it. */
import { createResource, createSignal, Show, type JSX } from "solid-js";
import "../style/server.css";
import { EventPlace, EventStatus, type ScheduledEvent } from "../protocol/community";
import type { Id } from "../protocol/snowflake";
import { t, when } from "../text/text";
import { Dialog, showDialog } from "./dialogs";
import { Entries, listed, tell } from "./server/parts";
import { client } from "./session";

export function showEvents(guildId: Id): void {
  showDialog(() => {
    const events = listed<ScheduledEvent>(() => client.community.events(guildId));
    return (
      <Dialog title={t("server.events")} wide>
        <Entries of={events} empty={t("events.none")} label={t("server.events")}>
          {(event) => (
            <>
              <EventFacts event={event} />
              <Interest event={event} />
            </>
          )}
        </Entries>
      </Dialog>
    );
  });
}

/** What, when and where. */
export function EventFacts(props: { event: ScheduledEvent }): JSX.Element {
  const where = (): string | undefined =>
    props.event.entity_type === EventPlace.External
      ? props.event.entity_metadata?.location
      : client.state.channels[props.event.channel_id ?? ""]?.name ?? undefined;
  const from = (): string =>
    props.event.status === EventStatus.Active ? t("events.now") : when(Date.parse(props.event.scheduled_start_time));
  return (
    <span class="grow who">
      <strong>{props.event.name}</strong>
      <small>
        {[from(), where(), props.event.user_count === undefined ? undefined : t("events.coming", { count: props.event.user_count })]
          .filter(Boolean)
          .join(" · ")}
      </small>
      <Show when={props.event.description}>
        <span>{props.event.description}</span>
      </Show>
    </span>
  );
}

function Interest(props: { event: ScheduledEvent }): JSX.Element {
  const { guild_id: guildId, id } = props.event;
  const [asked] = createResource(() => client.community.wantsToCome(guildId, id, client.state.me!.id));
  const [changed, setChanged] = createSignal<boolean | undefined>(undefined);
  const coming = (): boolean => changed() ?? (asked.error ? false : (asked() ?? false));
  const turn = (): void => {
    const wanted = !coming();
    tell(client.community.wantToCome(guildId, id, wanted).then(() => setChanged(wanted)));
  };
  return (
    <button
      type="button"
      class="button quiet"
      aria-pressed={coming()}
      aria-label={t("events.interestedIn", { name: props.event.name })}
      disabled={asked.loading}
      onClick={turn}
    >
      {t("events.interested")}
    </button>
  );
}
