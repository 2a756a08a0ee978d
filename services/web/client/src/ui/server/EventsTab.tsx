import { createSignal, Show, type JSX } from "solid-js";
import { EventPlace, EventStatus, type ScheduledEvent } from "../../protocol/community";
import type { Id } from "../../protocol/snowflake";
import { ChannelType } from "../../protocol/types";
import { t } from "../../text/text";
import { confirm, Field, FormDialog, showDialog } from "../dialogs";
import { EventFacts } from "../events";
import { client } from "../session";
import { channelsOf, Choice } from "./choices";
import { Entries, listed, tell, type Listed } from "./parts";
import type { TabProps } from "./ServerSettings";

const SPOKEN = new Set<ChannelType>([ChannelType.Voice, ChannelType.Stage]);
const OUTSIDE = "";

/** What is announced, and by whom it is begun and ended. */
export function EventsTab(props: TabProps): JSX.Element {
  const events = listed<ScheduledEvent>(() => client.community.events(props.guildId));
  const changed = (next: ScheduledEvent): void =>
    events.change((before) => {
      const over = next.status === EventStatus.Completed || next.status === EventStatus.Cancelled;
      return over ? before.filter(({ id }) => id !== next.id) : before.map((other) => (other.id === next.id ? { ...other, ...next } : other));
    });
  const set = (event: ScheduledEvent, status: EventStatus): void => tell(client.community.setEventStatus(props.guildId, event.id, status).then(changed));
  const cancel = (event: ScheduledEvent): void =>
    confirm(t("events.cancel"), t("events.cancelQuestion", { name: event.name }), t("events.cancel"), () =>
      client.community.deleteEvent(props.guildId, event.id).then(() => events.change((before) => before.filter(({ id }) => id !== event.id))),
    );
  return (
    <>
      <button type="button" class="button" onClick={() => eventDialog(props.guildId, null, events)}>
        {t("events.create")}
      </button>
      <Entries of={events} empty={t("events.none")} label={t("server.events")}>
        {(event) => (
          <>
            <EventFacts event={event} />
            <Show
              when={event.status === EventStatus.Scheduled}
              fallback={
                <button type="button" class="button quiet" onClick={() => set(event, EventStatus.Completed)}>
                  {t("events.end")}
                </button>
              }
            >
              <button type="button" class="button quiet" onClick={() => set(event, EventStatus.Active)}>
                {t("events.begin")}
              </button>
            </Show>
            <button type="button" class="button quiet" onClick={() => eventDialog(props.guildId, event, events)}>
              {t("message.edit")}
            </button>
            <button type="button" class="button danger" onClick={() => cancel(event)}>
              {t("events.cancel")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}

function eventDialog(guildId: Id, known: ScheduledEvent | null, events: Listed<ScheduledEvent>): void {
  const rooms = channelsOf(guildId, SPOKEN);
  const submit = async (form: FormData): Promise<void> => {
    const body = asked(form);
    if (known) {
      const edited = await client.community.editEvent(guildId, known.id, body);
      events.change((before) => before.map((other) => (other.id === known.id ? { ...other, ...edited } : other)));
    } else {
      const made = await client.community.createEvent(guildId, body);
      events.change((before) => [...before, made]);
    }
  };
  showDialog(() => {
    const [room, setRoom] = createSignal(known?.channel_id ?? OUTSIDE);
    return (
      <FormDialog title={t(known ? "events.edit" : "events.create")} action={t(known ? "dialog.save" : "dialog.create")} submit={submit}>
        <Field label={t("events.name")} name="name" required maxlength="100" autofocus value={known?.name ?? ""} />
        <label class="field">
          <span>{t("events.description")}</span>
          <textarea name="description" rows="3" maxlength="1000" value={known?.description ?? ""} />
        </label>
        <Field label={t("events.from")} name="scheduled_start_time" type="datetime-local" required value={local(known?.scheduled_start_time)} />
        <div onChange={(event) => event.target instanceof HTMLSelectElement && setRoom(event.target.value)}>
          <Choice label={t("events.where")} name="channel_id" none={t("events.outside")} items={rooms} chosen={known?.channel_id} />
        </div>
        <Show when={room() === OUTSIDE}>
          <Field label={t("events.location")} name="location" required maxlength="100" value={known?.entity_metadata?.location ?? ""} />
          <Field label={t("events.until")} name="scheduled_end_time" type="datetime-local" required value={local(known?.scheduled_end_time)} />
        </Show>
      </FormDialog>
    );
  });
}

/** An event as the API takes it. */
function asked(form: FormData): object {
  const channelId = String(form.get("channel_id") ?? OUTSIDE);
  const outside = channelId === OUTSIDE;
  const stage = client.state.channels[channelId]?.type === ChannelType.Stage;
  return {
    name: String(form.get("name")),
    description: String(form.get("description")).trim() || null,
    privacy_level: 2,
    scheduled_start_time: moment(form.get("scheduled_start_time")),
    scheduled_end_time: outside ? moment(form.get("scheduled_end_time")) : null,
    entity_type: outside ? EventPlace.External : stage ? EventPlace.Stage : EventPlace.Voice,
    channel_id: outside ? null : channelId,
    entity_metadata: outside ? { location: String(form.get("location")) } : null,
  };
}

/** From the clock here to the world's. */
function moment(local: FormDataEntryValue | null): string {
  return new Date(String(local)).toISOString();
}

/** As the browser's field for a day and a time has it. */
function local(iso: string | null | undefined): string {
  if (!iso) return "";
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
