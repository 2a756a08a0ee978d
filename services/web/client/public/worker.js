/** Shows what this browser is told while no page is open, and opens what it is about. It keeps nothing and answers no requests of pages. */

const TEXTS = {
  en: { something: "There is something new for you.", asks: "wants to be your friend.", accepted: "is your friend now.", begun: "has begun.", files: "sent files.", more: (count) => `${count} more before` },
  zh: { something: "有新的消息。", asks: "想加你为好友。", accepted: "已成为你的好友。", begun: "已开始。", files: "发送了文件。", more: (count) => `之前还有 ${count} 条` },
};
const texts = TEXTS[self.navigator.language.split("-")[0]] ?? TEXTS.en;

/** Without the marks of mentions and emojis, whose names are not known here. */
function plain(content) {
  return content
    .replace(/<a?:(\w+):\d+>/g, ":$1:")
    .replace(/<@[!&]?\d+>/g, "@…")
    .replace(/<#\d+>/g, "#…");
}

function body(told) {
  if (told.event) return texts.begun;
  if (!told.author) return texts.something;
  if (told.reason === "FRIEND_REQUEST") return texts.asks;
  if (told.reason === "FRIEND_ACCEPTED") return texts.accepted;
  const text = plain(told.content ?? "") || (told.files ? texts.files : texts.something);
  return told.more ? `${text}\n${texts.more(told.more)}` : text;
}

function place(told) {
  return told.channel_id ? `/channels/${told.guild_id ?? "@me"}/${told.channel_id}` : "/channels/@me";
}

async function show(told) {
  if (told.badge !== undefined) await self.navigator.setAppBadge?.(told.badge).catch(() => {});
  await self.registration.showNotification(told.author?.name ?? told.event ?? "Guildhall", {
    body: body(told),
    icon: told.author?.avatar ? `/cdn/avatars/${told.author.id}/${told.author.avatar}.png` : "/icon.svg",
    // The last of a conversation stands for all of it.
    tag: told.channel_id ?? told.subject_id ?? "guildhall",
    renotify: true,
    data: { place: place(told) },
  });
}

async function open(to) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages[0];
  if (!page) return self.clients.openWindow(to);
  await page.focus();
  page.postMessage({ open: to });
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(show(event.data?.json() ?? {})));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.place));
});
