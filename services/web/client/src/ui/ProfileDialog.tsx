import { createResource, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { RelationshipType, type User } from "../protocol/types";
import { displayName } from "../state/names";
import { guildPermissions, Permission } from "../state/permissions";
import { t, type Key } from "../text/text";
import { Avatar } from "./Avatar";
import { closeDialog, confirm, Dialog, explain, showDialog } from "./dialogs";
import { MessageContent } from "./MessageContent";
import { notify } from "./notices";
import { report } from "./report";
import { channelPath, go } from "./router";
import { client } from "./session";

interface Deed {
  text: Key;
  danger?: boolean;
  act: () => void;
}

export function showProfile(user: User, guildId?: Id): void {
  showDialog(() => <ProfileDialog user={user} guildId={guildId} />);
}

/** Who somebody is, what one noted about them, and what one can do. */
function ProfileDialog(props: { user: User; guildId: Id | undefined }): JSX.Element {
  const user = (): User => client.state.users[props.user.id] ?? props.user;
  const name = (): string => displayName(client.state, user(), props.guildId);
  const mine = (): boolean => user().id === client.state.me?.id;
  // Of somebody with whom one has nothing to do there is no profile; what is known already is shown then.
  const [profile] = createResource(() => client.people.profile(props.user.id, props.guildId).catch(() => null));
  const [note] = createResource(() => client.people.note(props.user.id).catch(() => ""));
  const about = (): string => profile()?.guild_member_profile?.bio || profile()?.user_profile?.bio || profile()?.user.bio || "";
  const keepNote = (text: string): void => {
    if (text !== note()) tell(client.people.setNote(props.user.id, text));
  };
  return (
    <Dialog title={name()}>
      <div class="row profile">
        <Avatar user={user()} name={name()} status />
        <span class="grow who">
          <strong>{name()}</strong>
          <small>{user().username}</small>
        </span>
        <Show when={user().bot}>
          <span class="tag">{t("message.app")}</span>
        </Show>
      </div>
      <Show when={about()}>
        <MessageContent text={about()} />
      </Show>
      <Show when={!mine()}>
        <label class="field">
          <span>{t("profile.note")}</span>
          <textarea rows="2" maxlength="256" value={note() ?? ""} disabled={note.loading} onChange={(event) => keepNote(event.currentTarget.value)} />
        </label>
        <div class="profile-deeds">
          <For each={deeds(user(), props.guildId, name())}>
            {(deed) => (
              <button type="button" class="button" classList={{ danger: deed.danger ?? false, quiet: !deed.danger }} onClick={() => deed.act()}>
                {t(deed.text)}
              </button>
            )}
          </For>
        </div>
      </Show>
    </Dialog>
  );
}

function deeds(user: User, guildId: Id | undefined, name: string): Deed[] {
  const { state, people, places } = client;
  const type = state.relationships[user.id]?.type;
  const all: Deed[] = [{ text: "members.message", act: () => write(user.id) }];
  if (!user.bot) {
    if (type === undefined) all.push({ text: "friends.ask", act: () => tell(people.befriend(user.id)) });
    if (type === RelationshipType.Incoming) all.push({ text: "friends.accept", act: () => tell(people.befriend(user.id)) });
    if (type === RelationshipType.Friend) all.push({ text: "friends.remove", act: () => tell(people.endRelationship(user.id)) });
    if (type === RelationshipType.Outgoing) all.push({ text: "friends.withdraw", act: () => tell(people.endRelationship(user.id)) });
    if (type === RelationshipType.Blocked) all.push({ text: "friends.unblock", act: () => tell(people.endRelationship(user.id)) });
    else all.push({ text: "friends.block", danger: true, act: () => tell(people.block(user.id)) });
  }
  all.push({ text: "report.user", danger: true, act: () => report({ subject: "user", user_id: user.id }) });
  if (guildId && state.members[guildId]?.[user.id] && state.guilds[guildId]?.owner_id !== user.id) {
    const me = state.me!.id;
    const permissions = guildPermissions(state, guildId, { userId: me, roles: state.members[guildId]?.[me]?.roles ?? [] });
    if (permissions & Permission.KickMembers) {
      all.push({ text: "members.kick", danger: true, act: () => confirm(t("members.kick"), t("members.kickQuestion", { name }), t("members.kick"), () => places.kick(guildId, user.id)) });
    }
    if (permissions & Permission.BanMembers) {
      all.push({ text: "members.ban", danger: true, act: () => confirm(t("members.ban"), t("members.banQuestion", { name }), t("members.ban"), () => places.ban(guildId, user.id)) });
    }
  }
  return all;
}

function write(userId: Id): void {
  tell(
    client.openDirect(userId).then((channel) => {
      closeDialog();
      go(channelPath(null, channel.id));
    }),
  );
}

function tell(done: Promise<unknown>): void {
  done.catch((failure: unknown) => notify(explain(failure)));
}
