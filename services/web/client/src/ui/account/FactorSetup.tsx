import type { JSX } from "solid-js";
import { newSecret, otpauth } from "../../state/secondFactor";
import { t } from "../../text/text";
import { Field, focusSoon, Form } from "../dialogs";
import { copy } from "../server/parts";
import { beginCodes, client } from "../session";

/** Gives a secret to the person's app, and has its first code shown. The secret is made here, and known to the server only with that code. */
export function FactorSetup(props: { cancel: () => void; done: (codes: string[]) => void }): JSX.Element {
  const secret = newSecret();
  const begin = async (form: FormData): Promise<void> =>
    props.done(await beginCodes(String(form.get("password")), secret, String(form.get("code"))));
  return (
    <Form action={t("factor.turnOn")} cancel={props.cancel} submit={begin}>
      <p>{t("factor.how")}</p>
      <div class="secret">
        <label class="field grow">
          <span>{t("factor.secret")}</span>
          <input
            name="secret"
            readonly
            value={secret}
            ref={(element) => focusSoon(element)}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <button type="button" class="button" aria-label={t("developer.copyOne", { name: t("factor.secret") })} onClick={() => copy(secret)}>
          {t("developer.copy")}
        </button>
      </div>
      <p>
        <a href={otpauth(secret, location.hostname, client.state.me?.username ?? "")}>{t("factor.openApp")}</a>
      </p>
      <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" />
      <Field label={t("auth.code")} name="code" required maxlength="32" autocomplete="one-time-code" />
    </Form>
  );
}
