import { Match, Switch, type JSX } from "solid-js";
import type { Attachment } from "../protocol/types";
import { bytes, t } from "../text/text";
import { Icon } from "./Icon";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** The server's own addresses are opened as paths of this page, wherever the server thinks it is. */
export function local(url: string): string {
  const cdn = url.indexOf("/cdn/");
  return cdn < 0 ? url : url.slice(cdn);
}

export function AttachmentView(props: { attachment: Attachment }): JSX.Element {
  const type = (): string => props.attachment.content_type?.split(";")[0] ?? "";
  const name = (): string => props.attachment.filename;
  const url = (): string => local(props.attachment.url);
  return (
    <Switch
      fallback={
        <a class="file" href={url()} download={name()} aria-label={t("message.download", { name: name(), size: bytes(props.attachment.size) })}>
          <Icon name="file" />
          <span class="grow">{name()}</span>
          <small>{bytes(props.attachment.size)}</small>
        </a>
      }
    >
      <Match when={PICTURES.has(type())}>
        <a class="picture" href={url()} target="_blank" rel="noopener">
          <img
            src={url()}
            alt={props.attachment.description ?? t("message.image", { name: name() })}
            width={props.attachment.width ?? undefined}
            height={props.attachment.height ?? undefined}
            loading="lazy"
          />
        </a>
      </Match>
      <Match when={type().startsWith("video/")}>
        <video class="picture" src={url()} controls preload="metadata" aria-label={name()} />
      </Match>
      <Match when={type().startsWith("audio/")}>
        <audio src={url()} controls preload="metadata" aria-label={name()} />
      </Match>
    </Switch>
  );
}
