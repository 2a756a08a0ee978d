import { createMemo, For, Show, type JSX } from "solid-js";
import { guildUnread } from "../state/channels";
import { initials } from "../state/names";
import { t } from "../text/text";
import { Field, FormDialog, showDialog } from "./dialogs";
import { Icon } from "./Icon";
import { channelPath, follow, go } from "./router";
import { CDN, client } from "./session";

/** All guilds, and private conversations above them. */
export function GuildRail(props: { guildId: string | null }): JSX.Element {
  return (
    <nav class="rail" aria-label={t("guild.list")}>
      <a
        class="rail-item"
        href="/channels/@me"
        aria-label={t("guild.direct")}
        aria-current={props.guildId === null ? "page" : undefined}
        onClick={(event) => follow(event, "/channels/@me")}
      >
        <Icon name="chats" />
      </a>
      <hr />
      <ul>
        <For each={client.state.guildOrder}>{(id) => <GuildItem id={id} current={props.guildId === id} />}</For>
      </ul>
      <button type="button" class="rail-item" aria-label={t("guild.add")} title={t("guild.add")} onClick={addGuild}>
        <Icon name="plus" />
      </button>
    </nav>
  );
}

function GuildItem(props: { id: string; current: boolean }): JSX.Element {
  const guild = (): (typeof client.state.guilds)[string] | undefined => client.state.guilds[props.id];
  // Looked at in several places, and dear: all channels of the guild with what this person may see.
  const news = createMemo(() => guildUnread(client.state, props.id));
  const name = (): string => guild()?.name ?? "…";
  const label = (): string => {
    if (news().mentions) return t("guild.mentions", { name: name(), count: news().mentions });
    return news().unread ? t("guild.unread", { name: name() }) : name();
  };
  return (
    <li classList={{ unread: news().unread }}>
      <a
        class="rail-item"
        href={channelPath(props.id)}
        title={name()}
        aria-current={props.current ? "page" : undefined}
        onClick={(event) => follow(event, channelPath(props.id))}
      >
        <Show when={guild()?.icon} fallback={<span aria-hidden="true">{initials(name())}</span>}>
          {(icon) => <img src={`${CDN}/icons/${props.id}/${icon()}.webp?size=96`} alt="" width="48" height="48" />}
        </Show>
        <span class="spoken">{label()}</span>
      </a>
      <Show when={news().mentions}>
        <span class="badge" aria-hidden="true">
          {news().mentions > 99 ? "99+" : news().mentions}
        </span>
      </Show>
    </li>
  );
}

export function addGuild(): void {
  showDialog(() => (
    <FormDialog title={t("guild.create")} action={t("dialog.create")} submit={create}>
      <Field label={t("guild.name")} name="name" required minlength="2" maxlength="100" autofocus />
      <button type="button" class="button quiet wide" onClick={joinGuild}>
        {t("guild.join")}
      </button>
    </FormDialog>
  ));
}

export function joinGuild(): void {
  showDialog(() => (
    <FormDialog title={t("guild.join")} action={t("guild.join")} submit={join}>
      <Field label={t("guild.inviteLink")} name="invite" required autofocus />
    </FormDialog>
  ));
}

async function create(form: FormData): Promise<void> {
  const guild = await client.places.createGuild(String(form.get("name")));
  go(channelPath(guild.id));
}

async function join(form: FormData): Promise<void> {
  const code = String(form.get("invite")).trim().split("/").filter(Boolean).at(-1) ?? "";
  const invite = await client.places.acceptInvite(code);
  go(channelPath(invite.guild?.id, invite.channel?.id));
}
