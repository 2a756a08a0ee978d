import type { JSX } from "solid-js";
import type { Administrator } from "../../protocol/instance";
import { t, when } from "../../text/text";
import { confirm } from "../dialogs";
import { client } from "../session";
import { Entries, listed } from "../server/parts";
import { Way } from "./parts";

/** Who looks after the instance. Others are named on the page of their account. */
export function AdministratorsTab(): JSX.Element {
  const all = listed<Administrator>(() => client.instance.administrators());
  const name = (administrator: Administrator): string => administrator.username ?? administrator.user_id;
  const dismiss = (administrator: Administrator): void =>
    confirm(t("admin.dismiss"), t("admin.dismissQuestion", { name: name(administrator) }), t("admin.dismiss"), () =>
      client.instance
        .appoint(administrator.user_id, null)
        .then(() => all.change((before) => before.filter((other) => other.user_id !== administrator.user_id))),
    );
  return (
    <>
      <p class="hint">{t("admin.administrators.how")}</p>
      <Entries of={all} empty={t("admin.administrators.none")} label={t("admin.administrators")}>
        {(administrator) => (
          <>
            <span class="grow who">
              <strong>
                <Way tab="people" subject={administrator.user_id}>
                  {name(administrator)}
                </Way>
              </strong>
              <small>
                {t(administrator.role === "administrator" ? "admin.role.administrator" : "admin.role.moderator")} · {when(Date.parse(administrator.since))}
              </small>
            </span>
            <button type="button" class="button quiet" aria-label={`${t("admin.dismiss")}: ${name(administrator)}`} onClick={() => dismiss(administrator)}>
              {t("admin.dismiss")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}
