import type { JSX } from "solid-js";
import { t, type Key } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { notify } from "../notices";
import { unsubscribe } from "../push";
import { go } from "../router";
import { client, leave } from "../session";

const WAYS: Record<"disable" | "delete", { name: Key; what: Key; done: Key }> = {
  disable: { name: "leave.disable", what: "leave.disableWhat", done: "leave.disabled" },
  delete: { name: "leave.delete", what: "leave.deleteWhat", done: "leave.deleted" },
};

/** The ways out of one's account: for a while, and for good. */
export function LeaveSection(): JSX.Element {
  const ask = async (how: "disable" | "delete"): Promise<void> => {
    const { name, what, done } = WAYS[how];
    // What is asked for is what the account asks for at a login.
    const me = await client.account.me().catch(() => null);
    const submit = async (form: FormData): Promise<void> => {
      await leave(how, String(form.get("password")), String(form.get("code") ?? "").trim());
      await unsubscribe().catch(() => {});
      notify(t(done));
      go("/login");
    };
    showDialog(() => (
      <FormDialog title={t(name)} action={t(name)} danger submit={submit}>
        <p>{t(what)}</p>
        <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" autofocus />
        {me?.mfa_enabled && (
          <>
            <Field label={t("auth.code")} name="code" required maxlength="32" autocomplete="one-time-code" />
            <p class="hint">{t("auth.codeHow")}</p>
          </>
        )}
      </FormDialog>
    ));
  };
  return (
    <section aria-labelledby="settings-leave">
      <h2 id="settings-leave">{t("leave.title")}</h2>
      <p class="hint">{t("leave.guilds")}</p>
      <div class="row wrap">
        <button type="button" class="button quiet" onClick={() => void ask("disable")}>
          {t("leave.disable")}
        </button>
        <button type="button" class="button danger" onClick={() => void ask("delete")}>
          {t("leave.delete")}
        </button>
      </div>
    </section>
  );
}
