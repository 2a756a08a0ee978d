/** One dialog at a time, over the page; the browser's own element traps the focus and gives it back. */
import { createSignal, onCleanup, Show, splitProps, type JSX } from "solid-js";
import { ApiError } from "../protocol/rest";
import { t } from "../text/text";
import { Icon } from "./Icon";

const [content, setContent] = createSignal<(() => JSX.Element) | null>(null);

export function showDialog(make: () => JSX.Element): void {
  setContent(() => make);
}

export function closeDialog(): void {
  setContent(null);
}

/** Closes the dialog that is shown now, when it is told to, but not one that took its place meanwhile. */
function closer(): () => void {
  const own = content();
  return () => {
    if (content() === own) setContent(null);
  };
}

export const dialogOpen = (): boolean => content() !== null;

export function DialogHost(): JSX.Element {
  return <Show when={content()} keyed>{(make) => make()}</Show>;
}

export function Dialog(props: { title: string; children: JSX.Element; wide?: boolean }): JSX.Element {
  const close = closer();
  const open = (element: HTMLDialogElement): void => {
    queueMicrotask(() => element.isConnected && element.showModal());
    // While it is still on the page: one that is only taken away does not give the focus back.
    onCleanup(() => element.close());
  };
  // At once, since the browser says only a moment later that it has closed one, and until then another key would find it open.
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog
      ref={open}
      class="dialog"
      classList={{ wide: props.wide ?? false }}
      aria-labelledby="dialog-title"
      onCancel={cancel}
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div class="dialog-body">
        <header>
          <h2 id="dialog-title">{props.title}</h2>
          <button type="button" class="icon-button" aria-label={t("dialog.close")} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}

/** A form in a dialog: one request, its errors below their fields, closed when it is done. */
export function FormDialog(props: {
  title: string;
  action: string;
  danger?: boolean;
  submit: (form: FormData) => Promise<unknown>;
  children: JSX.Element;
}): JSX.Element {
  const close = closer();
  return (
    <Dialog title={props.title}>
      <Form action={props.action} danger={props.danger ?? false} cancel={close} submit={(form) => props.submit(form).then(close)}>
        {props.children}
      </Form>
    </Dialog>
  );
}

export function Form(props: {
  action: string;
  danger?: boolean;
  cancel?: () => void;
  submit: (form: FormData) => Promise<unknown>;
  children: JSX.Element;
}): JSX.Element {
  const [error, setError] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> => {
    event.preventDefault();
    if (busy()) return;
    const form = event.currentTarget;
    setBusy(true);
    setError(null);
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    try {
      await props.submit(new FormData(form));
    } catch (failure) {
      setError(explain(failure, form));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      {props.children}
      <p class="form-error" role="alert">
        {error()}
      </p>
      <footer class="form-actions">
        <Show when={props.cancel}>
          {(cancel) => (
            <button type="button" class="button quiet" onClick={() => cancel()()}>
              {t("dialog.cancel")}
            </button>
          )}
        </Show>
        <button type="submit" class="button" classList={{ danger: props.danger ?? false }} disabled={busy()}>
          {props.action}
        </button>
      </footer>
    </form>
  );
}

export function Field(props: JSX.InputHTMLAttributes<HTMLInputElement> & { label: string; name: string }): JSX.Element {
  const [own, input] = splitProps(props, ["label"]);
  return (
    <label class="field">
      <span>{own.label}</span>
      <input {...input} />
    </label>
  );
}

/** For what takes the place of something else: the keyboard goes on there, once it is on the page and no dialog is in front of it. */
export function focusSoon(element: HTMLElement): void {
  setTimeout(() => element.focus());
}

export function confirm(title: string, question: string, action: string, act: () => Promise<unknown>): void {
  showDialog(() => (
    <FormDialog title={title} action={action} danger submit={act}>
      <p>{question}</p>
    </FormDialog>
  ));
}

/** The words of a failure; the fields that it is about are marked. */
export function explain(failure: unknown, form?: HTMLFormElement): string {
  if (!(failure instanceof ApiError)) return t("error.unknown", { reason: String(failure) });
  if (failure.unreachable) return t("auth.unreachable");
  for (const field of failure.fields.keys()) {
    form?.querySelector(`[name="${CSS.escape(field)}"]`)?.setAttribute("aria-invalid", "true");
  }
  return failure.fields.size ? [...failure.fields.values()].join(" ") : failure.message;
}
