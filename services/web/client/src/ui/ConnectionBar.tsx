import { Show, type JSX } from "solid-js";
import { t } from "../text/text";
import { client, token } from "./session";

/** Says on every page that what is shown may be of before, and what is written waits. */
export function ConnectionBar(): JSX.Element {
  const shown = (): boolean => token() !== null && client.state.started && client.state.connection !== "connected";
  const waiting = (): number => client.state.outgoing.filter(({ state }) => state === "waiting").length;
  return (
    <Show when={shown()}>
      <div class="offline" role="status">
        <span>{client.state.connection === "connecting" ? t("app.loading") : t("connection.waiting")}</span>
        <Show when={waiting()}>
          <span>{t("connection.queued", { count: waiting() })}</span>
        </Show>
        <Show when={client.state.connection === "waiting"}>
          <button type="button" class="button quiet" onClick={() => client.hurry()}>
            {t("connection.retry")}
          </button>
        </Show>
      </div>
    </Show>
  );
}
