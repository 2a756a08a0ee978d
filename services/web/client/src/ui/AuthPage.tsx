import { createEffect, Show, type JSX } from "solid-js";
import { t } from "../text/text";
import { Field, Form } from "./dialogs";
import { LoginSteps } from "./LoginSteps";
import { follow, go, place } from "./router";
import { client, loggedIn, token } from "./session";

/** Logs in or registers; afterwards the person is where the address says, or at an invite that is kept meanwhile. */
export function AuthPage(): JSX.Element {
  const registering = (): boolean => place().page === "register";
  const query = (): string => location.search;
  const next = (): string => {
    const wanted = new URLSearchParams(location.search).get("next");
    // Only a path of this page: another address could be somebody else's.
    return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : place().page === "channel" ? location.pathname : "/channels/@me";
  };
  createEffect(() => {
    if (token() !== null) go(next(), true);
  });
  const text = (form: FormData, name: string): string => String(form.get(name) ?? "");
  const register = async (form: FormData): Promise<void> =>
    loggedIn(
      await client.entrance.register({
        email: text(form, "email"),
        username: text(form, "username"),
        password: text(form, "password"),
        date_of_birth: text(form, "date_of_birth"),
      }),
    );
  return (
    <main class="card-page">
      <div class="card">
        <Show when={registering()} fallback={<LoginSteps />}>
          <h1>{t("auth.create")}</h1>
          <Form action={t("auth.register")} submit={register}>
            <Field label={t("auth.email")} name="email" type="email" autocomplete="email" required autofocus />
            <Field label={t("auth.username")} name="username" autocomplete="username" required />
            <Field label={t("auth.password")} name="password" type="password" autocomplete="new-password" required />
            <Field label={t("auth.birthday")} name="date_of_birth" type="date" autocomplete="bday" required />
          </Form>
        </Show>
        <p>
          {registering() ? t("auth.haveAccount") : t("auth.needAccount")}{" "}
          <a
            href={(registering() ? "/login" : "/register") + query()}
            onClick={(event) => follow(event, (registering() ? "/login" : "/register") + query())}
          >
            {registering() ? t("auth.login") : t("auth.register")}
          </a>
        </p>
      </div>
    </main>
  );
}
