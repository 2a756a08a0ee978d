/** What this person has read, and what is to look unread again. */
import type { Rest } from "../protocol/rest";
import type { Id } from "../protocol/snowflake";
import type { Message } from "../protocol/types";
import { acknowledge, mentionsMe, unreadUpTo } from "./reduce";
import type { State } from "./state";

const ACK_AFTER = 400;

export class Reading {
  private readonly acks = new Map<Id, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly rest: Rest,
    private readonly state: State,
    private readonly change: (action: (state: State) => void) => void,
  ) {}

  /** Marks a channel read up to its newest message, a moment later and once for many. */
  read(channelId: Id): void {
    // What was read elsewhere since is known only when the server has said it.
    if (this.state.connection !== "connected" || this.state.leftUnread === channelId) return;
    const last = unreadUpTo(this.state, channelId);
    if (last === null) return;
    this.change((state) => acknowledge(state, channelId, last, 0));
    clearTimeout(this.acks.get(channelId));
    this.acks.set(
      channelId,
      setTimeout(() => {
        this.acks.delete(channelId);
        this.rest.post(`/channels/${channelId}/messages/${last}/ack`, { token: null }).catch(() => {});
      }, ACK_AFTER),
    );
  }

  /** Lets the channel look unread from this message on, as long as one stays there. */
  leaveUnread(message: Message): Promise<unknown> {
    const channelId = message.channel_id;
    const before = String(BigInt(message.id) - 1n);
    const window = this.state.messages[channelId];
    const following = window ? window.ids.slice(window.ids.indexOf(message.id)).flatMap((id) => window.items[id] ?? []) : [message];
    const mentions = following.filter((each) => each.author.id !== this.state.me?.id && mentionsMe(this.state, each)).length;
    clearTimeout(this.acks.get(channelId));
    this.acks.delete(channelId);
    this.change((state) => {
      state.leftUnread = channelId;
      state.readStates[channelId] = { lastMessageId: before, mentions };
    });
    return this.rest.post(`/channels/${channelId}/messages/${before}/ack`, { token: null, manual: true, mention_count: mentions });
  }

  /** Whoever goes away from a channel, or says so, reads it as any other from then on. */
  goOn(channelId: Id): void {
    if (this.state.leftUnread === channelId) this.change((state) => (state.leftUnread = null));
  }

  readGuild(guildId: Id): Promise<unknown> {
    this.change((state) => {
      state.leftUnread = null;
      for (const channelId of Object.keys(state.channelsOf[guildId] ?? {})) {
        const last = unreadUpTo(state, channelId);
        if (last !== null) acknowledge(state, channelId, last, 0);
      }
    });
    return this.rest.post(`/guilds/${guildId}/ack`);
  }
}
