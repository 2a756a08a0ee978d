import { Show, type JSX } from "solid-js";
import { displayName } from "../state/names";
import { t } from "../text/text";
import { Avatar, STATUS } from "./Avatar";
import { showDialog } from "./dialogs";
import { Icon } from "./Icon";
import { InboxView } from "./InboxView";
import { moodDialog } from "./mood";
import { follow } from "./router";
import { client } from "./session";

/** Who one is. */
export function UserPanel(): JSX.Element {
  return (
    <footer class="user-panel">
      <Show when={client.state.me}>
        {(me) => (
          <div class="row">
            <button type="button" class="self grow" aria-haspopup="dialog" title={t("mood.title")} onClick={moodDialog}>
              <Avatar user={me()} name={displayName(client.state, me())} />
              <span class="grow who">
                <strong>{displayName(client.state, me())}</strong>
                <small>{client.state.mood.text || me().username}</small>
              </span>
              <span class="mood" data-status={client.state.mood.status} role="img" aria-label={t(STATUS[client.state.mood.status])} />
            </button>
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
