import { createSignal, Show, type JSX } from "solid-js";
import { proofIn } from "../state/entrance";
import { t } from "../text/text";
import { Field, focusSoon, Form } from "./dialogs";
import { CodeStep, type SecondStep } from "./LoginSteps";
import { MailPage } from "./MailPage";
import { go } from "./router";
import { loggedIn, resetPassword } from "./session";

/** Where the mail for a forgotten password leads to. */
export default function ResetPage(): JSX.Element {
  const [second, setSecond] = createSignal<SecondStep | null>(null);
  const enter = (token: string): void => {
    loggedIn(token);
    go("/channels/@me", true);
  };
  const reset = async (form: FormData): Promise<void> => {
    const admission = await resetPassword(proofIn(location.hash) ?? "", String(form.get("password")));
    if (admission.step === "in") enter(admission.token);
    else setSecond(admission);
  };
  return (
    <MailPage>
      <Show
        when={second()}
        fallback={
          <>
            <h1>{t("reset.title")}</h1>
            <Form action={t("reset.action")} submit={reset}>
              <p>{t("reset.how")}</p>
              <Field
                label={t("settings.newPassword")}
                name="password"
                type="password"
                autocomplete="new-password"
                minlength="8"
                maxlength="72"
                required
                ref={(element) => focusSoon(element)}
              />
            </Form>
          </>
        }
      >
        {(given) => <CodeStep given={given()} enter={enter} again={() => go("/login", true)} />}
      </Show>
    </MailPage>
  );
}
