import { createSignal, Show, type JSX } from "solid-js";
import type { Ban } from "../../protocol/administration";
import { fullPageOfBans } from "../../state/administration";
import { t } from "../../text/text";
import { client } from "../session";
import { Entries, listed, Person, tell } from "./parts";
import type { TabProps } from "./ServerSettings";

/** Who may not come back. */
export function BansTab(props: TabProps): JSX.Element {
  const [more, setMore] = createSignal(false);
  const page = async (after?: string): Promise<Ban[]> => {
    const bans = await client.administration.bans(props.guildId, after);
    setMore(fullPageOfBans(bans));
    return bans;
  };
  const bans = listed<Ban>(() => page());
  const lift = (ban: Ban): void =>
    tell(
      client.administration
        .unban(props.guildId, ban.user.id)
        .then(() => bans.change((before) => before.filter((other) => other.user.id !== ban.user.id))),
    );
  const next = (): void => tell(page(bans.items().at(-1)?.user.id).then((found) => bans.change((before) => [...before, ...found])));
  return (
    <>
      <Entries of={bans} empty={t("bans.none")} label={t("server.bans")}>
        {(ban) => (
          <>
            <Person user={ban.user} guildId={props.guildId} note={ban.reason ?? undefined} />
            <button type="button" class="button quiet" onClick={() => lift(ban)}>
              {t("bans.lift")}
            </button>
          </>
        )}
      </Entries>
      <Show when={more()}>
        <button type="button" class="button quiet" onClick={next}>
          {t("forum.more")}
        </button>
      </Show>
    </>
  );
}
