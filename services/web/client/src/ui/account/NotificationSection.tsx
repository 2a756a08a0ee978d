import { createResource, createSignal, Show, type JSX } from "solid-js";
import type { Device } from "../../state/devices";
import { t, when } from "../../text/text";
import { explain } from "../dialogs";
import { notify } from "../notices";
import { canSubscribe, subscribe, subscription, unsubscribe } from "../push";
import { Entries, listed, tell } from "../server/parts";
import { client } from "../session";

/** Where the account is told of what happens while nobody looks, and whether here. */
export function NotificationSection(): JSX.Element {
  const devices = listed<Device>(() => client.devices.list());
  const [here, { refetch }] = createResource(async () => (await subscription().catch(() => null)) !== null);
  const [hidden, setHidden] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const reload = (): void => {
    void refetch();
    devices.reload();
  };
  const switchOn = async (): Promise<void> => {
    setBusy(true);
    try {
      if (!(await subscribe(hidden()))) notify(t("push.refused"));
    } catch (failure) {
      notify(failure instanceof DOMException ? t("push.failed") : explain(failure));
    } finally {
      setBusy(false);
      reload();
    }
  };
  const remove = async (device: Device): Promise<void> => {
    await client.devices.remove(device.id);
    if (device.current && device.provider === "webpush") await unsubscribe();
    reload();
  };
  return (
    <section aria-labelledby="settings-notifications">
      <h2 id="settings-notifications">{t("push.title")}</h2>
      <Show when={canSubscribe()} fallback={<p class="hint">{t("push.unable")}</p>}>
        <Show when={!here()} fallback={<p role="status">{t("push.on")}</p>}>
          <label class="check">
            <input type="checkbox" checked={hidden()} onChange={(event) => setHidden(event.currentTarget.checked)} />
            {t("push.hide")}
          </label>
          <button type="button" class="button" disabled={busy()} onClick={switchOn}>
            {t("push.switchOn")}
          </button>
        </Show>
      </Show>
      <h3>{t("push.devices")}</h3>
      <Entries of={devices} empty={t("push.none")} label={t("push.devices")}>
        {(device) => (
          <>
            <span class="grow">
              {t("push.device", { host: device.host, time: when(Date.parse(device.created_at)) })}
              {device.current ? ` · ${t("settings.thisLogin")}` : ""}
            </span>
            <button type="button" class="button quiet" onClick={() => tell(remove(device))}>
              {t("push.remove")}
            </button>
          </>
        )}
      </Entries>
    </section>
  );
}
