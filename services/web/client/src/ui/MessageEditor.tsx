import { createSignal, onMount, type JSX } from "solid-js";
import type { Message } from "../protocol/types";
import { t } from "../text/text";
import { confirm, explain } from "./dialogs";
import { notify } from "./notices";
import { client } from "./session";

/** Changes a message in its place: Enter saves, Escape leaves it; nothing left means that it is deleted. */
export function MessageEditor(props: { message: Message; close: () => void }): JSX.Element {
  let area!: HTMLTextAreaElement;
  const [busy, setBusy] = createSignal(false);
  onMount(() => {
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  });
  const save = async (): Promise<void> => {
    const content = area.value.trim();
    if (!content && !props.message.attachments?.length) {
      confirm(t("message.delete"), t("message.deleteQuestion"), t("message.delete"), () => client.delete(props.message));
      props.close();
      return;
    }
    if (content === props.message.content) return props.close();
    setBusy(true);
    try {
      await client.edit(props.message, content);
      props.close();
    } catch (failure) {
      notify(explain(failure));
    } finally {
      setBusy(false);
    }
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") props.close();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="editor">
      <textarea ref={area} aria-label={t("message.editing")} maxlength="2000" rows="3" disabled={busy()} onKeyDown={keys}>
        {props.message.content}
      </textarea>
      <div class="row">
        <button type="button" class="button" disabled={busy()} onClick={() => void save()}>
          {t("message.save")}
        </button>
        <button type="button" class="button quiet" onClick={props.close}>
          {t("dialog.cancel")}
        </button>
      </div>
    </div>
  );
}
