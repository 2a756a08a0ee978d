import { createEffect, lazy, on, Match, onCleanup, Show, Switch, type JSX } from "solid-js";
import { t } from "../text/text";
import { AnnouncementBar } from "./AnnouncementBar";
import { AuthPage } from "./AuthPage";
import { ConnectionBar } from "./ConnectionBar";
import { closeDialog, DialogHost } from "./dialogs";
import { showForm } from "./FormOfApp";
import { InvitePage } from "./InvitePage";
import { recall } from "./memory";
import { notify, Notices } from "./notices";
import { follow, go, place, type Place } from "./router";
import { client, forget, token } from "./session";
import { Shell } from "./Shell";

const ResetPage = lazy(() => import("./ResetPage"));
const SettingsPage = lazy(() => import("./SettingsPage"));
const AdministrationPage = lazy(() => import("./administration/AdministrationPage"));
const DeveloperPage = lazy(() => import("./developer/DeveloperPage"));
const ServerSettings = lazy(() => import("./server/ServerSettings"));
const VerifyPage = lazy(() => import("./VerifyPage"));

/** What is shown only to somebody who is logged in. */
const PAGES_OF_PEOPLE = new Set<Place["page"]>(["channel", "settings", "server", "developers", "administration"]);

/** What a link in a mail leads to: for whoever has the mail, logged in or not. */
const PAGES_OF_MAIL = new Set<Place["page"]>(["verify", "reset"]);

function serverPlace(): Extract<Place, { page: "server" }> | undefined {
  const now = place();
  return now.page === "server" ? now : undefined;
}

function developerPlace(): Extract<Place, { page: "developers" }> | undefined {
  const now = place();
  return now.page === "developers" ? now : undefined;
}

function administrationPlace(): Extract<Place, { page: "administration" }> | undefined {
  const now = place();
  return now.page === "administration" ? now : undefined;
}

export function App(): JSX.Element {
  createEffect(
    on(token, (current) => {
      closeDialog();
      if (current === null) return;
      void recall(current);
      client.connect().catch(() => notify(t("auth.unreachable")));
    }),
  );
  createEffect(
    on(
      client.loggedOut,
      () => {
        if (token() === null) return;
        forget();
        notify(t("auth.loggedOut"));
        if (!PAGES_OF_MAIL.has(place().page)) go("/login");
      },
      { defer: true },
    ),
  );
  client.interactions.onForm = showForm;
  // A page that was not looked at may find its connection dead; the network's return is worth a try at once.
  const hurry = (): void => client.hurry();
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", hurry);
  onCleanup(() => {
    window.removeEventListener("online", hurry);
    document.removeEventListener("visibilitychange", hurry);
  });
  return (
    <>
      <AnnouncementBar />
      <Switch fallback={<NotFound />}>
        <Match when={place().page === "invite"}>
          <InvitePage />
        </Match>
        <Match when={place().page === "verify"}>
          <VerifyPage />
        </Match>
        <Match when={place().page === "reset"}>
          <ResetPage />
        </Match>
        <Match when={place().page === "login" || place().page === "register" || (token() === null && place().page !== "unknown")}>
          <AuthPage />
        </Match>
        <Match when={PAGES_OF_PEOPLE.has(place().page)}>
          <Show when={client.state.started} fallback={<p class="loading" role="status">{t("app.loading")}</p>}>
            <Switch fallback={<Shell />}>
              <Match when={place().page === "settings"}>
                <SettingsPage />
              </Match>
              <Match when={developerPlace()}>{(developer) => <DeveloperPage applicationId={developer().applicationId} />}</Match>
              <Match when={administrationPlace()}>{(page) => <AdministrationPage {...page()} />}</Match>
              <Match when={serverPlace()}>{(server) => <ServerSettings {...server()} />}</Match>
            </Switch>
          </Show>
        </Match>
      </Switch>
      <ConnectionBar />
      <DialogHost />
      <Notices />
    </>
  );
}

function NotFound(): JSX.Element {
  return (
    <main class="card-page">
      <div class="card">
        <h1>{t("notFound.title")}</h1>
        <a class="button" href="/channels/@me" onClick={(event) => follow(event, "/channels/@me")}>
          {t("notFound.home")}
        </a>
      </div>
    </main>
  );
}
