/** What the pages of the instance's keepers share. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import { fullPage } from "../../state/instance";
import { t, type Key } from "../../text/text";
import { Field, FormDialog, showDialog } from "../dialogs";
import { administrationPath, follow, type AdministrationTab } from "../router";
import { listed, tell, type Listed } from "../server/parts";

/** Asks for the reason of something that is written into the journal, and does it. */
export function withReason(title: string, question: string, act: (reason: string) => Promise<unknown>, danger = true): void {
  showDialog(() => (
    <FormDialog title={title} action={title} danger={danger} submit={(form) => act(String(form.get("reason")).trim())}>
      <p>{question}</p>
      <Field label={t("admin.reason")} name="reason" maxlength="300" autofocus />
    </FormDialog>
  ));
}

export function Way(props: { tab: AdministrationTab; subject: Id; children: JSX.Element }): JSX.Element {
  const path = (): string => administrationPath(props.tab, props.subject);
  return (
    <a href={path()} onClick={(event) => follow(event, path())}>
      {props.children}
    </a>
  );
}

/** Facts in two columns. What is not known is left out. */
export function Facts(props: { of: [Key, JSX.Element][] }): JSX.Element {
  return (
    <dl class="facts">
      <For each={props.of.filter(([, value]) => value !== null && value !== undefined && value !== "")}>
        {([name, value]) => (
          <>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </>
        )}
      </For>
    </dl>
  );
}

export interface Paged<T> {
  list: Listed<T>;
  /** A button that brings what is older, while there may be any. */
  More: () => JSX.Element;
}

/** A list that comes in pages, the newest first. */
export function paged<T extends { id: Id }>(ask: (before?: Id) => Promise<T[]>): Paged<T> {
  const [more, setMore] = createSignal(false);
  const page = async (before?: Id): Promise<T[]> => {
    const found = await ask(before);
    setMore(fullPage(found));
    return found;
  };
  const list = listed<T>(() => page());
  const older = (): void => tell(page(list.items().at(-1)?.id).then((found) => list.change((before) => [...before, ...found])));
  return {
    list,
    More: () => (
      <Show when={more()}>
        <button type="button" class="button quiet" onClick={older}>
          {t("forum.more")}
        </button>
      </Show>
    ),
  };
}

/** For how long something holds, in seconds; empty for always. */
export function LifeField(): JSX.Element {
  const LIVES: [number, Key][] = [
    [3_600, "admin.life.hour"],
    [86_400, "admin.life.day"],
    [604_800, "admin.life.week"],
    [2_592_000, "admin.life.month"],
  ];
  return (
    <label class="field">
      <span>{t("admin.life")}</span>
      <select name="life">
        <option value="">{t("admin.life.ever")}</option>
        <For each={LIVES}>{([seconds, key]) => <option value={seconds}>{t(key)}</option>}</For>
      </select>
    </label>
  );
}

export function lifeIn(form: FormData): number | null {
  return Number(form.get("life")) || null;
}
