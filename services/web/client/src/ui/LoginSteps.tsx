/** The ways from a password, or without one, into an account. */
import { createSignal, Match, Show, Switch, type JSX } from "solid-js";
import type { Admission } from "../state/entrance";
import { ApiError } from "../protocol/rest";
import { t } from "../text/text";
import { explain, Field, focusSoon, Form } from "./dialogs";
import { notify } from "./notices";
import { client, loggedIn } from "./session";

export type SecondStep = Extract<Admission, { step: "code" }>;
type Step = { step: "password" } | { step: "forgotten" } | SecondStep;

export function LoginSteps(): JSX.Element {
  const [step, setStep] = createSignal<Step>({ step: "password" });
  const again = (): void => void setStep({ step: "password" });
  const second = (): SecondStep | undefined => {
    const now = step();
    return now.step === "code" ? now : undefined;
  };
  const logIn = async (form: FormData): Promise<void> => {
    const admission = await client.entrance.login(String(form.get("login")), String(form.get("password")));
    if (admission.step === "in") loggedIn(admission.token);
    else setStep(admission);
  };
  return (
    <Switch>
      <Match when={step().step === "password"}>
        <h1>{t("auth.welcome")}</h1>
        <Form action={t("auth.login")} submit={logIn}>
          <Field label={t("auth.name")} name="login" autocomplete="username" maxlength="254" required ref={(element) => focusSoon(element)} />
          <Field label={t("auth.password")} name="password" type="password" autocomplete="current-password" required />
        </Form>
        <p>
          <button type="button" class="button quiet" onClick={() => setStep({ step: "forgotten" })}>
            {t("auth.forgot")}
          </button>
        </p>
      </Match>
      <Match when={step().step === "forgotten"}>
        <Forgotten back={again} />
      </Match>
      <Match when={second()}>{(given) => <CodeStep given={given()} enter={loggedIn} again={again} />}</Match>
    </Switch>
  );
}

/** The second step, for an account that asks for a code or a key. A ticket that is too old leads back to where it came from. */
export function CodeStep(props: { given: SecondStep; enter: (token: string) => void; again: () => void }): JSX.Element {
  const finish = (form: FormData): Promise<void> => trying(() => client.entrance.finish(props.given.ticket, String(form.get("code"))));
  const sign = (asked: string): Promise<void> =>
    trying(async () => {
      const { signWithKey } = await import("./account/keys");
      return client.passkeys.enter(props.given.ticket, await signWithKey(asked));
    });
  const trying = async (step: () => Promise<string>): Promise<void> => {
    try {
      props.enter(await step());
    } catch (failure) {
      if (!(failure instanceof ApiError && failure.fields.has("ticket"))) throw failure;
      notify(explain(failure));
      props.again();
    }
  };
  return (
    <>
      <h1>{t("auth.codeTitle")}</h1>
      <Show when={window.isSecureContext && props.given.key}>
        {(asked) => (
          <Form action={t("passkey.use")} submit={() => sign(asked())}>
            <p>{t("passkey.useHow")}</p>
          </Form>
        )}
      </Show>
      <Form action={t("auth.login")} cancel={props.again} submit={finish}>
        <p>{t("auth.codeHow")}</p>
        <Field label={t("auth.code")} name="code" autocomplete="one-time-code" maxlength="32" required ref={(element) => focusSoon(element)} />
      </Form>
    </>
  );
}

function Forgotten(props: { back: () => void }): JSX.Element {
  const [sent, setSent] = createSignal(false);
  const send = async (form: FormData): Promise<void> => {
    await client.entrance.forgot(String(form.get("login")));
    setSent(true);
  };
  return (
    <>
      <h1>{t("auth.forgot")}</h1>
      <Show
        when={!sent()}
        fallback={
          <>
            <p role="status" tabindex="-1" ref={(element) => focusSoon(element)}>
              {t("auth.mailSent")}
            </p>
            <button type="button" class="button quiet" onClick={() => props.back()}>
              {t("auth.back")}
            </button>
          </>
        }
      >
        <Form action={t("auth.sendMail")} cancel={props.back} submit={send}>
          <p>{t("auth.forgotHow")}</p>
          <Field label={t("auth.name")} name="login" autocomplete="username" maxlength="254" required ref={(element) => focusSoon(element)} />
        </Form>
      </Show>
    </>
  );
}
