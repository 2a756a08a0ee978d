import { type JSX } from "solid-js";
import type { InviteOfGuild } from "../../protocol/administration";
import { t, when } from "../../text/text";
import { client } from "../session";
import { Entries, listed, tell } from "./parts";
import type { TabProps } from "./ServerSettings";
import { VanitySection } from "./VanitySection";

/** The links by which people come in. */
export function InvitesTab(props: TabProps): JSX.Element {
  const invites = listed<InviteOfGuild>(() => client.administration.invites(props.guildId));
  const revoke = (code: string): void =>
    tell(client.administration.revokeInvite(code).then(() => invites.change((before) => before.filter((invite) => invite.code !== code))));
  const until = (invite: InviteOfGuild): string =>
    invite.max_age ? t("invites.until", { time: when(Date.parse(invite.created_at) + invite.max_age * 1000) }) : t("invites.forEver");
  const uses = (invite: InviteOfGuild): string =>
    invite.max_uses ? t("invites.usesOf", { count: invite.uses, most: invite.max_uses }) : t("invites.uses", { count: invite.uses });
  return (
    <>
      <h3>{t("vanity.title")}</h3>
      <VanitySection guildId={props.guildId} />
      <h3>{t("server.invites")}</h3>
      <Entries of={invites} empty={t("invites.none")} label={t("server.invites")}>
        {(invite) => (
          <>
            <span class="grow who">
              <strong>
                {invite.code} · #{invite.channel?.name}
              </strong>
              <small>
                {[invite.inviter?.username, uses(invite), until(invite)].filter(Boolean).join(" · ")}
              </small>
            </span>
            <button type="button" class="button danger" aria-label={t("invites.revokeOne", { code: invite.code })} onClick={() => revoke(invite.code)}>
              {t("invites.revoke")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}
