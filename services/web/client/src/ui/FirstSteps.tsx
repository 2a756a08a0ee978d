import { For, Show, type JSX } from "solid-js";
import { t, type Key } from "../text/text";
import { showDialog } from "./dialogs";
import { addGuild, joinGuild } from "./GuildRail";
import { KeyHelp } from "./KeyHelp";
import { prefer, preferences } from "./preferences";
import { go } from "./router";
import { client } from "./session";

/** What somebody new does first, each with the way there; it stays until it is put away. */
export function FirstSteps(): JSX.Element {
  const steps: { title: Key; why: Key; action: Key; act: () => void; done: () => boolean }[] = [
    { title: "first.create", why: "first.createWhy", action: "guild.create", act: addGuild, done: () => client.state.guildOrder.length > 0 },
    { title: "first.join", why: "first.joinWhy", action: "guild.join", act: joinGuild, done: () => client.state.guildOrder.length > 0 },
    { title: "first.profile", why: "first.profileWhy", action: "settings.title", act: () => go("/settings"), done: () => Boolean(client.state.me?.avatar) },
    { title: "first.keys", why: "first.keysWhy", action: "settings.keys", act: () => showDialog(() => <KeyHelp />), done: () => false },
  ];
  return (
    <Show when={!preferences().shownAround}>
      <section class="first-steps" aria-labelledby="first-steps">
        <h2 id="first-steps">{t("first.title")}</h2>
        <Show when={client.state.guildOrder.length === 0}>
          <p class="hint">{t("guild.empty")}</p>
        </Show>
        <ol>
          <For each={steps}>
            {(step) => (
              <li classList={{ done: step.done() }}>
                <span class="grow who">
                  <strong>
                    {t(step.title)}
                    <Show when={step.done()}>
                      {" "}
                      <small>{t("first.done")}</small>
                    </Show>
                  </strong>
                  <small>{t(step.why)}</small>
                </span>
                <button type="button" class="button quiet" onClick={step.act}>
                  {t(step.action)}
                </button>
              </li>
            )}
          </For>
        </ol>
        <button type="button" class="button quiet" onClick={() => prefer({ shownAround: true })}>
          {t("first.putAway")}
        </button>
      </section>
    </Show>
  );
}
