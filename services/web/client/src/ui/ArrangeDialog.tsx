import { createMemo, For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import { arrangedGuilds, changed, dissolved, joined, placed, stepped, steppedFolder, type GuildFolder } from "../state/guildFolders";
import { t } from "../text/text";
import { Dialog } from "./dialogs";
import { Icon } from "./Icon";
import { client } from "./session";
import { tell } from "./server/parts";

const DEFAULT_COLOUR = "#8a93a6";

/** The order of one's servers and their folders, for whoever drags nothing. */
export default function ArrangeDialog(): JSX.Element {
  const folders = createMemo(() => arrangedGuilds(client.state));
  const names = (): string[] => folders().map((folder) => (folder.id === null ? folder.guild_ids[0]! : `folder ${folder.id}`));
  return (
    <Dialog title={t("arrange.title")}>
      <p class="hint">{t("arrange.how")}</p>
      <ul class="arranged" aria-label={t("guild.list")}>
        <For each={names()}>
          {(name, index) => (
            <li>
              <Show when={name.startsWith("folder ") && folders()[index()]} fallback={<GuildLine id={name} />}>
                {(folder) => <FolderLines folder={folder()} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  );
}

const guildName = (id: Id): string => client.state.guilds[id]?.name ?? "…";

function keep(next: GuildFolder[] | null): void {
  if (next) tell(client.guildList.arrange(next));
}

function Steps(props: { name: string; step: (step: 1 | -1) => GuildFolder[] | null }): JSX.Element {
  const move = (button: HTMLElement, step: 1 | -1): void => {
    keep(props.step(step));
    queueMicrotask(() => button.isConnected && button.focus());
  };
  return (
    <>
      <button type="button" class="icon-button" aria-label={t("arrange.up", { name: props.name })} onClick={(event) => move(event.currentTarget, -1)}>
        <Icon name="up" />
      </button>
      <button type="button" class="icon-button" aria-label={t("arrange.down", { name: props.name })} onClick={(event) => move(event.currentTarget, 1)}>
        <Icon name="down" />
      </button>
    </>
  );
}

function GuildLine(props: { id: Id }): JSX.Element {
  const list = createMemo(() => arrangedGuilds(client.state));
  const place = (): number => list().findIndex(({ guild_ids }) => guild_ids.includes(props.id));
  const own = (): number | null => list()[place()]?.id ?? null;
  /** A choice is a folder's number, the id of a server to begin one with, or nothing: out of the folder. */
  const put = (choice: string): void => {
    const [kind, id] = choice.split(" ");
    if (kind === "folder") keep(placed(list(), props.id, { folder: Number(id), at: Number.MAX_SAFE_INTEGER }));
    else if (kind === "with") keep(joined(list(), props.id, id!));
    else if (kind === "out") keep(placed(list(), props.id, { folder: null, at: place() + 1 }));
  };
  const loose = (): GuildFolder[] => list().filter((folder) => folder.id === null && folder.guild_ids[0] !== props.id);
  return (
    <div class="row">
      <span class="grow">{guildName(props.id)}</span>
      <select
        aria-label={t("arrange.folderOf", { name: guildName(props.id) })}
        value=""
        onChange={(event) => {
          put(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
      >
        <option value="">{t("arrange.put")}</option>
        <Show when={own() !== null}>
          <option value="out">{t("arrange.out")}</option>
        </Show>
        <For each={list().filter(({ id }) => id !== null && id !== own())}>
          {(folder) => <option value={`folder ${folder.id}`}>{t("arrange.into", { name: folder.name || t("arrange.unnamed") })}</option>}
        </For>
        <For each={loose()}>{(folder) => <option value={`with ${folder.guild_ids[0]}`}>{t("arrange.with", { name: guildName(folder.guild_ids[0]!) })}</option>}</For>
      </select>
      <Steps name={guildName(props.id)} step={(step) => stepped(list(), props.id, step)} />
    </div>
  );
}

function FolderLines(props: { folder: GuildFolder }): JSX.Element {
  const id = (): number => props.folder.id!;
  const name = (): string => props.folder.name || t("arrange.unnamed");
  const list = (): GuildFolder[] => arrangedGuilds(client.state);
  const colour = (): string => (props.folder.color === null ? DEFAULT_COLOUR : `#${props.folder.color.toString(16).padStart(6, "0")}`);
  const change = (next: Partial<Pick<GuildFolder, "name" | "color">>): void => keep(changed(list(), id(), { name: props.folder.name, color: props.folder.color, ...next }));
  return (
    <section aria-label={name()}>
      <div class="row">
        <Icon name="folder" />
        <input
          class="grow"
          aria-label={t("arrange.name")}
          placeholder={t("arrange.unnamed")}
          maxlength="32"
          value={props.folder.name ?? ""}
          onChange={(event) => change({ name: event.currentTarget.value.trim() || null })}
        />
        <input type="color" aria-label={t("arrange.colour")} value={colour()} onChange={(event) => change({ color: parseInt(event.currentTarget.value.slice(1), 16) })} />
        <Steps name={name()} step={(step) => steppedFolder(list(), id(), step)} />
        <button type="button" class="icon-button" aria-label={t("arrange.dissolve", { name: name() })} title={t("arrange.dissolve", { name: name() })} onClick={() => keep(dissolved(list(), id()))}>
          <Icon name="close" />
        </button>
      </div>
      <ul aria-label={name()}>
        <For each={props.folder.guild_ids}>
          {(guildId) => (
            <li>
              <GuildLine id={guildId} />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
