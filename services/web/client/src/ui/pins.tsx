/** What is pinned in a channel. */
import { createSignal, For, Show } from "solid-js";
import type { Channel, Message } from "../protocol/types";
import { displayName } from "../state/names";
import { t, when } from "../text/text";
import { closeDialog, Dialog, showDialog } from "./dialogs";
import { MessageContent } from "./MessageContent";
import { channelPath, follow } from "./router";
import { client } from "./session";

export function showPins(channel: Channel): void {
  const [pins, setPins] = createSignal<Message[] | null>(null);
  client.pins(channel.id).then(setPins, () => setPins([]));
  const visit = (event: MouseEvent, message: Message): void => {
    follow(event, channelPath(channel.guild_id, channel.id, message.id));
    if (event.defaultPrevented) closeDialog();
  };
  showDialog(() => (
    <Dialog title={t("channel.pins")}>
      <Show when={pins()} fallback={<p role="status">{t("app.loading")}</p>}>
        {(shown) => (
          <Show when={shown().length} fallback={<p>{t("channel.noPins")}</p>}>
            <ul class="pins">
              <For each={shown()}>
                {(message) => (
                  <li>
                    <a href={channelPath(channel.guild_id, channel.id, message.id)} onClick={(event) => visit(event, message)}>
                      <strong>{displayName(client.state, message.author, channel.guild_id)}</strong> {when(Date.parse(message.timestamp))}
                    </a>
                    <MessageContent text={message.content} guildId={channel.guild_id} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </Dialog>
  ));
}
