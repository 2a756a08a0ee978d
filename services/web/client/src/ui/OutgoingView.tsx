import { For, Match, Show, Switch, type JSX } from "solid-js";
import type { Outgoing } from "../state/state";
import { t } from "../text/text";
import { MessageContent } from "./MessageContent";
import { client } from "./session";

/** A message of this page that the server has not confirmed. */
export function OutgoingView(props: { nonce: string }): JSX.Element {
  const sent = (): Outgoing | undefined => client.state.outgoing.find((outgoing) => outgoing.nonce === props.nonce);
  return (
    <Show when={sent()}>
      {(shown) => (
        <article class="message outgoing continued" classList={{ failed: shown().state === "failed" }}>
          <div class="message-body">
            <MessageContent text={shown().content} guildId={client.state.channels[shown().channelId]?.guild_id} />
            <For each={shown().files}>{(file) => <p class="file-name">{file.name}</p>}</For>
            <Show when={shown().files.length && shown().state === "sending"}>
              <progress max="1" value={shown().progress} aria-label={t("message.sending")} />
              <button type="button" class="button quiet" onClick={() => client.discard(props.nonce)}>
                {t("dialog.cancel")}
              </button>
            </Show>
            <p class="sending" role="status">
              <Switch fallback={t("message.sending")}>
                <Match when={shown().state === "waiting"}>{t("message.waiting")}</Match>
                <Match when={shown().state === "failed"}>{t("message.failed", { reason: shown().error ?? "" })}</Match>
              </Switch>
              <Show when={shown().state !== "sending"}>
                <button type="button" class="button quiet" onClick={() => void client.retry(props.nonce)}>
                  {t("message.retry")}
                </button>
                <button type="button" class="button quiet" onClick={() => client.discard(props.nonce)}>
                  {t("message.discard")}
                </button>
              </Show>
            </p>
          </div>
        </article>
      )}
    </Show>
  );
}
