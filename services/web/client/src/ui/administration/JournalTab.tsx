import { Show, type JSX } from "solid-js";
import type { Deed } from "../../protocol/instance";
import { longTime, t, when, type Key } from "../../text/text";
import { client } from "../session";
import { Entries } from "../server/parts";
import { Facts, paged, Way } from "./parts";

const OUTCOMES: Record<Deed["outcome"], Key> = { begun: "admin.journal.begun", done: "admin.journal.done", refused: "admin.journal.refused" };

/** What those who look after the instance did to it, the newest first. */
export function JournalTab(): JSX.Element {
  const { list, More } = paged<Deed>((before) => client.instance.deeds(before));
  return (
    <>
      <Entries of={list} empty={t("admin.journal.none")} label={t("admin.journal")}>
        {(deed) => (
          <details class="grow">
            <summary>
              <code>{deed.action}</code> · {t(OUTCOMES[deed.outcome])} ·{" "}
              <time datetime={deed.at} title={longTime(Date.parse(deed.at))}>
                {when(Date.parse(deed.at))}
              </time>
            </summary>
            <Facts
              of={[
                ["admin.journal.by", deed.user_id === "0" ? t("admin.journal.operator") : <Person id={deed.user_id} />],
                ["admin.journal.from", deed.address],
                ["admin.reason", deed.reason],
                ["admin.journal.target", Object.values(deed.target).join(" ")],
              ]}
            />
            <Show when={Object.keys(deed.changes).length}>
              <pre class="as-written" tabindex="0" aria-label={t("admin.journal.changes")}>
                {JSON.stringify(deed.changes, null, 2)}
              </pre>
            </Show>
          </details>
        )}
      </Entries>
      <More />
    </>
  );
}

function Person(props: { id: string }): JSX.Element {
  return (
    <Way tab="people" subject={props.id}>
      {props.id}
    </Way>
  );
}
