import { createMemo, For, lazy, Show, type JSX } from "solid-js";
import { arrangedGuilds, type GuildFolder } from "../state/guildFolders";
import { t } from "../text/text";
import { Field, FormDialog, showDialog } from "./dialogs";
import { Icon } from "./Icon";
import { channelPath, follow, go } from "./router";
import { client } from "./session";
import { FolderItem, GuildItem } from "./GuildItem";

const ArrangeDialog = lazy(() => import("./ArrangeDialog"));

/** All guilds, and private conversations above them. */
export function GuildRail(props: { guildId: string | null }): JSX.Element {
  const folders = createMemo(() => arrangedGuilds(client.state));
  // Told apart by what they are: an item stays the same when others are moved.
  const names = (): string[] => folders().map((folder) => (folder.id === null ? folder.guild_ids[0]! : `folder ${folder.id}`));
  const folderAt = (index: number): GuildFolder | undefined => folders()[index];
  return (
    <nav class="rail" data-region aria-label={t("guild.list")}>
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
        <For each={names()}>
          {(name, index) => (
            <Show when={name.startsWith("folder ") && folderAt(index())} fallback={<GuildItem id={name} current={props.guildId === name} />}>
              {(folder) => <FolderItem folder={folder()} guildId={props.guildId} />}
            </Show>
          )}
        </For>
      </ul>
      <button type="button" class="rail-item" aria-label={t("guild.add")} title={t("guild.add")} onClick={addGuild}>
        <Icon name="plus" />
      </button>
      <Show when={client.state.guildOrder.length > 1}>
        <button type="button" class="rail-item" aria-label={t("arrange.title")} title={t("arrange.title")} onClick={() => showDialog(() => <ArrangeDialog />)}>
          <Icon name="sort" />
        </button>
      </Show>
    </nav>
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
