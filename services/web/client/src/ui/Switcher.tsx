import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { channelGroups, channelName, directChannels, isPlace } from "../state/channels";
import { guildsInOrder } from "../state/guildFolders";
import { t } from "../text/text";
import { closeDialog, Dialog } from "./dialogs";
import { channelPath, go } from "./router";
import { client } from "./session";

const MOST = 12;

interface Target {
  name: string;
  place: string;
  path: string;
}

/** Goes to any channel, server or conversation by a part of its name. */
export function Switcher(): JSX.Element {
  const [query, setQuery] = createSignal("");
  const [chosen, setChosen] = createSignal(0);
  const all = targets();
  const found = createMemo(() => {
    const wanted = query().trim().toLocaleLowerCase();
    return all
      .map((target) => ({ target, at: target.name.toLocaleLowerCase().indexOf(wanted) }))
      .filter(({ at }) => at >= 0)
      .sort((left, right) => left.at - right.at || left.target.name.length - right.target.name.length)
      .slice(0, MOST)
      .map(({ target }) => target);
  });
  const open = (target: Target | undefined): void => {
    if (!target) return;
    closeDialog();
    go(target.path);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setChosen((at) => Math.min(found().length - 1, at + 1));
    else if (event.key === "ArrowUp") setChosen((at) => Math.max(0, at - 1));
    else if (event.key === "Enter") open(found()[chosen()]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("switcher.title")}>
      <input
        class="wide"
        role="combobox"
        aria-expanded="true"
        aria-controls="switcher-list"
        aria-activedescendant={found().length ? `switcher-${chosen()}` : undefined}
        aria-label={t("switcher.hint")}
        placeholder={t("switcher.hint")}
        autofocus
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={keys}
      />
      <Show when={found().length} fallback={<p>{t("switcher.nothing")}</p>}>
        <ul id="switcher-list" role="listbox" class="choices" aria-label={t("switcher.title")}>
          <For each={found()}>
            {(target, index) => (
              <li id={`switcher-${index()}`} role="option" aria-selected={index() === chosen()} onClick={() => open(target)}>
                <span>{target.name}</span>
                <small>{target.place}</small>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Dialog>
  );
}

function targets(): Target[] {
  const { state } = client;
  const guilds = guildsInOrder(state).flatMap((id) => {
    const name = state.guilds[id]?.name ?? "";
    const channels = channelGroups(state, id)
      .flatMap((group) => group.channels)
      .filter(isPlace)
      .map((channel) => ({ name: `#${channel.name}`, place: name, path: channelPath(id, channel.id) }));
    return [{ name, place: t("guild.list"), path: channelPath(id) }, ...channels];
  });
  const directs = directChannels(state).map((channel) => ({
    name: channelName(state, channel),
    place: t("guild.direct"),
    path: channelPath(null, channel.id),
  }));
  return [...directs, ...guilds];
}
