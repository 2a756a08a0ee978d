/** Lists that are put in order by dragging. Whoever uses a keyboard has buttons that do the same. */
import { createSignal } from "solid-js";
import type { Id } from "../../protocol/snowflake";

export interface Sorting {
  /** What an element of the list needs: it can be taken, and others can be put at its place. */
  item: (id: Id, index: number) => Record<string, unknown>;
}

export function useSorting(move: (id: Id, to: number) => void): Sorting {
  const [taken, setTaken] = createSignal<Id | null>(null);
  const [over, setOver] = createSignal<number | null>(null);
  const end = (): void => {
    setTaken(null);
    setOver(null);
  };
  return {
    item: (id, index) => ({
      draggable: true,
      get "data-over"() {
        return taken() !== null && taken() !== id && over() === index ? "" : undefined;
      },
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData("text/plain", id);
        setTaken(id);
      },
      onDragOver: (event: DragEvent) => {
        if (taken() === null) return;
        event.preventDefault();
        setOver(index);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        const dropped = taken();
        end();
        if (dropped !== null && dropped !== id) move(dropped, index);
      },
      onDragEnd: end,
    }),
  };
}
