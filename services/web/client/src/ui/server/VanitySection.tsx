import { createResource, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { explain, Field, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";

/** An invite of the server's own choosing that never ends; for servers that the instance's administrators allow one. */
export function VanitySection(props: { guildId: Id }): JSX.Element {
  const allowed = (): boolean => client.state.guilds[props.guildId]?.features?.includes("VANITY_URL") ?? false;
  return (
    <Show when={allowed()} fallback={<p class="hint">{t("vanity.notAllowed")}</p>}>
      <VanityEditor guildId={props.guildId} />
    </Show>
  );
}

function VanityEditor(props: { guildId: Id }): JSX.Element {
  const [vanity, { mutate }] = createResource(() => client.community.vanity(props.guildId));
  const save = async (form: FormData): Promise<void> => {
    mutate(await client.community.setVanity(props.guildId, String(form.get("code")).trim() || null));
    notify(t("settings.saved"));
  };
  return (
    <Show when={!vanity.error} fallback={<p role="status">{explain(vanity.error)}</p>}>
      <Form action={t("dialog.save")} submit={save}>
        <Field label={t("vanity.code", { host: location.host })} name="code" minlength="2" maxlength="25" pattern="[A-Za-z0-9\-]+" value={vanity()?.code ?? ""} />
        <p class="hint">{t("invites.uses", { count: vanity()?.uses ?? 0 })}</p>
      </Form>
    </Show>
  );
}
