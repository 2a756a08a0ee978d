import { For, Show, type JSX } from "solid-js";
import type { Webhook } from "../../protocol/administration";
import type { Id } from "../../protocol/snowflake";
import { ChannelType, type Channel } from "../../protocol/types";
import { channelGroups } from "../../state/channels";
import { t } from "../../text/text";
import { confirm, Field, Form, FormDialog, showDialog } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { copy, Entries, listed } from "./parts";
import type { TabProps } from "./ServerSettings";

const TAKE_WEBHOOKS = new Set<ChannelType>([ChannelType.Text, ChannelType.Announcement, ChannelType.Forum, ChannelType.Media, ChannelType.Voice, ChannelType.Stage]);

/** Addresses at which programs outside leave messages. */
export function WebhooksTab(props: TabProps): JSX.Element {
  const webhooks = listed<Webhook>(() => client.administration.webhooks(props.guildId));
  const channels = (): Channel[] =>
    channelGroups(client.state, props.guildId)
      .flatMap((group) => group.channels)
      .filter(({ type }) => TAKE_WEBHOOKS.has(type));
  const create = (): void =>
    showDialog(() => (
      <FormDialog
        title={t("webhooks.create")}
        action={t("dialog.create")}
        submit={async (form) => {
          const made = await client.administration.createWebhook(String(form.get("channel_id")), String(form.get("name")));
          webhooks.change((before) => [...before, made]);
        }}
      >
        <Field label={t("webhooks.name")} name="name" required maxlength="80" autofocus />
        <ChannelChoice channels={channels()} chosen={undefined} />
      </FormDialog>
    ));
  const save = async (webhook: Webhook, form: FormData): Promise<void> => {
    const change = { name: String(form.get("name")), channel_id: String(form.get("channel_id")) };
    const edited = await client.administration.editWebhook(webhook.id, change);
    webhooks.change((before) => before.map((other) => (other.id === webhook.id ? { ...other, ...edited } : other)));
    notify(t("settings.saved"));
  };
  const remove = (webhook: Webhook): void =>
    confirm(t("webhooks.delete"), t("webhooks.deleteQuestion", { name: webhook.name ?? "" }), t("webhooks.delete"), () =>
      client.administration
        .deleteWebhook(webhook.id)
        .then(() => webhooks.change((before) => before.filter(({ id }) => id !== webhook.id))),
    );
  const address = (webhook: Webhook): string => `${location.origin}/api/webhooks/${webhook.id}/${webhook.token}`;
  return (
    <>
      <button type="button" class="button" onClick={create}>
        {t("webhooks.create")}
      </button>
      <Entries of={webhooks} empty={t("webhooks.none")} label={t("server.webhooks")}>
        {(webhook) => (
          <div class="grow">
            <Form action={t("dialog.save")} submit={(form) => save(webhook, form)}>
              <Field label={t("webhooks.name")} name="name" required maxlength="80" value={webhook.name ?? ""} />
              <ChannelChoice channels={channels()} chosen={webhook.channel_id} />
            </Form>
            <div class="row">
              <Show when={webhook.token}>
                <button type="button" class="button quiet" onClick={() => copy(address(webhook))}>
                  {t("webhooks.copy")}
                </button>
              </Show>
              <button type="button" class="button danger" onClick={() => remove(webhook)}>
                {t("webhooks.delete")}
              </button>
            </div>
          </div>
        )}
      </Entries>
    </>
  );
}

function ChannelChoice(props: { channels: Channel[]; chosen: Id | undefined }): JSX.Element {
  return (
    <label class="field">
      <span>{t("webhooks.channel")}</span>
      <select name="channel_id" required>
        <For each={props.channels}>
          {(channel) => (
            <option value={channel.id} selected={channel.id === props.chosen}>
              #{channel.name}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
