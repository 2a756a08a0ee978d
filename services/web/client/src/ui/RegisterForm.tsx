import { createResource, createSignal, Match, Show, Switch, type JSX } from "solid-js";
import type { InstancePolicies } from "../protocol/instance";
import { ApiError } from "../protocol/rest";
import { t } from "../text/text";
import { Field, Form } from "./dialogs";
import { client, loggedIn } from "./session";

const SHORTEST_PASSWORD = 8;

/** An account is made, as far as this place's policies let somebody in. */
export default function RegisterForm(): JSX.Element {
  // Where they cannot be asked for, the form is as it is in most places; the server decides in any case.
  const [policies] = createResource<InstancePolicies | null>(() => client.entrance.policies().catch(() => null));
  const [working, setWorking] = createSignal(false);
  const rules = (): InstancePolicies["register"] | undefined => policies()?.register;
  const register = async (form: FormData): Promise<void> => {
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const email = text("email");
    const invite = text("invite");
    const newcomer = {
      username: text("username"),
      password: String(form.get("password")),
      date_of_birth: text("date_of_birth"),
      ...(email ? { email } : {}),
      ...(invite ? { invite } : {}),
    };
    try {
      loggedIn(
        await client.entrance.register(newcomer, async (work) => {
          setWorking(true);
          return (await import("../state/work")).solve(work);
        }),
      );
    } catch (failure) {
      if (failure instanceof ApiError && failure.work) throw new ApiError(failure.status, 0, t("auth.workFailed"));
      throw failure;
    } finally {
      setWorking(false);
    }
  };
  return (
    <>
      <h1>{t("auth.create")}</h1>
      <Show when={!policies.loading} fallback={<p role="status">{t("app.loading")}</p>}>
        <Switch>
          <Match when={rules()?.mode === "closed"}>
            <p role="status">{t("auth.closed")}</p>
          </Match>
          <Match when={rules()?.mode !== "closed"}>
            <Form action={t("auth.register")} submit={register}>
              <Show when={rules()?.mode === "invitation"}>
                <p>{t("auth.invitationWhy")}</p>
                <Field label={t("auth.invitation")} name="invite" required maxlength="64" autocomplete="off" value={invitation()} />
              </Show>
              <Field label={t("auth.email")} name="email" type="email" autocomplete="email" required={rules()?.email.required ?? true} autofocus />
              <Show when={rules()?.email.required === false}>
                <p class="hint">{t("auth.emailWhy")}</p>
              </Show>
              <Field label={t("auth.username")} name="username" autocomplete="username" required />
              <Field
                label={t("auth.password")}
                name="password"
                type="password"
                autocomplete="new-password"
                minlength={rules()?.password.minLength ?? SHORTEST_PASSWORD}
                maxlength="72"
                required
              />
              <Field label={t("auth.birthday")} name="date_of_birth" type="date" autocomplete="bday" required />
              <p class="hint" role="status">
                {working() ? t("auth.working") : ""}
              </p>
            </Form>
            <Pages policies={policies() ?? null} />
          </Match>
        </Switch>
      </Show>
    </>
  );
}

/** What one agrees to, where the instance has it written down. */
function Pages(props: { policies: InstancePolicies | null }): JSX.Element {
  return (
    <p class="hint">
      <Show when={props.policies?.tosPage}>
        {(page) => (
          <a href={page()} target="_blank" rel="noreferrer">
            {t("auth.terms")}
          </a>
        )}
      </Show>{" "}
      <Show when={props.policies?.privacyPage}>
        {(page) => (
          <a href={page()} target="_blank" rel="noreferrer">
            {t("auth.privacy")}
          </a>
        )}
      </Show>
    </p>
  );
}

/** The code that a link to here brings with it. */
function invitation(): string {
  return new URLSearchParams(location.search).get("invitation") ?? "";
}
