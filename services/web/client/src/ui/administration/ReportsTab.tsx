import { createSignal, For, Show, type JSX } from "solid-js";
import type { Report, ReportState } from "../../protocol/instance";
import { t, when, type Key } from "../../text/text";
import { FormDialog, showDialog } from "../dialogs";
import { reasonText } from "../reportReasons";
import { client } from "../session";
import { Entries } from "../server/parts";
import { paged, Way } from "./parts";

const SUBJECTS: Record<Report["subject"], Key> = { message: "report.ofMessage", user: "report.ofUser", guild: "report.ofGuild" };
const STATES: Record<ReportState, Key> = { open: "admin.report.open", resolved: "admin.report.resolved", dismissed: "admin.report.dismissed" };
const DEEDS: Record<ReportState, Key> = { open: "admin.report.reopen", resolved: "admin.report.resolve", dismissed: "admin.report.dismiss" };

/** What people reported, the newest first, and what became of it. */
export function ReportsTab(): JSX.Element {
  const [state, setState] = createSignal<"open" | "settled">("open");
  const { list, More } = paged<Report>((before) => client.instance.reports(state(), before));
  const choose = (next: string): void => {
    setState(next as "open" | "settled");
    list.reload();
  };
  const settled = (report: Report): void =>
    list.change((before) =>
      before.flatMap((other) => {
        if (other.id !== report.id) return [other];
        return (report.state === "open") === (state() === "open") ? [report] : [];
      }),
    );
  return (
    <>
      <label class="field">
        <span>{t("admin.report.which")}</span>
        <select value={state()} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="open">{t("admin.report.allOpen")}</option>
          <option value="settled">{t("admin.report.allSettled")}</option>
        </select>
      </label>
      <Entries of={list} empty={t("admin.report.none")} label={t("admin.reports")}>
        {(report) => <ReportView report={report} settled={settled} />}
      </Entries>
      <More />
    </>
  );
}

function ReportView(props: { report: Report; settled: (report: Report) => void }): JSX.Element {
  const choices = (): ReportState[] => (props.report.state === "open" ? ["resolved", "dismissed"] : ["open"]);
  const settle = (state: ReportState): void =>
    showDialog(() => (
      <FormDialog
        title={t(DEEDS[state])}
        action={t(DEEDS[state])}
        submit={(form) => client.instance.settle(props.report.id, state, String(form.get("note")).trim()).then(props.settled)}
      >
        <label class="field">
          <span>{t("admin.report.note")}</span>
          <textarea name="note" rows="3" maxlength="1000" value={props.report.note ?? ""} />
        </label>
      </FormDialog>
    ));
  return (
    <article class="grow report">
      <p>
        <strong>{t(SUBJECTS[props.report.subject])}</strong>: {reasonText(props.report.reason)} ·{" "}
        <time datetime={props.report.created_at}>{when(Date.parse(props.report.created_at))}</time> · {t(STATES[props.report.state])}
      </p>
      <Evidence report={props.report} />
      <Show when={props.report.comment}>{(comment) => <p>{t("admin.report.comment", { text: comment() })}</p>}</Show>
      <Show when={props.report.note}>{(note) => <p>{t("admin.report.noted", { text: note() })}</p>}</Show>
      <p class="row wrap">
        <Way tab="people" subject={props.report.reporter_id}>
          {t("admin.report.reporter")}
        </Way>
        <span class="grow" />
        <For each={choices()}>
          {(state) => (
            <button type="button" class="button quiet" onClick={() => settle(state)}>
              {t(DEEDS[state])}
            </button>
          )}
        </For>
      </p>
    </article>
  );
}

/** Never more than plain words: it is what somebody wrote whom others complained of. */
function Evidence(props: { report: Report }): JSX.Element {
  const reported = (): Report["reported"] => props.report.reported;
  const files = (): string => (reported().attachments ?? []).map(({ filename }) => filename).join(", ");
  return (
    <blockquote dir="auto">
      <Show when={reported().author}>
        {(author) => (
          <p>
            <Way tab="people" subject={author().id}>
              {author().username}
            </Way>
          </p>
        )}
      </Show>
      <Show when={reported().content}>{(content) => <p class="as-written">{content()}</p>}</Show>
      <Show when={files()}>{(names) => <p>{t("admin.report.files", { names: names() })}</p>}</Show>
      <Show when={reported().username}>
        {(name) => (
          <p>
            <Way tab="people" subject={reported().id}>
              {name()}
            </Way>
          </p>
        )}
      </Show>
      <Show when={reported().name}>
        {(name) => (
          <p>
            <Way tab="servers" subject={reported().id}>
              {name()}
            </Way>
          </p>
        )}
      </Show>
      <Show when={reported().description}>{(description) => <p class="as-written">{description()}</p>}</Show>
    </blockquote>
  );
}
