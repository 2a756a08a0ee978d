import { createEffect, on, Show, type JSX } from "solid-js";
import type { LoginSession } from "../../protocol/applications";
import { t, when } from "../../text/text";
import { Field, Form, FormDialog, showDialog } from "../dialogs";
import { notify } from "../notices";
import { Entries, listed } from "../server/parts";
import { changePassword, client, token } from "../session";

/** The password, and where the account is logged in. */
export function SecuritySection(): JSX.Element {
  const logins = listed<LoginSession>(() => client.account.logins());
  // Another token is another login, in place of all that were before.
  createEffect(on(token, (next) => next !== null && logins.reload(), { defer: true }));
  const change = async (form: FormData): Promise<void> => {
    await changePassword(String(form.get("password")), String(form.get("new_password")));
    notify(t("settings.passwordChanged"));
  };
  const others = (): string[] =>
    logins
      .items()
      .filter(({ current }) => !current)
      .map(({ id_hash }) => id_hash);
  const end = (hashes: string[]): void =>
    showDialog(() => (
      <FormDialog
        title={t("settings.endLogins")}
        action={t("auth.logout")}
        danger
        submit={(form) => client.account.endLogins(hashes, String(form.get("password"))).then(logins.reload)}
      >
        <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" autofocus />
      </FormDialog>
    ));
  return (
    <section aria-labelledby="settings-security">
      <h2 id="settings-security">{t("settings.security")}</h2>
      <Form action={t("settings.changePassword")} submit={change}>
        <Field label={t("settings.presentPassword")} name="password" type="password" required autocomplete="current-password" />
        <Field label={t("settings.newPassword")} name="new_password" type="password" required minlength="8" maxlength="72" autocomplete="new-password" />
        <p class="hint">{t("settings.passwordHint")}</p>
      </Form>
      <h3>{t("settings.logins")}</h3>
      <Entries of={logins} empty={t("settings.noLogins")} label={t("settings.logins")}>
        {(login) => (
          <>
            <span class="grow">
              {login.current ? t("settings.thisLogin") : t("settings.lastUsed", { time: when(Date.parse(login.approx_last_used_time)) })}
            </span>
            <Show when={!login.current}>
              <button type="button" class="button quiet" onClick={() => end([login.id_hash])}>
                {t("auth.logout")}
              </button>
            </Show>
          </>
        )}
      </Entries>
      <Show when={others().length > 1}>
        <button type="button" class="button danger" onClick={() => end(others())}>
          {t("settings.endLogins")}
        </button>
      </Show>
    </section>
  );
}
