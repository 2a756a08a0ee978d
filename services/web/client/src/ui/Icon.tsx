import type { JSX } from "solid-js";

/** Outlines on a field of 24 by 24, drawn with one pen. */
const PATHS = {
  bell: "M6 16V11a6 6 0 0112 0v5l2 2H4zM10 20a2 2 0 004 0",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M3.500 15h16",
  voice: "M4 10v4h4l5 4V6L8 10zM17 9a4 4 0 010 6M19.500 6.500a8 8 0 010 11",
  announcement: "M4 10v4h3l10 5V5L7 10zM8 14l1 6h2l-1-5",
  stage: "M12 4a3 3 0 013 3v4a3 3 0 01-6 0V7a3 3 0 013-3zM6 11a6 6 0 0012 0M12 17v4",
  forum: "M4 5h16v11H10l-4 4v-4H4z",
  thread: "M6 4v10a4 4 0 004 4h8M6 8h12M15 15l3 3-3 3",
  members: "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM3 20a6 6 0 0112 0M16 4.500a3.500 3.500 0 010 6.500M17.500 14a6 6 0 013.500 6",
  pin: "M9 4h6l-1 6 4 3v2H6v-2l4-3zM12 15v6",
  settings: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
  reply: "M10 6L4 11l6 5v-3c5 0 8 1 10 5 0-7-4-10-10-10z",
  forward: "M14 6l6 5-6 5v-3c-5 0-8 1-10 5 0-7 4-10 10-10z",
  poll: "M5 20V10M12 20V4M19 20v-7",
  edit: "M4 20l1-5L16 4l4 4L9 19z",
  trash: "M5 7h14M10 4h4M7 7l1 13h8l1-13",
  smile: "M12 21a9 9 0 100-18 9 9 0 000 18zM8.500 14a4 4 0 007 0M9 9.500v.5M15 9.500v.5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  attach: "M20 11l-8.500 8.500a5 5 0 01-7-7L13 4a3.500 3.500 0 015 5l-8.500 8.500a2 2 0 01-3-3L14 7",
  send: "M4 12L20 4l-5 16-4-6z",
  down: "M6 10l6 6 6-6",
  up: "M6 14l6-6 6 6",
  chats: "M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-5v-1",
  inbox: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
  invite: "M10 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM4 20a6 6 0 0112 0M19 8v6M16 11h6",
  menu: "M4 7h16M4 12h16M4 17h16",
  leave: "M10 4H4v16h6M15 8l4 4-4 4M19 12H9",
  sort: "M8 4v16M8 4L5 7M8 4l3 3M16 20V4M16 20l-3-3M16 20l3-3",
  folder: "M3 6h7l2 2h9v11H3z",
  flag: "M6 21V4h12l-3 4 3 4H6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
} as const;

export type IconName = keyof typeof PATHS;

/** Those that point along the line turn with its direction. */
const ALONG_THE_LINE = new Set<IconName>(["reply", "forward", "send", "thread", "leave", "flag"]);

export function Icon(props: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" classList={{ turns: ALONG_THE_LINE.has(props.name) }} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
