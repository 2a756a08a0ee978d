import { Show, type JSX } from "solid-js";
import { displayName } from "../state/names";
import { t } from "../text/text";
import { Avatar } from "./Avatar";
import { showDialog } from "./dialogs";
import { Icon } from "./Icon";
import { InboxView } from "./InboxView";
import { follow } from "./router";
import { client } from "./session";

/** Who one is. */
export function UserPanel(): JSX.Element {
  return (
    <footer class="user-panel">
      <Show when={client.state.me}>
        {(me) => (
          <div class="row">
            <Avatar user={me()} name={displayName(client.state, me())} />
            <span class="grow who">
              <strong>{displayName(client.state, me())}</strong>
              <small>{me().username}</small>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={t("inbox.title")}
              title={t("inbox.title")}
              onClick={() => showDialog(() => <InboxView />)}
            >
              <Icon name="inbox" />
            </button>
            <a
              class="icon-button"
              href="/settings"
              aria-label={t("settings.title")}
              title={t("settings.title")}
              onClick={(event) => follow(event, "/settings")}
            >
              <Icon name="settings" />
            </a>
          </div>
        )}
      </Show>
    </footer>
  );
}
