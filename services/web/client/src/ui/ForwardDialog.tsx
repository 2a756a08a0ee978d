import { createSignal, For, Show, type JSX } from "solid-js";
import type { Channel, Message } from "../protocol/types";
import { channelGroups, channelName, directChannels } from "../state/channels";
import { guildsInOrder } from "../state/guildFolders";
import { may, Permission } from "../state/permissions";
import { t } from "../text/text";
import { AttachmentView } from "./AttachmentView";
import { closeDialog, Dialog, explain, showDialog } from "./dialogs";
import { EmbedView } from "./EmbedView";
import { Icon } from "./Icon";
import { MessageContent } from "./MessageContent";
import { notify } from "./notices";
import { client } from "./session";

const MOST = 20;

export function forwardDialog(message: Message): void {
  showDialog(() => <ForwardDialog message={message} />);
}

/** Chooses where a copy of a message goes. */
function ForwardDialog(props: { message: Message }): JSX.Element {
  const [wanted, setWanted] = createSignal("");
  const all: { channel: Channel; name: string; place: string }[] = [
    ...directChannels(client.state).map((channel) => ({ channel, name: channelName(client.state, channel), place: t("guild.direct") })),
    ...guildsInOrder(client.state).flatMap((guildId) =>
      channelGroups(client.state, guildId)
        .flatMap((group) => group.channels)
        .filter((channel) => may(client.state, channel, Permission.SendMessages))
        .map((channel) => ({ channel, name: channel.name ?? "", place: client.state.guilds[guildId]?.name ?? "" })),
    ),
  ];
  const found = (): typeof all => all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted().trim().toLocaleLowerCase())).slice(0, MOST);
  const send = (channel: Channel, name: string): void => {
    client.writing.forward(props.message, channel.id).then(
      () => {
        closeDialog();
        notify(t("message.forwarded", { name }));
      },
      (failure: unknown) => notify(explain(failure)),
    );
  };
  return (
    <Dialog title={t("message.forward")}>
      <label class="field">
        <span>{t("switcher.hint")}</span>
        <input type="search" value={wanted()} autofocus onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <ul class="choices">
        <For each={found()} fallback={<li>{t("switcher.nothing")}</li>}>
          {({ channel, name, place }) => (
            <li>
              <button type="button" class="button quiet" onClick={() => send(channel, name)}>
                {name} <small>{place}</small>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}

/** The copies that a message carries. */
export function Snapshots(props: { message: Message }): JSX.Element {
  return (
    <For each={props.message.message_snapshots}>
      {({ message }) => (
        <blockquote class="snapshot">
          <p class="hint">
            <Icon name="forward" />
            {t("message.isForward")}
          </p>
          <MessageContent text={message.content ?? ""} />
          <For each={message.attachments}>{(attachment) => <AttachmentView attachment={attachment} />}</For>
          <For each={message.embeds}>{(embed) => <EmbedView embed={embed} />}</For>
          <Show when={message.sticker_items?.length}>
            <p>{message.sticker_items!.map(({ name }) => name).join(", ")}</p>
          </Show>
        </blockquote>
      )}
    </For>
  );
}
