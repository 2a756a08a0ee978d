import "../../style/server.css";
import { Show, type JSX } from "solid-js";
import type { Application } from "../../protocol/applications";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { Icon } from "../Icon";
import { developerPath, follow, go } from "../router";
import { Entries, listed } from "../server/parts";
import { client } from "../session";
import { ApplicationEditor } from "./ApplicationEditor";

/** One's own applications: what programs need to speak to this server. */
export default function DeveloperPage(props: { applicationId: Id | null }): JSX.Element {
  const applications = listed<Application>(() => client.applications.list());
  const chosen = (): Application | undefined => applications.items().find(({ id }) => id === props.applicationId);
  const create = (): void =>
    showDialog(() => (
      <FormDialog
        title={t("developer.create")}
        action={t("dialog.create")}
        submit={async (form) => {
          const made = await client.applications.create(String(form.get("name")));
          applications.change((before) => [...before, made]);
          go(developerPath(made.id));
        }}
      >
        <Field label={t("developer.name")} name="name" required maxlength="32" autofocus />
      </FormDialog>
    ));
  const changed = (application: Application): void =>
    applications.change((before) => before.map((other) => (other.id === application.id ? { ...other, ...application } : other)));
  const gone = (id: Id): void => {
    applications.change((before) => before.filter((other) => other.id !== id));
    go(developerPath());
  };
  return (
    <main class="server-tab developer">
      <header class="row">
        <h1 class="grow">{t("developer.title")}</h1>
        <a class="icon-button" href="/settings" aria-label={t("dialog.close")} onClick={(event) => follow(event, "/settings")}>
          <Icon name="close" />
        </a>
      </header>
      <div class="two-panes">
        <section>
          <button type="button" class="button" onClick={create}>
            {t("developer.create")}
          </button>
          <Entries of={applications} empty={t("developer.none")} label={t("developer.title")}>
            {(application) => (
              <a
                class="grow"
                href={developerPath(application.id)}
                aria-current={application.id === props.applicationId ? "page" : undefined}
                onClick={(event) => follow(event, developerPath(application.id))}
              >
                {application.name}
              </a>
            )}
          </Entries>
        </section>
        <Show when={chosen()?.id} keyed fallback={<p class="hint">{t("developer.hint")}</p>}>
          {(id) => <ApplicationEditor application={chosen()!} changed={changed} gone={() => gone(id)} />}
        </Show>
      </div>
    </main>
  );
}
