import type { JSX } from "solid-js";
import type { Invitation } from "../../protocol/instance";
import { longTime, t } from "../../text/text";
import { Field, Form } from "../dialogs";
import { client } from "../session";
import { copy, Entries, listed, tell } from "../server/parts";
import { lifeIn, LifeField } from "./parts";

/** Codes that people may register with where an invitation is asked for. */
export function InvitationsTab(): JSX.Element {
  const all = listed<Invitation>(() => client.instance.invitations());
  const invite = async (form: FormData): Promise<void> => {
    const made = await client.instance.invite(Number(form.get("uses")), lifeIn(form));
    all.change((before) => [made, ...before]);
  };
  const revoke = (code: string): void =>
    tell(client.instance.revokeInvitation(code).then(() => all.change((before) => before.filter((other) => other.code !== code))));
  const link = (code: string): string => `${location.origin}/register?invitation=${encodeURIComponent(code)}`;
  const uses = ({ uses, max_uses, expires_at }: Invitation): string => {
    const used = t("admin.invitations.used", { uses, most: max_uses });
    return expires_at ? `${used} · ${t("admin.until", { time: longTime(Date.parse(expires_at)) })}` : used;
  };
  return (
    <>
      <Form action={t("admin.invitations.make")} submit={invite}>
        <Field label={t("admin.invitations.uses")} name="uses" type="number" min="1" max="100000" value="1" required />
        <LifeField />
      </Form>
      <Entries of={all} empty={t("admin.invitations.none")} label={t("admin.invitations")}>
        {(invitation) => (
          <>
            <span class="grow who">
              <code>{invitation.code}</code>
              <small>{uses(invitation)}</small>
            </span>
            <button type="button" class="button" aria-label={`${t("invite.copy")}: ${invitation.code}`} onClick={() => copy(link(invitation.code))}>
              {t("invite.copy")}
            </button>
            <button type="button" class="button quiet" aria-label={t("admin.invitations.revokeOne", { code: invitation.code })} onClick={() => revoke(invitation.code)}>
              {t("admin.withdraw")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}
