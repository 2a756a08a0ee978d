import { createEffect, lazy, Show, type JSX } from "solid-js";
import { t } from "../text/text";
import { LoginSteps } from "./LoginSteps";
import { follow, go, place } from "./router";
import { token } from "./session";

const RegisterForm = lazy(() => import("./RegisterForm"));

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
  return (
    <main class="card-page">
      <div class="card">
        <Show when={registering()} fallback={<LoginSteps />}>
          <RegisterForm />
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
