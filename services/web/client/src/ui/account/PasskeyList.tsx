import { Show, type JSX } from "solid-js";
import type { Passkey } from "../../state/passkeys";
import { t } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { Entries, type Listed } from "../server/parts";
import { addKey, client, removeKey } from "../session";
import { canUseKeys, makeKey } from "./keys";

/** Keys of this person's devices, each of which is a second step of a login. */
export function PasskeyList(props: { keys: Listed<Passkey>; begun: (backupCodes: string[]) => void; ended: () => void }): JSX.Element {
  const add = (): void =>
    showDialog(() => (
      <FormDialog title={t("passkey.add")} action={t("passkey.add")} submit={make}>
        <p>{t("passkey.addHow")}</p>
        <Field label={t("passkey.name")} name="name" required maxlength="32" autocomplete="off" autofocus />
        <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" />
      </FormDialog>
    ));
  const make = async (form: FormData): Promise<void> => {
    const { ticket, challenge } = await client.passkeys.begin(String(form.get("password")));
    const added = await addKey(ticket, String(form.get("name")), await makeKey(challenge));
    props.keys.change((before) => [...before, added.passkey]);
    if (added.backupCodes.length || added.token !== null) props.begun(added.backupCodes);
  };
  const rename = (key: Passkey): void =>
    showDialog(() => (
      <FormDialog
        title={t("passkey.rename")}
        action={t("dialog.save")}
        submit={async (form) => {
          const next = await client.passkeys.rename(key.id, String(form.get("name")));
          props.keys.change((before) => before.map((other) => (other.id === next.id ? next : other)));
        }}
      >
        <Field label={t("passkey.name")} name="name" value={key.name} required maxlength="32" autocomplete="off" autofocus />
      </FormDialog>
    ));
  const remove = (key: Passkey): void =>
    showDialog(() => (
      <FormDialog
        title={t("passkey.remove")}
        action={t("passkey.remove")}
        danger
        submit={async (form) => {
          const last = await removeKey(key.id, String(form.get("password")));
          props.keys.change((before) => before.filter((other) => other.id !== key.id));
          if (last) props.ended();
        }}
      >
        <p>{t("passkey.removeQuestion", { name: key.name })}</p>
        <Field label={t("auth.password")} name="password" type="password" required autocomplete="current-password" autofocus />
      </FormDialog>
    ));
  return (
    <>
      <h3>{t("passkey.title")}</h3>
      <p class="hint">{t("passkey.what")}</p>
      <Entries of={props.keys} empty={t("passkey.none")} label={t("passkey.title")}>
        {(key) => (
          <>
            <span class="grow">{key.name}</span>
            <button type="button" class="button quiet" aria-label={t("passkey.renameOne", { name: key.name })} onClick={() => rename(key)}>
              {t("passkey.rename")}
            </button>
            <button type="button" class="button danger" aria-label={t("passkey.removeOne", { name: key.name })} onClick={() => remove(key)}>
              {t("passkey.remove")}
            </button>
          </>
        )}
      </Entries>
      <Show when={canUseKeys()} fallback={<p class="hint">{t("passkey.cannot")}</p>}>
        <button type="button" class="button" onClick={add}>
          {t("passkey.add")}
        </button>
      </Show>
    </>
  );
}
