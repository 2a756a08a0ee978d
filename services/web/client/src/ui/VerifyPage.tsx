import { createSignal, Show, type JSX } from "solid-js";
import { proofIn } from "../state/entrance";
import { t } from "../text/text";
import { Form } from "./dialogs";
import { MailPage } from "./MailPage";
import { follow } from "./router";
import { client } from "./session";

/** Where the mail to a new address leads to. It waits for the person: what looks at links in mails by itself confirms nothing. */
export default function VerifyPage(): JSX.Element {
  const [done, setDone] = createSignal(false);
  const verify = async (): Promise<void> => {
    await client.entrance.verify(proofIn(location.hash) ?? "");
    setDone(true);
  };
  return (
    <MailPage>
      <h1>{t("verify.title")}</h1>
      <p role="status">{done() ? t("verify.done") : ""}</p>
      <Show
        when={!done()}
        fallback={
          <a class="button" href="/channels/@me" onClick={(event) => follow(event, "/channels/@me")}>
            {t("notFound.home")}
          </a>
        }
      >
        <Form action={t("verify.action")} submit={verify}>
          <p>{t("verify.how")}</p>
        </Form>
      </Show>
    </MailPage>
  );
}
