import { Show, type JSX } from "solid-js";
import type { User } from "../protocol/types";
import { avatarUrl, initials } from "../state/names";
import { t } from "../text/text";
import { CDN, client } from "./session";

const HUES = 12;

/** A picture, or the first letters on a colour that is always the same for one person. */
export function Avatar(props: { user: User; name: string; status?: boolean }): JSX.Element {
  const hue = (): string => String(Number(BigInt(props.user.id) % BigInt(HUES)));
  const status = (): keyof typeof STATUS => (client.state.presences[props.user.id]?.status ?? "offline") as keyof typeof STATUS;
  return (
    <span class="avatar" data-hue={hue()}>
      <Show when={avatarUrl(CDN, props.user)} fallback={<span aria-hidden="true">{initials(props.name)}</span>}>
        {(url) => <img src={url()} alt="" loading="lazy" width="40" height="40" />}
      </Show>
      <Show when={props.status}>
        <span class="status" data-status={status()} role="img" aria-label={t(STATUS[status()])} />
      </Show>
    </span>
  );
}

export const STATUS = {
  online: "status.online",
  idle: "status.idle",
  dnd: "status.dnd",
  offline: "status.offline",
  invisible: "status.invisible",
} as const;
