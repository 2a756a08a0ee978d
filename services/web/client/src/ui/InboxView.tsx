import { createResource, createSignal, For, Show, type JSX } from "solid-js";
import { channelName } from "../state/channels";
import { PAGE, shownMentions, type Mention } from "../state/inbox";
import { displayName } from "../state/names";
import { t, when } from "../text/text";
import { closeDialog, Dialog, explain } from "./dialogs";
import { Icon } from "./Icon";
import { MessageContent } from "./MessageContent";
import { notify } from "./notices";
import { channelPath, go } from "./router";
import { client } from "./session";

/** Messages that mention one, the newest first, each to go to or to be done with. */
export function InboxView(): JSX.Element {
  const [everyone, setEveryone] = createSignal(true);
  const [roles, setRoles] = createSignal(true);
  const [more, setMore] = createSignal<Mention[]>([]);
  const [ended, setEnded] = createSignal(true);
  const wanted = (): { everyone: boolean; roles: boolean } => ({ everyone: everyone(), roles: roles() });
  const [first] = createResource(wanted, async (asked) => {
    const page = await client.inbox.page(asked);
    setMore([]);
    setEnded(page.length < PAGE);
    return page;
  });
  const loaded = (): Mention[] => [...(first.error ? [] : (first.latest ?? [])), ...more()];
  const shown = (): Mention[] => shownMentions(client.state, loaded(), wanted());
  const next = (): void => {
    client.inbox.page(wanted(), loaded().at(-1)!.id).then(
      (page) => {
        setMore((before) => [...before, ...page]);
        setEnded(page.length < PAGE);
      },
      (failure: unknown) => notify(explain(failure)),
    );
  };
  return (
    <Dialog title={t("inbox.title")} wide>
      <div class="inbox-choice">
        <label>
          <input type="checkbox" checked={everyone()} onChange={(event) => setEveryone(event.currentTarget.checked)} /> {t("inbox.everyone")}
        </label>
        <label>
          <input type="checkbox" checked={roles()} onChange={(event) => setRoles(event.currentTarget.checked)} /> {t("inbox.roles")}
        </label>
      </div>
      <Show when={shown().length} fallback={<p role="status">{first.error ? explain(first.error) : t(first.loading ? "app.loading" : "inbox.none")}</p>}>
        <ul class="inbox">
          <For each={shown()}>{(message) => <MentionView message={message} />}</For>
        </ul>
      </Show>
      <Show when={!ended()}>
        <button type="button" class="button quiet" onClick={next}>
          {t("forum.more")}
        </button>
      </Show>
    </Dialog>
  );
}

function MentionView(props: { message: Mention }): JSX.Element {
  const path = (): string => channelPath(props.message.guild_id, props.message.channel_id, props.message.id);
  const author = (): string => displayName(client.state, props.message.author, props.message.guild_id);
  const where = (): string => {
    const channel = client.state.channels[props.message.channel_id];
    const guild = client.state.guilds[props.message.guild_id ?? ""];
    return [channel && `#${channelName(client.state, channel)}`, guild?.name].filter(Boolean).join(" · ");
  };
  const visit = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    closeDialog();
    go(path());
  };
  const dismiss = (): void => {
    client.inbox.dismiss(props.message.id).catch((failure: unknown) => notify(explain(failure)));
  };
  return (
    <li class="hit">
      <div class="row">
        <a class="grow" href={path()} onClick={visit}>
          <strong>{author()}</strong> {where()} <time datetime={props.message.timestamp}>{when(Date.parse(props.message.timestamp))}</time>
        </a>
        <button type="button" class="icon-button" aria-label={t("inbox.dismiss", { name: author() })} title={t("inbox.done")} onClick={dismiss}>
          <Icon name="close" />
        </button>
      </div>
      <MessageContent text={props.message.content} guildId={props.message.guild_id} />
      <Show when={props.message.attachments?.length}>
        <small>{props.message.attachments!.map(({ filename }) => filename).join(", ")}</small>
      </Show>
    </li>
  );
}
