import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { RelationshipType } from "../protocol/types";
import { friendName } from "../state/names";
import { t, type Key } from "../text/text";
import { Avatar } from "./Avatar";
import { explain, Field, Form } from "./dialogs";
import { FirstSteps } from "./FirstSteps";
import { groupDialog } from "./groups";
import { Icon, type IconName } from "./Icon";
import { notify } from "./notices";
import { showProfile } from "./ProfileDialog";
import { channelPath, go } from "./router";
import { client } from "./session";

interface Action {
  text: Key;
  icon: IconName;
  act: (userId: Id) => Promise<unknown>;
}

const WRITE: Action = {
  text: "members.message",
  icon: "chats",
  act: (userId) => client.openDirect(userId).then((channel) => go(channelPath(null, channel.id))),
};
const end = (text: Key): Action => ({ text, icon: "close", act: (userId) => client.people.endRelationship(userId) });

/** Whom one knows, by what they are to one. */
const GROUPS: { type: RelationshipType; title: Key; actions: Action[] }[] = [
  {
    type: RelationshipType.Incoming,
    title: "friends.incoming",
    actions: [{ text: "friends.accept", icon: "plus", act: (userId) => client.people.befriend(userId) }, end("friends.decline")],
  },
  { type: RelationshipType.Friend, title: "friends.all", actions: [WRITE, end("friends.remove")] },
  { type: RelationshipType.Outgoing, title: "friends.outgoing", actions: [end("friends.withdraw")] },
  { type: RelationshipType.Blocked, title: "friends.blocked", actions: [end("friends.unblock")] },
];

export function FriendsPage(props: { openDrawer: () => void }): JSX.Element {
  const [name, setName] = createSignal("");
  const ask = async (form: FormData): Promise<void> => {
    await client.people.askByName(String(form.get("username")).trim());
    setName("");
    notify(t("friends.asked"));
  };
  return (
    <main class="friends">
      <header class="channel-head">
        <button type="button" class="icon-button only-narrow" aria-label={t("channel.list")} onClick={props.openDrawer}>
          <Icon name="menu" />
        </button>
        <Icon name="members" />
        <h1>{t("friends.title")}</h1>
        <span class="grow" />
        <button type="button" class="button" onClick={groupDialog}>
          {t("group.create")}
        </button>
      </header>
      <div class="friends-body">
        <FirstSteps />
        <Form action={t("friends.ask")} submit={ask}>
          <Field
            label={t("friends.askByName")}
            name="username"
            required
            maxlength="37"
            autocomplete="off"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Form>
        <For each={GROUPS}>{(group) => <Group {...group} />}</For>
      </div>
    </main>
  );
}

function Group(props: { type: RelationshipType; title: Key; actions: Action[] }): JSX.Element {
  const people = createMemo(() =>
    Object.entries(client.state.relationships)
      .filter(([, relationship]) => relationship.type === props.type)
      .flatMap(([id]) => client.state.users[id] ?? [])
      .sort((left, right) => friendName(client.state, left).localeCompare(friendName(client.state, right))),
  );
  const heading = `friends-${props.type}`;
  return (
    <Show when={people().length}>
      <section aria-labelledby={heading}>
        <h2 id={heading} class="member-group">
          {t("members.group", { name: t(props.title), count: people().length })}
        </h2>
        <ul>
          <For each={people()}>
            {(user) => (
              <li class="friend">
                <button type="button" class="member-row" onClick={() => showProfile(user)}>
                  <Avatar user={user} name={friendName(client.state, user)} status={props.type === RelationshipType.Friend} />
                  <span class="name">{friendName(client.state, user)}</span>
                  <small>{user.username}</small>
                </button>
                <For each={props.actions}>
                  {(action) => (
                    <button
                      type="button"
                      class="icon-button"
                      aria-label={`${t(action.text)}: ${friendName(client.state, user)}`}
                      title={t(action.text)}
                      onClick={() => action.act(user.id).catch((failure: unknown) => notify(explain(failure)))}
                    >
                      <Icon name={action.icon} />
                    </button>
                  )}
                </For>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
