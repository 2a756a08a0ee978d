import { createResource, Show, type JSX } from "solid-js";
import { t } from "../text/text";
import { Form } from "./dialogs";
import { channelPath, go, place } from "./router";
import { client, token } from "./session";

export function InvitePage(): JSX.Element {
  const code = (): string => {
    const current = place();
    return current.page === "invite" ? current.code : "";
  };
  const [invite] = createResource(code, (wanted) => client.places.invite(wanted).catch(() => null));
  const accept = async (): Promise<void> => {
    if (token() === null) {
      go(`/login?next=${encodeURIComponent(`/invite/${code()}`)}`);
      return;
    }
    const accepted = await client.places.acceptInvite(code());
    go(channelPath(accepted.guild?.id, accepted.channel?.id));
  };
  return (
    <main class="card-page">
      <div class="card">
        <Show when={!invite.loading} fallback={<p role="status">{t("app.loading")}</p>}>
          <Show when={invite()} fallback={<h1>{t("invite.invalid")}</h1>}>
            {(shown) => (
              <>
                <h1>{t("invite.joinQuestion", { name: shown().guild?.name ?? "" })}</h1>
                <p>
                  {t("invite.counts", {
                    online: shown().approximate_presence_count ?? 0,
                    members: shown().approximate_member_count ?? 0,
                  })}
                </p>
                <Form action={t("invite.accept")} submit={accept}>
                  <></>
                </Form>
              </>
            )}
          </Show>
        </Show>
      </div>
    </main>
  );
}
