import { createSignal, For, Show, type JSX } from "solid-js";
import { IntentFlag, type Application } from "../../protocol/applications";
import { t, type Key } from "../../text/text";
import { confirm, Field, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { copy } from "../server/parts";
import { InstallLink } from "./InstallLink";

const INTENTS: [IntentFlag, Key, Key][] = [
  [IntentFlag.Presences, "developer.intent.presences", "developer.intent.presences.why"],
  [IntentFlag.Members, "developer.intent.members", "developer.intent.members.why"],
  [IntentFlag.MessageContent, "developer.intent.content", "developer.intent.content.why"],
];

/** One application: what it is called, how its bot logs in, and how it is added. */
export function ApplicationEditor(props: { application: Application; changed: (application: Application) => void; gone: () => void }): JSX.Element {
  const save = async (form: FormData): Promise<void> => {
    let flags = props.application.flags ?? 0;
    for (const [flag] of INTENTS) flags = form.has(`intent-${flag}`) ? flags | flag : flags & ~flag;
    const changed = await client.applications.edit(props.application.id, {
      name: String(form.get("name")),
      description: String(form.get("description")),
      bot_public: form.has("bot_public"),
      flags,
      interactions_endpoint_url: String(form.get("interactions_endpoint_url")).trim() || null,
      redirect_uris: String(form.get("redirect_uris")).split(/\s+/).filter(Boolean),
    });
    props.changed(changed);
    notify(t("settings.saved"));
  };
  const remove = (): void =>
    confirm(t("developer.delete"), t("developer.deleteQuestion", { name: props.application.name }), t("developer.delete"), () =>
      client.applications.delete(props.application.id).then(props.gone),
    );
  return (
    <section aria-label={props.application.name}>
      <dl class="facts">
        <Fact name={t("developer.id")} value={props.application.id} />
        <Fact name={t("developer.publicKey")} value={props.application.verify_key} />
        <Fact name={t("developer.api")} value={`${location.origin}/api`} />
      </dl>
      <Secret name={t("developer.token")} why={t("developer.tokenWhy")} make={() => client.applications.newToken(props.application.id)} />
      <Secret name={t("developer.secret")} why={t("developer.secretWhy")} make={() => client.applications.newSecret(props.application.id)} />
      <Form action={t("dialog.save")} submit={save}>
        <Field label={t("developer.name")} name="name" required maxlength="32" value={props.application.name} />
        <label class="field">
          <span>{t("server.description")}</span>
          <textarea name="description" rows="3" maxlength="400" value={props.application.description} />
        </label>
        <label class="check">
          <input type="checkbox" name="bot_public" checked={props.application.bot_public ?? true} />
          {t("developer.public")}
        </label>
        <fieldset class="permissions">
          <legend>{t("developer.intents")}</legend>
          <For each={INTENTS}>
            {([flag, name, why]) => (
              <label class="check">
                <input type="checkbox" name={`intent-${flag}`} checked={((props.application.flags ?? 0) & flag) !== 0} />
                <span>
                  {t(name)}
                  <small>{t(why)}</small>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <Field
          label={t("developer.interactions")}
          name="interactions_endpoint_url"
          type="url"
          maxlength="2048"
          value={props.application.interactions_endpoint_url ?? ""}
        />
        <label class="field">
          <span>{t("developer.redirects")}</span>
          <textarea name="redirect_uris" rows="3" value={(props.application.redirect_uris ?? []).join("\n")} />
        </label>
      </Form>
      <InstallLink application={props.application} />
      <button type="button" class="button danger" onClick={remove}>
        {t("developer.delete")}
      </button>
    </section>
  );
}

function Fact(props: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <code>{props.value}</code>
      </dd>
    </div>
  );
}

/** What is shown once, and never again. */
function Secret(props: { name: string; why: string; make: () => Promise<string> }): JSX.Element {
  const [value, setValue] = createSignal<string | null>(null);
  const renew = (): void => confirm(props.name, t("developer.renewQuestion"), t("developer.renew"), () => props.make().then(setValue));
  return (
    <div class="secret">
      <span class="grow">
        <strong>{props.name}</strong>
        <small>{props.why}</small>
      </span>
      <Show
        when={value()}
        fallback={
          <button type="button" class="button quiet" aria-label={t("developer.renewOne", { name: props.name })} onClick={renew}>
            {t("developer.renew")}
          </button>
        }
      >
        {(shown) => (
          <>
            <input readonly value={shown()} aria-label={props.name} onFocus={(event) => event.currentTarget.select()} />
            <button type="button" class="button" aria-label={t("developer.copyOne", { name: props.name })} onClick={() => copy(shown())}>
              {t("developer.copy")}
            </button>
          </>
        )}
      </Show>
    </div>
  );
}
