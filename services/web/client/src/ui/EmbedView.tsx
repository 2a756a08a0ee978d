import { For, Show, type JSX } from "solid-js";
import type { Id } from "../protocol/snowflake";
import type { Embed } from "../protocol/types";
import { when } from "../text/text";
import { local } from "./AttachmentView";
import { MessageContent } from "./MessageContent";

/** What a bot or a link shows in a frame. Pictures come from this server alone: the page asks nobody else. */
export function EmbedView(props: { embed: Embed; guildId?: Id | undefined }): JSX.Element {
  const picture = (): string | undefined => {
    const url = props.embed.image?.proxy_url ?? props.embed.image?.url;
    return url?.includes("/cdn/") ? local(url) : undefined;
  };
  const colour = (): string | undefined =>
    props.embed.color === undefined ? undefined : `#${props.embed.color.toString(16).padStart(6, "0")}`;
  return (
    <section class="embed" style={{ "border-inline-start-color": colour() }}>
      <Show when={props.embed.provider?.name}>{(name) => <small>{name()}</small>}</Show>
      <Show when={props.embed.author?.name}>{(name) => <p class="embed-author">{name()}</p>}</Show>
      <Show when={props.embed.title}>
        {(title) => (
          <p class="embed-title">
            <Show when={safe(props.embed.url)} fallback={title()}>
              {(url) => (
                <a href={url()} target="_blank" rel="noopener noreferrer nofollow">
                  {title()}
                </a>
              )}
            </Show>
          </p>
        )}
      </Show>
      <Show when={props.embed.description}>{(text) => <MessageContent text={text()} guildId={props.guildId} />}</Show>
      <Show when={props.embed.fields?.length}>
        <dl class="embed-fields">
          <For each={props.embed.fields}>
            {(field) => (
              <div classList={{ inline: field.inline ?? false }}>
                <dt>{field.name}</dt>
                <dd>
                  <MessageContent text={field.value} guildId={props.guildId} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Show when={picture()}>{(url) => <img src={url()} alt="" loading="lazy" />}</Show>
      <Show when={props.embed.footer?.text || props.embed.timestamp}>
        <small>
          {[props.embed.footer?.text, props.embed.timestamp && when(Date.parse(props.embed.timestamp))].filter(Boolean).join(" · ")}
        </small>
      </Show>
    </section>
  );
}

function safe(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
