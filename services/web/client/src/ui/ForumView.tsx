import { createEffect, createSignal, For, on, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Channel, Message } from "../protocol/types";
import { channelsIn, isUnread } from "../state/channels";
import { displayName } from "../state/names";
import { may, Permission } from "../state/permissions";
import { t } from "../text/text";
import { explain, Field, FormDialog, showDialog } from "./dialogs";
import { Icon } from "./Icon";
import { notify } from "./notices";
import { channelPath, follow, go } from "./router";
import { client } from "./session";

/** A forum: its posts, those with the newest messages first, a page at a time. */
export function ForumView(props: { channel: Channel; openDrawer: () => void }): JSX.Element {
  const [posts, setPosts] = createSignal<Channel[]>([]);
  const [first, setFirst] = createSignal<Record<Id, Message>>({});
  const [more, setMore] = createSignal(false);
  const [loaded, setLoaded] = createSignal(false);
  const load = async (): Promise<void> => {
    try {
      const page = await client.places.posts(props.channel.id, posts().length);
      setPosts((before) => [...before, ...page.threads.filter((thread) => !before.some((known) => known.id === thread.id))]);
      setFirst((before) => ({ ...before, ...Object.fromEntries((page.first_messages ?? []).map((message) => [message.channel_id, message])) }));
      setMore(page.has_more);
    } catch (failure) {
      notify(explain(failure));
    } finally {
      setLoaded(true);
    }
  };
  createEffect(
    on(
      () => props.channel.id,
      () => {
        setPosts([]);
        void load();
      },
    ),
  );
  // What is newer than the page: posts that began meanwhile are among the guild's active threads.
  const shown = (): Channel[] => {
    const known = new Set(posts().map((post) => post.id));
    const begun = channelsIn(client.state, props.channel.guild_id ?? "@me").filter((channel) => channel.parent_id === props.channel.id && !known.has(channel.id));
    return [...begun, ...posts()];
  };
  return (
    <main class="forum">
      <header class="channel-head">
        <button type="button" class="icon-button only-narrow" aria-label={t("channel.list")} onClick={props.openDrawer}>
          <Icon name="menu" />
        </button>
        <Icon name="forum" />
        <h1>{props.channel.name}</h1>
        <span class="grow" />
        <Show when={may(client.state, props.channel, Permission.SendMessages)}>
          <button type="button" class="button" onClick={() => newPost(props.channel)}>
            {t("forum.new")}
          </button>
        </Show>
      </header>
      <div class="forum-body">
        <Show when={!loaded() || shown().length} fallback={<p class="hint">{t("forum.empty")}</p>}>
          <ul>
            <For each={shown()}>
              {(post) => (
                <Post post={client.state.channels[post.id] ?? post} first={first()[post.id]} tags={props.channel.available_tags ?? []} guildId={props.channel.guild_id} />
              )}
            </For>
          </ul>
        </Show>
        <Show when={more()}>
          <button type="button" class="button quiet wide" onClick={() => void load()}>
            {t("forum.more")}
          </button>
        </Show>
      </div>
    </main>
  );
}

function Post(props: { post: Channel; first: Message | undefined; tags: { id: Id; name: string }[]; guildId: Id | undefined }): JSX.Element {
  const path = (): string => channelPath(props.guildId, props.post.id);
  const tags = (): string[] => (props.post.applied_tags ?? []).flatMap((id) => props.tags.find((tag) => tag.id === id)?.name ?? []);
  const open = (event: MouseEvent): void => {
    client.keep({ ...props.post, ...(props.guildId ? { guild_id: props.guildId } : {}) });
    follow(event, path());
  };
  return (
    <li>
      <a class="post" classList={{ unread: isUnread(client.state, props.post) }} href={path()} onClick={open}>
        <strong>{props.post.name}</strong>
        <For each={tags()}>{(tag) => <span class="tag">{tag}</span>}</For>
        <Show when={props.first}>
          {(message) => (
            <span class="post-text">
              {displayName(client.state, message().author, props.guildId)}: {message().content.slice(0, 160)}
            </span>
          )}
        </Show>
        <small>{t("forum.messages", { count: props.post.message_count ?? 0 })}</small>
      </a>
    </li>
  );
}

function newPost(forum: Channel): void {
  const tags = forum.available_tags ?? [];
  const submit = async (form: FormData): Promise<void> => {
    const post = await client.places.createPost(forum.id, String(form.get("name")), String(form.get("content")), form.getAll("tag").map(String));
    client.keep(post);
    go(channelPath(forum.guild_id, post.id));
  };
  showDialog(() => (
    <FormDialog title={t("forum.new")} action={t("forum.post")} submit={submit}>
      <Field label={t("forum.title")} name="name" required maxlength="100" autofocus />
      <label class="field">
        <span>{t("forum.text")}</span>
        <textarea name="content" rows="5" required maxlength="2000" />
      </label>
      <Show when={tags.length}>
        <fieldset class="component-choices">
          <legend>{t("forum.tags")}</legend>
          <For each={tags}>
            {(tag) => (
              <label class="check">
                <input type="checkbox" name="tag" value={tag.id} />
                {tag.name}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
    </FormDialog>
  ));
}
