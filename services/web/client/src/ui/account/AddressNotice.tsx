import { createResource, Show, type JSX } from "solid-js";
import { t } from "../../text/text";
import { notify } from "../notices";
import { tell } from "../server/parts";
import { client } from "../session";

/** Shown while nobody has proved the account's address. */
export function AddressNotice(): JSX.Element {
  const [me] = createResource(() => client.account.me().catch(() => null));
  const send = (): void => tell(client.entrance.resendProof().then(() => notify(t("proof.sent"))));
  return (
    <Show when={me()?.verified === false}>
      <p>
        {t("proof.unproved")}{" "}
        <button type="button" class="button quiet" onClick={send}>
          {t("proof.again")}
        </button>
      </p>
    </Show>
  );
}
