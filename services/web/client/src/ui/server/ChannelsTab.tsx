import { createMemo, For, Show, type JSX } from "solid-js";
import type { Id } from "../../protocol/snowflake";
import { ChannelType, type Channel } from "../../protocol/types";
import { movedChannels, siblings } from "../../state/channelOrder";
import { channelGroups, channelsIn } from "../../state/channels";
import { t } from "../../text/text";
import { kindOf } from "../ChannelSidebar";
import { confirm, Field, Form } from "../dialogs";
import { Icon } from "../Icon";
import { notify } from "../notices";
import { follow, go, serverPath } from "../router";
import { client } from "../session";
import { OverwritesEditor } from "./OverwritesEditor";
import { tell } from "./parts";
import type { TabProps } from "./ServerSettings";
import { useSorting } from "./sorting";

const PAUSES = [0, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600];

/** All channels in their order; one of them can be looked at and changed. */
export function ChannelsTab(props: TabProps): JSX.Element {
  const groups = createMemo(() => channelGroups(client.state, props.guildId));
  const chosen = (): Channel | undefined => (props.subject ? client.state.channels[props.subject] : undefined);
  return (
    <div class="two-panes">
      <section>
        <p class="hint">{t("channels.orderHint")}</p>
        <For each={groups()}>
          {(group) => (
            <section class="group" aria-label={group.category?.name ?? t("channels.withoutCategory")}>
              <Show when={group.category}>{(category) => <Line channel={category()} subject={props.subject} />}</Show>
              <ul class="entries inside">
                <Lines channels={group.channels} subject={props.subject} />
              </ul>
            </section>
          )}
        </For>
      </section>
      <Show when={chosen()?.id} keyed fallback={<p class="hint">{t("channels.chooseOne")}</p>}>
        {(_id) => <ChannelEditor channel={chosen()!} guildId={props.guildId} />}
      </Show>
    </div>
  );
}

function move(channel: Channel, to: number): void {
  const places = movedChannels(siblings(client.state, channel), channel.id, to);
  if (places.length) tell(client.administration.placeChannels(channel.guild_id!, places));
}

function Lines(props: { channels: Channel[]; subject: string | null }): JSX.Element {
  const sorting = useSorting((id, to) => {
    const dragged = client.state.channels[id];
    const at = props.channels[to];
    if (!dragged || !at) return;
    const target = siblings(client.state, dragged).findIndex((channel) => channel.id === at.id);
    if (target >= 0) move(dragged, target);
  });
  return (
    <For each={props.channels}>
      {(channel, index) => (
        <li {...sorting.item(channel.id, index())}>
          <Line channel={channel} subject={props.subject} />
        </li>
      )}
    </For>
  );
}

function Line(props: { channel: Channel; subject: string | null }): JSX.Element {
  const path = (): string => serverPath(props.channel.guild_id!, "channels", props.channel.id);
  const around = createMemo(() => siblings(client.state, props.channel));
  const at = (): number => around().findIndex((channel) => channel.id === props.channel.id);
  const name = (): string => props.channel.name ?? "";
  return (
    <div class="entry">
      <Show when={props.channel.type !== ChannelType.Category}>
        <Icon name={kindOf(props.channel).icon} />
      </Show>
      <a
        class="grow"
        href={path()}
        aria-current={props.channel.id === props.subject ? "page" : undefined}
        onClick={(event) => follow(event, path())}
      >
        {name()}
      </a>
      <button type="button" class="icon-button" aria-label={t("role.up", { name: name() })} disabled={at() <= 0} onClick={() => move(props.channel, at() - 1)}>
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t("role.down", { name: name() })}
        disabled={at() < 0 || at() >= around().length - 1}
        onClick={() => move(props.channel, at() + 1)}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}

function ChannelEditor(props: { channel: Channel; guildId: Id }): JSX.Element {
  const isCategory = (): boolean => props.channel.type === ChannelType.Category;
  const hasTopic = (): boolean => [ChannelType.Text, ChannelType.Announcement, ChannelType.Forum, ChannelType.Media].includes(props.channel.type);
  const categories = (): Channel[] =>
    channelsIn(client.state, props.guildId).filter((channel) => channel.type === ChannelType.Category);
  const save = async (form: FormData): Promise<void> => {
    const change: Partial<Channel> = { name: String(form.get("name")) };
    if (hasTopic()) Object.assign(change, { topic: String(form.get("topic")).trim() || null });
    if (!isCategory()) {
      Object.assign(change, {
        parent_id: String(form.get("parent_id")) || null,
        nsfw: form.has("nsfw"),
        rate_limit_per_user: Number(form.get("rate_limit_per_user")),
      });
    }
    await client.administration.editChannel(props.channel.id, change);
    notify(t("settings.saved"));
  };
  const remove = (): void =>
    confirm(t("channel.delete"), t("channel.deleteQuestion", { name: props.channel.name ?? "" }), t("channel.delete"), async () => {
      await client.places.deleteChannel(props.channel.id);
      go(serverPath(props.guildId, "channels"));
    });
  return (
    <section aria-label={props.channel.name ?? ""}>
      <Form action={t("dialog.save")} submit={save}>
        <Field label={t("channel.name")} name="name" required maxlength="100" value={props.channel.name ?? ""} />
        <Show when={hasTopic()}>
          <label class="field">
            <span>{t("channel.topic")}</span>
            <textarea name="topic" rows="2" maxlength="1024" value={props.channel.topic ?? ""} />
          </label>
        </Show>
        <Show when={!isCategory()}>
          <label class="field">
            <span>{t("channel.type.category")}</span>
            <select name="parent_id">
              <option value="">—</option>
              <For each={categories()}>
                {(category) => (
                  <option value={category.id} selected={category.id === props.channel.parent_id}>
                    {category.name}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label class="field">
            <span>{t("channels.slowmode")}</span>
            <select name="rate_limit_per_user">
              <For each={[...new Set([...PAUSES, props.channel.rate_limit_per_user ?? 0])].sort((left, right) => left - right)}>
                {(seconds) => (
                  <option value={seconds} selected={seconds === (props.channel.rate_limit_per_user ?? 0)}>
                    {seconds ? t("channels.seconds", { count: seconds }) : t("channels.noSlowmode")}
                  </option>
                )}
              </For>
            </select>
          </label>
          <label class="check">
            <input type="checkbox" name="nsfw" checked={props.channel.nsfw ?? false} />
            {t("channels.ageRestricted")}
          </label>
        </Show>
      </Form>
      <OverwritesEditor channel={props.channel} guildId={props.guildId} />
      <button type="button" class="button danger" onClick={remove}>
        {t("channel.delete")}
      </button>
    </section>
  );
}
