import { createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import { t } from "../../text/text";
import { Field, Form } from "../dialogs";
import { administrationPath, follow, go, type AdministrationTab } from "../router";

interface Props<T> {
  label: string;
  listLabel: string;
  empty: string;
  tab: AdministrationTab;
  /** Who or what is looked at. */
  chosen: Id | null;
  find: (query: string) => Promise<T[]>;
  text: (found: T) => string;
  children: (id: Id) => JSX.Element;
}

/** Looks for something by its name and shows one of what was found. There are no lists of all: they would be as long as the instance is large. */
export function Finder<T extends { id: Id }>(props: Props<T>): JSX.Element {
  const [found, setFound] = createSignal<T[] | null>(null);
  const find = async (form: FormData): Promise<void> => {
    const results = await props.find(String(form.get("query")).trim());
    setFound(results);
    const [only, ...others] = results;
    if (only && !others.length) go(administrationPath(props.tab, only.id));
  };
  return (
    <div class="two-panes">
      <section>
        <Form action={t("admin.find")} submit={find}>
          <Field label={props.label} name="query" type="search" required maxlength="254" autocomplete="off" />
        </Form>
        <Show when={found()}>
          {(results) => (
            <Show when={results().length} fallback={<p role="status" class="hint">{props.empty}</p>}>
              <ul class="entries" aria-label={props.listLabel}>
                <For each={results()}>
                  {(each) => (
                    <li class="entry">
                      <a
                        class="grow"
                        href={administrationPath(props.tab, each.id)}
                        aria-current={each.id === props.chosen ? "page" : undefined}
                        onClick={(event) => follow(event, administrationPath(props.tab, each.id))}
                      >
                        {props.text(each)}
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Show>
      </section>
      <Show when={props.chosen} keyed fallback={<p class="hint">{t("admin.findHint")}</p>}>
        {(id) => props.children(id)}
      </Show>
    </div>
  );
}
