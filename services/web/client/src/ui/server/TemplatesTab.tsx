import { Show, type JSX } from "solid-js";
import type { Template } from "../../protocol/community";
import { t, when } from "../../text/text";
import { confirm, Field, Form } from "../dialogs";
import { notify } from "../notices";
import { client } from "../session";
import { copy, Entries, listed, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

/** The server's channels, roles and settings as something that others can begin with. A server has one. */
export function TemplatesTab(props: TabProps): JSX.Element {
  const templates = listed<Template>(() => client.community.templates(props.guildId));
  const create = async (form: FormData): Promise<void> => {
    const made = await client.community.createTemplate(props.guildId, {
      name: String(form.get("name")),
      description: String(form.get("description")).trim() || null,
    });
    templates.change((before) => [...before, made]);
  };
  const sync = (template: Template): void =>
    tell(
      client.community.syncTemplate(props.guildId, template.code).then((synced) => {
        templates.change((before) => before.map((other) => (other.code === template.code ? synced : other)));
        notify(t("settings.saved"));
      }),
    );
  const remove = (template: Template): void =>
    confirm(t("template.delete"), t("template.deleteQuestion", { name: template.name }), t("template.delete"), () =>
      client.community.deleteTemplate(props.guildId, template.code).then(() => templates.change((before) => before.filter(({ code }) => code !== template.code))),
    );
  return (
    <>
      <p class="hint">{t("template.hint")}</p>
      <Entries of={templates} empty={t("template.none")} label={t("server.templates")}>
        {(template) => (
          <>
            <span class="grow who">
              <strong>{template.name}</strong>
              <small>{[template.code, template.description, when(Date.parse(template.updated_at))].filter(Boolean).join(" · ")}</small>
            </span>
            <button type="button" class="button quiet" onClick={() => copy(template.code)}>
              {t("template.copy")}
            </button>
            <button type="button" class="button quiet" onClick={() => sync(template)}>
              {t("template.sync")}
            </button>
            <button type="button" class="button danger" onClick={() => remove(template)}>
              {t("template.delete")}
            </button>
          </>
        )}
      </Entries>
      <Show when={!templates.loading() && !templates.items().length}>
        <Form action={t("template.create")} submit={create}>
          <Field label={t("template.name")} name="name" required maxlength="100" />
          <Field label={t("server.description")} name="description" maxlength="120" />
        </Form>
      </Show>
    </>
  );
}
