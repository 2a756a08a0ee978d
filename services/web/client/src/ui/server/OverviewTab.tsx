import { createSignal, For, Show, type JSX } from "solid-js";
import { ChannelType, type Guild } from "../../protocol/types";
import { channelGroups } from "../../state/channels";
import { t, type Key } from "../../text/text";
import { Field, Form } from "../dialogs";
import { notify } from "../notices";
import { CDN, client } from "../session";
import { asDataUrl, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

const VERIFICATION: Key[] = ["server.verification.none", "server.verification.low", "server.verification.medium", "server.verification.high", "server.verification.highest"];
const FILTER: Key[] = ["server.filter.none", "server.filter.withoutRoles", "server.filter.all"];
const NOTIFICATIONS: Key[] = ["server.notify.all", "server.notify.mentions"];

/** What a server is called and how it greets. */
export function OverviewTab(props: TabProps): JSX.Element {
  const guild = (): Guild => client.state.guilds[props.guildId]!;
  const [icon, setIcon] = createSignal<string | null | undefined>(undefined);
  const shownIcon = (): string | undefined =>
    icon() === undefined ? (guild().icon ? `${CDN}/icons/${guild().id}/${guild().icon}.webp?size=128` : undefined) : (icon() ?? undefined);
  const writable = (): { id: string; name?: string | null }[] =>
    channelGroups(client.state, props.guildId)
      .flatMap((group) => group.channels)
      .filter((channel) => channel.type === ChannelType.Text || channel.type === ChannelType.Announcement);
  const save = async (form: FormData): Promise<void> => {
    const change: Partial<Guild> = {
      name: String(form.get("name")),
      description: String(form.get("description")).trim() || null,
      system_channel_id: String(form.get("system_channel_id")) || null,
      verification_level: Number(form.get("verification_level")),
      explicit_content_filter: Number(form.get("explicit_content_filter")),
      default_message_notifications: Number(form.get("default_message_notifications")),
    };
    const chosen = icon();
    if (chosen !== undefined) change.icon = chosen;
    await client.administration.editGuild(props.guildId, change);
    setIcon(undefined);
    notify(t("settings.saved"));
  };
  return (
    <Form action={t("dialog.save")} submit={save}>
      <div class="row">
        <Show when={shownIcon()} fallback={<span class="server-icon" aria-hidden="true" />}>
          {(url) => <img class="server-icon" src={url()} alt={t("server.icon")} />}
        </Show>
        <label class="button quiet">
          {t("server.icon.choose")}
          <input
            class="spoken"
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) tell(asDataUrl(file).then(setIcon));
            }}
          />
        </label>
        <Show when={shownIcon()}>
          <button type="button" class="button quiet" onClick={() => setIcon(null)}>
            {t("server.icon.remove")}
          </button>
        </Show>
      </div>
      <Field label={t("guild.name")} name="name" required minlength="2" maxlength="100" value={guild().name} />
      <label class="field">
        <span>{t("server.description")}</span>
        <textarea name="description" rows="3" maxlength="300" value={guild().description ?? ""} />
      </label>
      <label class="field">
        <span>{t("server.systemChannel")}</span>
        <select name="system_channel_id">
          <option value="">{t("server.noSystemChannel")}</option>
          <For each={writable()}>
            {(channel) => (
              <option value={channel.id} selected={channel.id === guild().system_channel_id}>
                #{channel.name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Level label={t("server.verification")} name="verification_level" levels={VERIFICATION} value={guild().verification_level} />
      <Level label={t("server.filter")} name="explicit_content_filter" levels={FILTER} value={guild().explicit_content_filter} />
      <Level label={t("server.notify")} name="default_message_notifications" levels={NOTIFICATIONS} value={guild().default_message_notifications} />
    </Form>
  );
}

function Level(props: { label: string; name: string; levels: Key[]; value: number | undefined }): JSX.Element {
  return (
    <label class="field">
      <span>{props.label}</span>
      <select name={props.name}>
        <For each={props.levels}>
          {(level, index) => (
            <option value={index()} selected={index() === (props.value ?? 0)}>
              {t(level)}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
