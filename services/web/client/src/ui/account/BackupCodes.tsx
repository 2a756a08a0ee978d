import { For, type JSX } from "solid-js";
import { t } from "../../text/text";
import { focusSoon } from "../dialogs";
import { copy } from "../server/parts";

/** Codes that nobody is ever shown again. */
export function BackupCodes(props: { codes: string[]; kept: () => void }): JSX.Element {
  return (
    <>
      <h3 tabindex="-1" ref={(element) => focusSoon(element)}>
        {t("factor.codes")}
      </h3>
      <p>{t("factor.codesWhy")}</p>
      <ul class="codes" aria-label={t("factor.codes")}>
        <For each={props.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <div class="row wrap">
        <button type="button" class="button" aria-label={t("developer.copyOne", { name: t("factor.codes") })} onClick={() => copy(props.codes.join("\n"))}>
          {t("developer.copy")}
        </button>
        <button type="button" class="button quiet" onClick={() => props.kept()}>
          {t("factor.kept")}
        </button>
      </div>
    </>
  );
}
