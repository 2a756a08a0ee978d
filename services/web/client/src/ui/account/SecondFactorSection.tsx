import { createResource, createSignal, Match, Show, Switch, type JSX } from "solid-js";
import type { Passkey } from "../../state/passkeys";
import { t } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { notify } from "../notices";
import { listed } from "../server/parts";
import { client, endCodes } from "../session";
import { BackupCodes } from "./BackupCodes";
import { FactorSetup } from "./FactorSetup";
import { PasskeyList } from "./PasskeyList";

/** What is asked for beside the password: codes of an app, or a key of a device. */
export function SecondFactorSection(): JSX.Element {
  const [me, { mutate }] = createResource(() => client.account.me().catch(() => null));
  const [settingUp, setSettingUp] = createSignal(false);
  const [codes, setCodes] = createSignal<string[] | null>(null);
  const keys = listed<Passkey>(() => client.passkeys.list());
  const asked = (): boolean => me()?.mfa_enabled === true;
  const turned = (on: boolean, shown: string[] | null): void => {
    mutate((before) => before && { ...before, mfa_enabled: on });
    setSettingUp(false);
    setCodes(shown);
    notify(on ? t("factor.isOn") : t("factor.isOff"));
  };
  const turnOff = (): void =>
    showDialog(() => (
      <FormDialog
        title={t("factor.turnOff")}
        action={t("factor.turnOff")}
        danger
        submit={(form) => endCodes(String(form.get("code"))).then(() => turned(false, null))}
      >
        <p>{t("factor.offHow")}</p>
        <Code />
      </FormDialog>
    ));
  const renew = (): void =>
    showDialog(() => (
      <FormDialog
        title={t("factor.renew")}
        action={t("factor.renew")}
        submit={(form) => client.secondFactor.renewCodes(String(form.get("password")), String(form.get("code"))).then(setCodes)}
      >
        <p>{t("factor.renewHow")}</p>
        <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" autofocus />
        <Code />
      </FormDialog>
    ));
  return (
    <section aria-labelledby="settings-factor">
      <h2 id="settings-factor">{t("factor.title")}</h2>
      <Show when={me()} fallback={<p class="hint">{me.loading ? t("app.loading") : t("auth.unreachable")}</p>}>
        <Switch
          fallback={
            <>
              <p>{t("factor.off")}</p>
              <button type="button" class="button" onClick={() => setSettingUp(true)}>
                {t("factor.setUp")}
              </button>
            </>
          }
        >
          <Match when={asked() && !settingUp()}>
            <p>{t("factor.on")}</p>
            <Show when={codes()}>{(shown) => <BackupCodes codes={shown()} kept={() => setCodes(null)} />}</Show>
            <div class="row wrap">
              <Show when={keys.items().length}>
                <button type="button" class="button quiet" onClick={() => setSettingUp(true)}>
                  {t("factor.setUp")}
                </button>
              </Show>
              <button type="button" class="button quiet" onClick={renew}>
                {t("factor.renew")}
              </button>
              <button type="button" class="button danger" onClick={turnOff}>
                {t("factor.turnOff")}
              </button>
            </div>
          </Match>
          <Match when={settingUp()}>
            <FactorSetup cancel={() => setSettingUp(false)} done={(shown) => turned(true, shown)} />
          </Match>
        </Switch>
      </Show>
      <PasskeyList keys={keys} begun={(shown) => turned(true, shown)} ended={() => turned(false, null)} />
    </section>
  );
}

function Code(): JSX.Element {
  return (
    <>
      <Field label={t("auth.code")} name="code" required maxlength="32" autocomplete="one-time-code" />
      <p class="hint">{t("auth.codeHow")}</p>
    </>
  );
}
