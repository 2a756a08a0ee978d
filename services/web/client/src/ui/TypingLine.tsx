import { createEffect, createMemo, createSignal, onCleanup, type JSX } from "solid-js";
import type { Channel } from "../protocol/types";
import { displayName } from "../state/names";
import { t } from "../text/text";
import { client } from "./session";

/** Who is writing; people are forgotten some seconds after they were last heard of. */
export function TypingLine(props: { channel: Channel }): JSX.Element {
  const [now, setNow] = createSignal(Date.now());
  const people = createMemo(() =>
    Object.entries(client.state.typing[props.channel.id] ?? {})
      .filter(([, until]) => until > now())
      .map(([id]) => id),
  );
  createEffect(() => {
    if (people().length === 0 && Object.keys(client.state.typing[props.channel.id] ?? {}).length === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    onCleanup(() => clearInterval(timer));
  });
  const name = (id: string | undefined): string => {
    const user = id ? client.state.users[id] : undefined;
    return user ? displayName(client.state, user, props.channel.guild_id) : "…";
  };
  const text = (): string => {
    const [first, second] = people();
    const slow = props.channel.rate_limit_per_user;
    if (!first) return slow ? t("channel.slowmode", { seconds: slow }) : "";
    if (people().length > 2) return t("typing.many");
    return second ? t("typing.two", { a: name(first), b: name(second) }) : t("typing.one", { a: name(first) });
  };
  return <p class="typing">{text()}</p>;
}
