/** A button with a list of actions, worked by mouse, touch and arrow keys. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { Icon, type IconName } from "./Icon";

export interface MenuItem {
  text: string;
  icon: IconName;
  danger?: boolean;
  act: () => void;
}

export function Menu(props: { label: string; icon: IconName; items: () => MenuItem[] }): JSX.Element {
  const [items, setItems] = createSignal<MenuItem[] | null>(null);
  let button!: HTMLButtonElement;
  let list: HTMLUListElement | undefined;
  const focus = (step: number): void => {
    const entries = [...(list?.querySelectorAll("button") ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    entries[(at + step + entries.length) % entries.length]?.focus();
  };
  const open = (): void => {
    setItems(props.items());
    queueMicrotask(() => list?.querySelector("button")?.focus());
  };
  const close = (): void => {
    setItems(null);
    button.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") focus(1);
    else if (event.key === "ArrowUp") focus(-1);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setItems(null)}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={items() !== null}
        onClick={() => (items() ? close() : open())}
      >
        <Icon name={props.icon} />
      </button>
      <Show when={items()}>
        {(shown) => (
          <ul ref={list} role="menu" aria-label={props.label} onKeyDown={keys}>
            <For each={shown()}>
              {(item) => (
                <li role="none">
                  <button
                    type="button"
                    role="menuitem"
                    classList={{ danger: item.danger ?? false }}
                    onClick={() => {
                      close();
                      item.act();
                    }}
                  >
                    <Icon name={item.icon} />
                    {item.text}
                  </button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </div>
  );
}
