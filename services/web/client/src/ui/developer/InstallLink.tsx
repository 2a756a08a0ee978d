import { createSignal, For, Show, type JSX } from "solid-js";
import type { Application } from "../../protocol/applications";
import { installAddress } from "../../state/applications";
import { t } from "../../text/text";
import { copy } from "../server/parts";
import { PERMISSION_GROUPS } from "../server/permissionList";

const SCOPES = ["bot", "applications.commands"];

/** Makes the address at which somebody adds the application to a server. */
export function InstallLink(props: { application: Application }): JSX.Element {
  const [scopes, setScopes] = createSignal<string[]>(SCOPES);
  const [permissions, setPermissions] = createSignal(0n);
  const address = (): string => installAddress(location.origin, props.application.id, scopes(), permissions());
  const toggle = (bit: bigint, on: boolean): void => void setPermissions((before) => (on ? before | bit : before & ~bit));
  return (
    <section aria-labelledby="install">
      <h2 id="install">{t("developer.install")}</h2>
      <p class="hint">{t("developer.installWhy")}</p>
      <For each={SCOPES}>
        {(scope) => (
          <label class="check">
            <input
              type="checkbox"
              checked={scopes().includes(scope)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setScopes((before) => SCOPES.filter((other) => (other === scope ? on : before.includes(other))));
              }}
            />
            <code>{scope}</code>
          </label>
        )}
      </For>
      <Show when={scopes().includes("bot")}>
        <details>
          <summary>{t("developer.permissions")}</summary>
          <For each={PERMISSION_GROUPS}>
            {(group) => (
              <fieldset class="permissions">
                <legend>{t(group.name)}</legend>
                <For each={group.lines}>
                  {(line) => (
                    <label class="check">
                      <input type="checkbox" checked={(permissions() & line.bit) !== 0n} onChange={(event) => toggle(line.bit, event.currentTarget.checked)} />
                      {t(line.name)}
                    </label>
                  )}
                </For>
              </fieldset>
            )}
          </For>
        </details>
      </Show>
      <div class="row wrap">
        <input class="grow" readonly value={address()} aria-label={t("developer.install")} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" class="button" onClick={() => copy(address())}>
          {t("invite.copy")}
        </button>
        <a class="button quiet" href={address()} target="_blank" rel="noopener">
          {t("developer.add")}
        </a>
      </div>
    </section>
  );
}
