import type { JSX } from "solid-js";
import type { Announcement } from "../../protocol/instance";
import { longTime, t } from "../../text/text";
import { Form } from "../dialogs";
import { client } from "../session";
import { Entries, listed, tell } from "../server/parts";
import { lifeIn, LifeField } from "./parts";

/** What everybody is told at the top of the page. */
export function AnnouncementsTab(): JSX.Element {
  const all = listed<Announcement>(() => client.instance.announcements());
  let text!: HTMLTextAreaElement;
  const announce = async (form: FormData): Promise<void> => {
    const made = await client.instance.announce(String(form.get("content")), lifeIn(form));
    text.value = "";
    all.change((before) => [made, ...before]);
  };
  const withdraw = (id: string): void =>
    tell(client.instance.withdraw(id).then(() => all.change((before) => before.filter((other) => other.id !== id))));
  return (
    <>
      <Form action={t("admin.announce")} submit={announce}>
        <label class="field">
          <span>{t("admin.announcement")}</span>
          <textarea ref={text} name="content" rows="3" maxlength="2000" required />
        </label>
        <LifeField />
      </Form>
      <Entries of={all} empty={t("admin.announcements.none")} label={t("admin.announcements")}>
        {(announcement) => (
          <>
            <span class="grow" dir="auto">
              <span class="as-written">{announcement.content}</span>
              <small>{announcement.expires_at ? t("admin.until", { time: longTime(Date.parse(announcement.expires_at)) }) : t("admin.life.ever")}</small>
            </span>
            <button type="button" class="button quiet" onClick={() => withdraw(announcement.id)}>
              {t("admin.withdraw")}
            </button>
          </>
        )}
      </Entries>
    </>
  );
}
