import { createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import { ComponentType, type Component, type SelectOption } from "../protocol/components";
import type { Message } from "../protocol/types";
import { InteractionType } from "../state/interactions";
import { t } from "../text/text";
import { local } from "./AttachmentView";
import { explain } from "./dialogs";
import { MessageContent } from "./MessageContent";
import { notify } from "./notices";
import { candidates, Selection } from "./Selection";
import { CDN, client } from "./session";

const LINK = 5;

/** What an application put into a message: buttons and lists that ask it, and layouts. */
export function ComponentView(props: { component: Component; message: Message }): JSX.Element {
  const inside = (components: Component[] | undefined): JSX.Element => (
    <For each={components}>{(component) => <ComponentView component={component} message={props.message} />}</For>
  );
  const guildId = (): string | undefined => client.state.channels[props.message.channel_id]?.guild_id;
  const component = (): Component => props.component;
  return (
    <Switch>
      <Match when={component().type === ComponentType.Row}>
        <div class="component-row">{inside(component().components)}</div>
      </Match>
      <Match when={component().type === ComponentType.Button}>
        <ButtonView button={component()} message={props.message} />
      </Match>
      <Match when={isSelect(component().type)}>
        <SelectView select={component()} message={props.message} />
      </Match>
      <Match when={component().type === ComponentType.Text}>
        <MessageContent text={component().content ?? ""} guildId={guildId()} />
      </Match>
      <Match when={component().type === ComponentType.Section}>
        <div class="component-section">
          <div class="grow">{inside(component().components)}</div>
          <Show when={component().accessory}>{(accessory) => <ComponentView component={accessory()} message={props.message} />}</Show>
        </div>
      </Match>
      <Match when={component().type === ComponentType.Thumbnail}>
        <Media url={component().media?.proxy_url ?? component().media?.url} description={component().description} class="component-thumbnail" />
      </Match>
      <Match when={component().type === ComponentType.Gallery}>
        <div class="component-gallery">
          <For each={component().items}>
            {(item) => <Media url={item.media.proxy_url ?? item.media.url} description={item.description} class="component-picture" />}
          </For>
        </div>
      </Match>
      <Match when={component().type === ComponentType.File}>
        <a class="file" href={local(component().file?.url ?? "")} download={component().name ?? ""}>
          {component().name ?? component().file?.url?.split("/").at(-1)?.split("?")[0]}
        </a>
      </Match>
      <Match when={component().type === ComponentType.Separator}>
        <hr class="component-separator" classList={{ invisible: component().divider === false }} />
      </Match>
      <Match when={component().type === ComponentType.Container}>
        <section class="embed" style={{ "border-inline-start-color": colour(component().accent_color) }}>
          {inside(component().components)}
        </section>
      </Match>
    </Switch>
  );
}

function isSelect(type: ComponentType): boolean {
  return type === ComponentType.TextSelect || (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect);
}

function colour(value: number | null | undefined): string | undefined {
  return value == null ? undefined : `#${value.toString(16).padStart(6, "0")}`;
}

/** Pictures that this server keeps; others are not asked for. */
function Media(props: { url: string | undefined; description: string | null | undefined; class: string }): JSX.Element {
  return (
    <Show when={props.url?.includes("/cdn/")}>
      <img class={props.class} src={local(props.url!)} alt={props.description ?? ""} loading="lazy" />
    </Show>
  );
}

/** Asks the application; says so when it does not answer. */
async function ask(message: Message, component: Component, values?: string[]): Promise<void> {
  const channel = client.state.channels[message.channel_id];
  try {
    const answered = await client.interactions.run(
      InteractionType.Component,
      { channelId: message.channel_id, guildId: channel?.guild_id },
      message.application_id ?? message.author.id,
      { component_type: component.type, custom_id: component.custom_id, ...(values ? { values } : {}) },
      { message_id: message.id, message_flags: message.flags ?? 0 },
    );
    if (!answered) notify(t("app.failed"));
  } catch (failure) {
    notify(explain(failure));
  }
}

function ButtonView(props: { button: Component; message: Message }): JSX.Element {
  const [busy, setBusy] = createSignal(false);
  const press = (): void => {
    setBusy(true);
    void ask(props.message, props.button).finally(() => setBusy(false));
  };
  const face = (): JSX.Element => (
    <>
      <Show when={props.button.emoji}>
        {(emoji) => (
          <Show when={emoji().id} fallback={<span>{emoji().name}</span>}>
            {(id) => <img class="emoji" src={`${CDN}/emojis/${id()}.webp?size=48`} alt={emoji().name ?? ""} />}
          </Show>
        )}
      </Show>
      {props.button.label}
    </>
  );
  const STYLES = ["", "primary", "secondary", "success", "danger", "link", "secondary"];
  return (
    <Show
      when={props.button.style === LINK}
      fallback={
        <button type="button" class="button component-button" data-kind={STYLES[props.button.style ?? 2]} disabled={props.button.disabled || busy()} onClick={press}>
          {face()}
        </button>
      }
    >
      <a class="button component-button" data-kind="link" href={props.button.url} target="_blank" rel="noopener noreferrer nofollow">
        {face()}
      </a>
    </Show>
  );
}

function SelectView(props: { select: Component; message: Message }): JSX.Element {
  const [busy, setBusy] = createSignal(false);
  const options = (): SelectOption[] => candidates(client.state, props.select, props.message.channel_id);
  const choose = (values: string[]): void => {
    setBusy(true);
    void ask(props.message, props.select, values).finally(() => setBusy(false));
  };
  return <Selection select={props.select} options={options()} disabled={(props.select.disabled ?? false) || busy()} choose={choose} />;
}
