import { Show, type JSX } from "solid-js";
import { StickerFormat, type StickerItem } from "../protocol/types";
import { CDN } from "./session";

/** A sticker's picture; those that are drawn by a program are shown by their name. */
export function StickerView(props: { sticker: StickerItem }): JSX.Element {
  const ending = (): string => (props.sticker.format_type === StickerFormat.Gif ? "gif" : "png");
  return (
    <Show when={props.sticker.format_type !== StickerFormat.Lottie} fallback={<span class="tag">{props.sticker.name}</span>}>
      <img class="sticker" src={`${CDN}/stickers/${props.sticker.id}.${ending()}`} alt={props.sticker.name} title={props.sticker.name} loading="lazy" />
    </Show>
  );
}
