/** One person's connection: the state, kept up to date by the gateway, and what the person can do to it. */
import { batch, createSignal } from "solid-js";
import { createStore, produce, reconcile, unwrap, type SetStoreFunction } from "solid-js/store";
import { Gateway, Op, type Mood } from "../protocol/gateway";
import { ApiError, Rest } from "../protocol/rest";
import { nonce, type Id } from "../protocol/snowflake";
import type { Channel, Emoji, Message } from "../protocol/types";
import { Account } from "./account";
import { Administration } from "./administration";
import { Applications } from "./applications";
import { Community } from "./community";
import { Devices } from "./devices";
import { Entrance } from "./entrance";
import { GuildList } from "./guildList";
import { Inbox } from "./inbox";
import { Instance } from "./instance";
import { Interactions } from "./interactions";
import { ranges } from "./memberList";
import { addPage, put, trim } from "./messages";
import { Passkeys } from "./passkeys";
import { People } from "./people";
import { Places } from "./places";
import { Privacy } from "./privacy";
import { Reading } from "./reading";
import { reduce, settle } from "./reduce";
import { Reports } from "./reports";
import { Search } from "./search";
import { SecondFactor } from "./secondFactor";
import { restore, type Snapshot } from "./snapshot";
import { emptyState, emptyWindow, type Outgoing, type State } from "./state";
import { Writing } from "./writing";

const PAGE = 50;
const TYPING_EVERY = 8_000;

export class Client {
  readonly state: State;
  /** Counts up whenever the server says that the token is not valid any more. */
  readonly loggedOut: () => number;
  readonly interactions: Interactions;
  readonly places: Places;
  readonly people: People;
  readonly administration: Administration;
  readonly community: Community;
  readonly writing: Writing;
  readonly entrance: Entrance;
  readonly account: Account;
  readonly secondFactor: SecondFactor;
  readonly devices: Devices;
  readonly applications: Applications;
  readonly search: Search;
  readonly inbox: Inbox;
  readonly instance: Instance;
  readonly reports: Reports;
  readonly passkeys: Passkeys;
  readonly privacy: Privacy;
  readonly guildList: GuildList;
  readonly reading: Reading;
  private readonly setState: SetStoreFunction<State>;
  private readonly setLoggedOut: (change: (before: number) => number) => void;
  private gateway: Gateway | null = null;
  private away = false;
  private waiting: { event: string; data: unknown }[] = [];
  private typed = new Map<Id, number>();
  private subscriptions = new Map<Id, string>();
  private sessionId: string | null = null;
  /** Files that are on their way, by the nonce of their message. */
  private uploads = new Map<string, AbortController>();
  /** The newest load of each channel: what an older one brings is out of place. */
  private loads = new Map<Id, number>();
  /** Counts up with whatever the gateway says. */
  changes = 0;

  constructor(
    readonly rest: Rest,
    private readonly token: () => string | null,
    private readonly frame: (action: () => void) => void = (action) => void requestAnimationFrame(action),
  ) {
    [this.state, this.setState] = createStore(emptyState());
    const [loggedOut, setLoggedOut] = createSignal(0);
    this.loggedOut = loggedOut;
    this.setLoggedOut = setLoggedOut;
    this.places = new Places(rest);
    this.people = new People(rest);
    this.administration = new Administration(rest);
    this.community = new Community(rest);
    this.writing = new Writing(rest);
    this.entrance = new Entrance(rest);
    this.account = new Account(rest);
    this.secondFactor = new SecondFactor(rest);
    this.devices = new Devices(rest);
    this.applications = new Applications(rest);
    this.search = new Search(rest);
    this.inbox = new Inbox(rest);
    this.instance = new Instance(rest);
    this.reports = new Reports(rest);
    this.passkeys = new Passkeys(rest);
    this.privacy = new Privacy(rest);
    this.guildList = new GuildList(this.account, this.state, (change) => this.setState(change));
    this.reading = new Reading(rest, this.state, (action) => this.change(action));
    this.interactions = new Interactions(rest, () => this.sessionId);
    rest.onUnauthorized = () => this.setLoggedOut((count) => count + 1);
  }

  async connect(): Promise<void> {
    // Whoever wants to be seen as away is not seen as being there, not even while the session begins.
    const asked = this.account.settings().then((settings) => this.change((state) => settle(state, settings)));
    const [{ url }] = await Promise.all([this.rest.get<{ url: string }>("/gateway"), asked.catch(() => {})]);
    this.gateway?.close();
    this.gateway = new Gateway(url, () => this.token() ?? "", {
      dispatch: (event, data) => this.enqueue(event, data),
      state: (connection) => {
        this.setState("connection", connection);
        if (connection === "refused") this.setLoggedOut((count) => count + 1);
        if (connection === "connected") this.resendWaiting();
      },
    });
    this.gateway.setAway(this.away);
    this.gateway.setMood(unwrap(this.state.mood));
    this.gateway.connect();
  }

  /** Whether nobody looks at the page. */
  setAway(away: boolean): void {
    this.away = away;
    this.gateway?.setAway(away);
  }

  async setMood(mood: Mood): Promise<void> {
    await this.account.setMood(mood);
    this.setState("mood", mood);
    this.gateway?.setMood(mood);
  }

  hurry(): void {
    this.gateway?.hurry();
  }

  /** Ends the connection, but forgets nothing. */
  pause(): void {
    this.gateway?.close();
    this.gateway = null;
  }

  close(): void {
    this.pause();
    this.setState(reconcile(emptyState()));
  }

  /** Events are applied together once for each picture, so that a thousand of them a second cost one layout each. */
  private enqueue(event: string, data: unknown): void {
    if (event === "READY") this.sessionId = (data as { session_id: string }).session_id;
    this.interactions.heard(event, data);
    this.waiting.push({ event, data });
    if (this.waiting.length > 1) return;
    if (document.hidden) setTimeout(() => this.applyWaiting(), 0);
    else this.frame(() => this.applyWaiting());
  }

  private applyWaiting(): void {
    const events = this.waiting;
    this.waiting = [];
    this.changes++;
    batch(() =>
      this.setState(
        produce((state) => {
          for (const { event, data } of events) {
            try {
              reduce(state, event, data);
            } catch (error) {
              // One event that this client does not understand must not lose those behind it.
              console.error(`${event} could not be applied`, error);
            }
          }
        }),
      ),
    );
    if (events.some(({ event }) => event === "READY")) this.subscriptions.clear();
    this.gateway?.setMood(unwrap(this.state.mood));
  }

  private change(action: (state: State) => void): void {
    this.setState(produce(action));
  }

  // --- reading messages

  /** Shows what was kept from an earlier time, when nothing is known yet. */
  restore(kept: Snapshot): void {
    this.change((state) => restore(state, kept));
  }

  /** Loads what is not loaded yet; what was loaded in this session stays. */
  async open(channelId: Id): Promise<void> {
    const known = this.state.messages[channelId];
    if (known && !known.stale) return;
    await this.load(channelId, "latest");
  }

  async jump(channelId: Id, messageId: Id): Promise<void> {
    const known = this.state.messages[channelId];
    if (known && !known.stale && known.items[messageId]) return;
    await this.load(channelId, "around", messageId);
  }

  /** Goes on where one reads, or begins anew somewhere else; what begins anew takes the place of any other load. */
  async load(channelId: Id, side: "older" | "newer" | "around" | "latest", around?: Id): Promise<void> {
    const window = this.state.messages[channelId] ?? emptyWindow();
    const anew = side === "latest" || side === "around";
    if (!anew && (window.loading || window.stale)) return;
    if ((side === "older" && window.atStart) || (side === "newer" && window.atEnd)) return;
    const number = (this.loads.get(channelId) ?? 0) + 1;
    this.loads.set(channelId, number);
    const before = new Set(anew ? window.ids : []);
    this.change((state) => {
      const known = (state.messages[channelId] ??= emptyWindow());
      known.loading = side === "latest" ? "around" : side;
      known.failed = false;
      // From here on new messages are kept: the page that is under way may have been read before them.
      if (side === "latest") known.atEnd = true;
    });
    const edge = side === "older" ? window.ids[0] : side === "newer" ? window.ids.at(-1) : around;
    const query = {
      limit: PAGE,
      before: side === "older" ? edge : undefined,
      after: side === "newer" ? edge : undefined,
      around: side === "around" ? edge : undefined,
    };
    try {
      const page = await this.rest.get<Message[]>(`/channels/${channelId}/messages`, { query });
      this.change((state) => {
        const known = state.messages[channelId];
        if (!known || this.loads.get(channelId) !== number) return;
        const meanwhile = side === "latest" ? Object.values(known.items).filter(({ id }) => !before.has(id)) : [];
        addPage(known, side, page, PAGE);
        for (const message of meanwhile) put(known, message);
        if (side === "older" || side === "newer") trim(known, side);
        known.loading = null;
        known.stale = false;
        for (const message of page) if (!message.webhook_id) state.users[message.author.id] ??= message.author;
      });
    } catch (error) {
      this.change((state) => {
        const known = state.messages[channelId];
        if (!known || this.loads.get(channelId) !== number) return;
        known.loading = null;
        known.failed = true;
      });
      throw error;
    }
  }

  // --- writing messages

  send(channelId: Id, content: string, files: File[] = [], replyTo: Message | null = null): Promise<void> {
    const sent: Outgoing = {
      nonce: nonce(),
      channelId,
      content,
      files,
      replyTo,
      at: Date.now(),
      progress: 0,
      state: "sending",
    };
    this.setState("outgoing", (before) => [...before, sent]);
    this.typed.delete(channelId);
    this.reading.goOn(channelId);
    return this.transmit(sent);
  }

  /** Tries a message again that did not leave. Its nonce makes one message of it, even if the first try arrived. */
  retry(nonceOfSent: string): Promise<void> {
    const sent = this.state.outgoing.find((outgoing) => outgoing.nonce === nonceOfSent);
    return sent ? this.transmit(unwrap(sent)) : Promise.resolve();
  }

  /** Takes a message back that has not arrived; files of it that are on their way stop. */
  discard(nonceOfSent: string): void {
    this.uploads.get(nonceOfSent)?.abort();
    this.setState("outgoing", (before) => before.filter((sent) => sent.nonce !== nonceOfSent));
  }

  private resendWaiting(): void {
    for (const sent of this.state.outgoing) if (sent.state === "waiting") void this.transmit(unwrap(sent));
  }

  private async transmit(sent: Outgoing): Promise<void> {
    const mark = (change: Partial<Outgoing>): void =>
      this.setState("outgoing", (outgoing) => outgoing.nonce === sent.nonce, change);
    mark({ state: "sending" });
    const body = {
      content: sent.content,
      nonce: sent.nonce,
      enforce_nonce: true,
      ...(sent.replyTo
        ? { message_reference: { message_id: sent.replyTo.id, channel_id: sent.channelId, fail_if_not_exists: false } }
        : {}),
    };
    const path = `/channels/${sent.channelId}/messages`;
    const upload = new AbortController();
    if (sent.files.length) this.uploads.set(sent.nonce, upload);
    try {
      const message = sent.files.length
        ? await this.rest.upload<Message>(path, { files: sent.files, body, onProgress: (progress) => mark({ progress }), signal: upload.signal })
        : await this.rest.post<Message>(path, body);
      // The answer and the event come in either order.
      this.change((state) => reduce(state, "MESSAGE_CREATE", { ...message, nonce: sent.nonce }));
    } catch (error) {
      if (error instanceof ApiError && error.unreachable) mark({ state: "waiting" });
      else mark({ state: "failed", error: error instanceof Error ? error.message : String(error) });
    } finally {
      this.uploads.delete(sent.nonce);
    }
  }

  edit(message: Message, content: string): Promise<Message> {
    return this.rest.patch(`/channels/${message.channel_id}/messages/${message.id}`, { content });
  }

  delete(message: Message): Promise<void> {
    return this.rest.delete(`/channels/${message.channel_id}/messages/${message.id}`);
  }

  pin(message: Message, pinned: boolean): Promise<void> {
    const path = `/channels/${message.channel_id}/messages/pins/${message.id}`;
    return pinned ? this.rest.put(path) : this.rest.delete(path);
  }

  pins(channelId: Id): Promise<Message[]> {
    return this.rest
      .get<{ items: { message: Message }[] }>(`/channels/${channelId}/messages/pins`, { query: { limit: 50 } })
      .then((page) => page.items.map((item) => item.message));
  }

  react(message: Message, emoji: Emoji, add: boolean): Promise<void> {
    const name = encodeURIComponent(emoji.id ? `${emoji.name}:${emoji.id}` : (emoji.name ?? ""));
    const path = `/channels/${message.channel_id}/messages/${message.id}/reactions/${name}/@me`;
    return add ? this.rest.put(path) : this.rest.delete(path);
  }

  /** Tells others that somebody writes here; at most once in a while. */
  typing(channelId: Id): void {
    const now = Date.now();
    if (now - (this.typed.get(channelId) ?? 0) < TYPING_EVERY) return;
    this.typed.set(channelId, now);
    this.rest.post(`/channels/${channelId}/typing`).catch(() => {});
  }

  // --- what is on the screen

  /** Says which part of a guild's member list is on the screen. */
  look(guildId: Id, channelId: Id, first: number, last: number): void {
    const wanted = { guild_id: guildId, typing: true, threads: true, activities: true, channels: { [channelId]: ranges(first, last) } };
    const text = JSON.stringify(wanted);
    if (this.subscriptions.get(guildId) === text || this.state.connection !== "connected") return;
    this.subscriptions.set(guildId, text);
    this.gateway?.send(Op.GuildSubscriptions, wanted);
  }

  /** Shows a guild as somebody with only this role would see it; null ends it. */
  viewAs(guildId: Id, roleId: Id | null): void {
    this.setState("viewingAs", roleId === null ? null : { guildId, roleId });
  }

  openDirect(userId: Id): Promise<Channel> {
    return this.rest.post<Channel>("/users/@me/channels", { recipient_id: userId }).then((channel) => this.keep(channel));
  }

  directs(): Promise<void> {
    return this.rest.get<Channel[]>("/users/@me/channels").then((channels) => channels.forEach((channel) => void this.keep(channel)));
  }

  /** A channel that an answer brought before its event did. */
  keep(channel: Channel): Channel {
    this.change((state) => reduce(state, "CHANNEL_CREATE", channel));
    return channel;
  }
}
