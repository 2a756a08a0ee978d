/** How one wants to be seen by others. */
import { For } from "solid-js";
import type { Status } from "../protocol/types";
import { t, type Key } from "../text/text";
import { STATUS } from "./Avatar";
import { Field, FormDialog, showDialog } from "./dialogs";
import { client } from "./session";

const CHOICES: [Exclude<Status, "offline">, Key | null][] = [
  ["online", null],
  ["idle", null],
  ["dnd", "mood.dndWhy"],
  ["invisible", "mood.invisibleWhy"],
];

export function moodDialog(): void {
  const submit = (form: FormData): Promise<void> => client.setMood({ status: form.get("status") as Status, text: String(form.get("text")).trim() });
  showDialog(() => (
    <FormDialog title={t("mood.title")} action={t("dialog.save")} submit={submit}>
      <fieldset class="component-choices">
        <legend>{t("mood.status")}</legend>
        <For each={CHOICES}>
          {([status, why]) => (
            <label class="check">
              <input type="radio" name="status" value={status} checked={client.state.mood.status === status} />
              <span class="mood" data-status={status} aria-hidden="true" />
              <span>
                {t(STATUS[status])} <small>{why && t(why)}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Field label={t("mood.text")} name="text" maxlength="128" value={client.state.mood.text} />
    </FormDialog>
  ));
}
