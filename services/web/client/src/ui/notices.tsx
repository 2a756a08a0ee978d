/** Short words at the edge of the page that go by themselves; screen readers say them. */
import { createSignal, For, type JSX } from "solid-js";

const SHOWN_FOR = 6_000;
let next = 0;
const [notices, setNotices] = createSignal<{ id: number; text: string }[]>([]);

export function notify(text: string): void {
  const id = next++;
  setNotices((before) => [...before.filter((notice) => notice.text !== text), { id, text }]);
  setTimeout(() => setNotices((before) => before.filter((notice) => notice.id !== id)), SHOWN_FOR);
}

export function Notices(): JSX.Element {
  return (
    <div class="notices" role="status" aria-live="polite">
      <For each={notices()}>{(notice) => <p>{notice.text}</p>}</For>
    </div>
  );
}
