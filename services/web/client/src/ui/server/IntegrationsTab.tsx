import { type JSX } from "solid-js";
import type { Integration } from "../../protocol/community";
import { t } from "../../text/text";
import { confirm } from "../dialogs";
import { client } from "../session";
import { Entries, listed } from "./parts";
import type { TabProps } from "./ServerSettings";

/** Programs that were added to the server. */
export function IntegrationsTab(props: TabProps): JSX.Element {
  const integrations = listed<Integration>(() => client.community.integrations(props.guildId));
  const remove = (integration: Integration): void =>
    confirm(t("integrations.remove"), t("integrations.removeQuestion", { name: integration.name }), t("integrations.remove"), () =>
      client.community
        .deleteIntegration(props.guildId, integration.id)
        .then(() => integrations.change((before) => before.filter(({ id }) => id !== integration.id))),
    );
  const facts = (integration: Integration): string =>
    [
      integration.scopes?.join(", "),
      integration.user && t("integrations.addedBy", { name: integration.user.username }),
      integration.application?.description,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <p class="hint">{t("integrations.hint")}</p>
      <Entries of={integrations} empty={t("integrations.none")} label={t("server.integrations")}>
        {(integration) => (
          <>
            <span class="grow who">
              <strong>{integration.name}</strong>
              <small>{facts(integration)}</small>
            </span>
            <button type="button" class="button danger" aria-label={t("integrations.removeOne", { name: integration.name })} onClick={() => remove(integration)}>
              {t("push.remove")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}
