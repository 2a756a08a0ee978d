import { createSignal, onCleanup, Show, type JSX } from "solid-js";
import { proofIn } from "../state/entrance";
import { t } from "../text/text";
import { follow } from "./router";

/** A page that a link in a mail leads to; without what came in the link it says so, and shows nothing else. */
export function MailPage(props: { children: JSX.Element }): JSX.Element {
  const [whole, setWhole] = createSignal(proofIn(location.hash) !== null);
  // Another link that is opened in this tab changes only what is behind the hash sign.
  const look = (): void => void setWhole(proofIn(location.hash) !== null);
  window.addEventListener("hashchange", look);
  onCleanup(() => window.removeEventListener("hashchange", look));
  return (
    <main class="card-page">
      <div class="card">
        <Show
          when={whole()}
          fallback={
            <>
              <h1>{t("proof.missing")}</h1>
              <a class="button" href="/channels/@me" onClick={(event) => follow(event, "/channels/@me")}>
                {t("notFound.home")}
              </a>
            </>
          }
        >
          {props.children}
        </Show>
      </div>
    </main>
  );
}
