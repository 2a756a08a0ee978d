import { createResource, For, Show, type JSX } from "solid-js";
import type { ReportSubject } from "../protocol/instance";
import { reasonsOf, type Reportable } from "../state/reports";
import { t, type Key } from "../text/text";
import { explain, FormDialog } from "./dialogs";
import { notify } from "./notices";
import { reasonText } from "./reportReasons";
import { client } from "./session";

const TITLES: Record<ReportSubject, Key> = { message: "report.message", user: "report.user", guild: "report.guild" };

/** Asks what is wrong, and tells it to those who look after the instance. */
export default function ReportDialog(props: { what: Reportable }): JSX.Element {
  const [menu] = createResource(() => client.reports.menu(props.what.subject));
  const send = async (form: FormData): Promise<void> => {
    const way = [menu()!.root_node_id, Number(form.get("reason"))];
    await client.reports.send(props.what, way, String(form.get("comment") ?? "").trim());
    notify(t("report.sent"));
  };
  return (
    <FormDialog title={t(TITLES[props.what.subject])} action={t("report.send")} danger submit={send}>
      <p>{t("report.how")}</p>
      <Show
        when={!menu.error && menu()}
        fallback={
          <p class="hint" role="status">
            {menu.error ? explain(menu.error) : t("app.loading")}
          </p>
        }
      >
        {(shown) => (
          <>
            <fieldset class="reasons">
              <legend>{t("report.why")}</legend>
              <For each={reasonsOf(shown())}>
                {(node) => (
                  <label class="check">
                    <input type="radio" name="reason" value={node.id} required />
                    {reasonText(node.report_type, node.header)}
                  </label>
                )}
              </For>
            </fieldset>
            <label class="field">
              <span>{t("report.comment")}</span>
              <textarea name="comment" rows="3" maxlength="1000" />
            </label>
          </>
        )}
      </Show>
    </FormDialog>
  );
}
