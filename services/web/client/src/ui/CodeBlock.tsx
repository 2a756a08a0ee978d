import { createResource, For, Show, type JSX } from "solid-js";
import type { Piece } from "../markdown/highlight";

/** A block of code, in colours where its language is named and known; they come a moment later. */
export function CodeBlock(props: { language: string; text: string }): JSX.Element {
  const [pieces] = createResource(
    () => (props.language ? { language: props.language, text: props.text } : null),
    (code): Promise<Piece[] | null> =>
      import("../markdown/highlight").then(
        ({ highlight }) => highlight(code.text, code.language),
        () => null,
      ),
  );
  return (
    <pre>
      <code data-language={props.language || undefined}>
        <Show when={!pieces.loading && pieces()} fallback={props.text}>
          {(shown) => <For each={shown()}>{(piece) => (piece.kind ? <span class={`code-${piece.kind}`}>{piece.text}</span> : <>{piece.text}</>)}</For>}
        </Show>
      </code>
    </pre>
  );
}
