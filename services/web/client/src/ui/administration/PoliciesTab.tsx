import { createResource, For, Show, type JSX } from "solid-js";
import type { InstanceSettings, RegistrationMode } from "../../protocol/instance";
import { changedSettings } from "../../state/instance";
import { t, type Key } from "../../text/text";
import { explain, Field, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";

const MODES: [RegistrationMode, Key][] = [
  ["open", "admin.policies.open"],
  ["invitation", "admin.policies.byInvitation"],
  ["closed", "admin.policies.closed"],
];

/** What holds for the whole instance. */
export function PoliciesTab(): JSX.Element {
  const [settings, { mutate }] = createResource(() => client.instance.settings());
  return (
    <Show
      when={!settings.error && settings()}
      fallback={
        <p class="hint" role="status">
          {settings.error ? explain(settings.error) : t("app.loading")}
        </p>
      }
    >
      {(now) => <PoliciesForm now={now()} saved={mutate} />}
    </Show>
  );
}

function PoliciesForm(props: { now: InstanceSettings; saved: (next: InstanceSettings) => void }): JSX.Element {
  const save = async (form: FormData): Promise<void> => {
    const change = changedSettings(props.now, form);
    if (Object.keys(change).length) props.saved(await client.instance.change(change));
    notify(t("settings.saved"));
  };
  return (
    <Form action={t("dialog.save")} submit={save}>
      <fieldset class="permissions">
        <legend>{t("admin.policies.shown")}</legend>
        <Field label={t("admin.policies.name")} name="instance_name" value={props.now.instance_name} required maxlength="64" />
        <label class="field">
          <span>{t("admin.servers.description")}</span>
          <textarea name="description" rows="3" maxlength="1000" value={props.now.description} />
        </label>
        <Field label={t("admin.policies.contact")} name="contact" value={props.now.contact} maxlength="320" />
        <Field label={t("admin.policies.terms")} name="terms_url" type="url" value={props.now.terms_url ?? ""} maxlength="2048" />
        <Field label={t("admin.policies.privacy")} name="privacy_url" type="url" value={props.now.privacy_url ?? ""} maxlength="2048" />
      </fieldset>
      <fieldset class="permissions">
        <legend>{t("admin.policies.registration")}</legend>
        <label class="field">
          <span>{t("admin.policies.who")}</span>
          <select name="registration" value={props.now.registration}>
            <For each={MODES}>
              {([mode, key]) => (
                <option value={mode} selected={mode === props.now.registration}>
                  {t(key)}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="check">
          <input type="checkbox" name="email_required" checked={props.now.email_required} />
          {t("admin.policies.email")}
        </label>
        <label class="field">
          <span>{t("admin.policies.domains")}</span>
          <textarea name="blocked_email_domains" rows="3" value={props.now.blocked_email_domains.join("\n")} />
        </label>
        <Count label={t("admin.policies.perAddress")} name="registrations_per_address" value={props.now.registrations_per_address} />
        <Count label={t("admin.policies.perHour")} name="registrations_per_hour" value={props.now.registrations_per_hour} />
        <p class="hint">{t("admin.policies.zero")}</p>
        <Count label={t("admin.policies.work")} name="proof_of_work_bits" value={props.now.proof_of_work_bits} most={28} />
        <p class="hint">{t("admin.policies.workHow")}</p>
      </fieldset>
      <fieldset class="permissions">
        <legend>{t("admin.policies.bounds")}</legend>
        <Count label={t("admin.policies.file")} name="max_file_bytes" value={props.now.max_file_bytes} least={1} />
        <Count label={t("admin.policies.guilds")} name="guilds_per_person" value={props.now.guilds_per_person} least={1} />
        <Count label={t("admin.policies.members")} name="members_per_guild" value={props.now.members_per_guild} least={1} />
        <p class="hint">{t("admin.policies.boundless")}</p>
      </fieldset>
    </Form>
  );
}

function Count(props: { label: string; name: string; value: number | null; least?: number; most?: number }): JSX.Element {
  return <Field label={props.label} name={props.name} type="number" min={props.least ?? 0} {...(props.most ? { max: props.most } : {})} value={props.value ?? ""} />;
}
