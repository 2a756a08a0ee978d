/** Groups of friends: beginning one, who belongs to it, its name, and leaving it. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { ChannelType, RelationshipType, type Channel, type User } from "../protocol/types";
import { channelName } from "../state/channels";
import { friendName } from "../state/names";
import { t } from "../text/text";
import { Avatar } from "./Avatar";
import { confirm, Dialog, explain, Field, FormDialog, showDialog } from "./dialogs";
import { Icon } from "./Icon";
import type { MenuItem } from "./Menu";
import { notify } from "./notices";
import { channelPath, go } from "./router";
import { client } from "./session";

export function groupDialog(): void {
  showDialog(() => (
    <FriendsDialog
      title={t("group.create")}
      but={[]}
      submit={async (friends) => {
        const group = client.keep(await client.people.beginGroup(friends));
        go(channelPath(null, group.id));
      }}
    />
  ));
}

/** What one can do about a conversation outside of guilds, besides writing in it. */
export function groupMenu(channel: Channel): MenuItem[] {
  const bots = (channel.recipients ?? []).some((user) => user.bot);
  const add: MenuItem[] = bots ? [] : [{ text: t("group.add"), icon: "plus", act: () => addDialog(channel) }];
  if (channel.type !== ChannelType.Group) return add;
  const leave = async (): Promise<void> => {
    await client.people.leaveGroup(channel.id);
    go("/channels/@me");
  };
  return [
    { text: t("group.members"), icon: "members", act: () => showDialog(() => <Members channelId={channel.id} />) },
    ...add,
    { text: t("group.rename"), icon: "edit", act: () => nameDialog(channel) },
    {
      text: t("group.leave"),
      icon: "close",
      danger: true,
      act: () => confirm(t("group.leave"), t("group.leaveQuestion", { name: channelName(client.state, channel) }), t("group.leave"), leave),
    },
  ];
}

function addDialog(channel: Channel): void {
  const known = (channel.recipients ?? []).map(({ id }) => id);
  const add = async (friends: Id[]): Promise<void> => {
    let place = channel.id;
    for (const friend of friends) {
      const begun = await client.people.addToGroup(place, friend);
      if (begun) place = client.keep(begun).id;
    }
    go(channelPath(null, place));
  };
  showDialog(() => <FriendsDialog title={t("group.add")} but={known} submit={add} />);
}

function nameDialog(channel: Channel): void {
  showDialog(() => (
    <FormDialog
      title={t("group.rename")}
      action={t("group.rename")}
      submit={(form) => client.people.nameGroup(channel.id, String(form.get("name")).trim())}
    >
      <Field label={t("group.name")} name="name" maxlength="100" value={channel.name ?? ""} />
    </FormDialog>
  ));
}

/** Chooses among one's friends, but for these. */
function FriendsDialog(props: { title: string; but: Id[]; submit: (friends: Id[]) => Promise<void> }): JSX.Element {
  const friends = Object.entries(client.state.relationships)
    .filter(([id, { type }]) => type === RelationshipType.Friend && !props.but.includes(id))
    .flatMap(([id]) => client.state.users[id] ?? [])
    .sort((left, right) => friendName(client.state, left).localeCompare(friendName(client.state, right)));
  const [chosen, setChosen] = createSignal<Id[]>([]);
  const toggle = (id: Id): void => void setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <Show
      when={friends.length}
      fallback={
        <Dialog title={props.title}>
          <p>{t("group.noFriends")}</p>
        </Dialog>
      }
    >
      <FormDialog title={props.title} action={props.title} submit={() => props.submit(chosen())}>
        <fieldset>
          <legend>{t("group.whom")}</legend>
          <For each={friends}>
            {(friend) => (
              <label class="check">
                <input type="checkbox" checked={chosen().includes(friend.id)} onChange={() => toggle(friend.id)} />
                <span>{friendName(client.state, friend)}</span>
              </label>
            )}
          </For>
        </fieldset>
      </FormDialog>
    </Show>
  );
}

function Members(props: { channelId: Id }): JSX.Element {
  const group = (): Channel | undefined => client.state.channels[props.channelId];
  const owned = (): boolean => group()?.owner_id === client.state.me?.id;
  const members = createMemo(() => [client.state.me!, ...(group()?.recipients ?? []).filter(({ id }) => id !== client.state.me?.id)]);
  const remove = (user: User): void =>
    void client.people.removeFromGroup(props.channelId, user.id).catch((failure: unknown) => notify(explain(failure)));
  return (
    <Dialog title={t("group.members")}>
      <ul>
        <For each={members()}>
          {(user) => (
            <li class="friend">
              <span class="member-row">
                <Avatar user={user} name={friendName(client.state, user)} status />
                <span class="name">{friendName(client.state, user)}</span>
                <Show when={user.id === group()?.owner_id}>
                  <small>{t("group.owner")}</small>
                </Show>
              </span>
              <Show when={owned() && user.id !== client.state.me?.id}>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={`${t("group.remove")}: ${friendName(client.state, user)}`}
                  title={t("group.remove")}
                  onClick={() => remove(user)}
                >
                  <Icon name="close" />
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}
