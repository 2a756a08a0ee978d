/** One session at the gateway, kept over lost connections: it identifies once and resumes as long as the server remembers it. */
import type { Status } from "./types";

export enum Op {
  Dispatch = 0,
  Heartbeat = 1,
  Identify = 2,
  Presence = 3,
  Resume = 6,
  Reconnect = 7,
  RequestMembers = 8,
  InvalidSession = 9,
  Hello = 10,
  HeartbeatAck = 11,
  GuildSubscriptions = 14,
}

export type ConnectionState = "connecting" | "connected" | "waiting" | "refused" | "closed";

/** How a person wants to be seen: whether they are there, and what they say of it. */
export interface Mood {
  status: Status;
  text: string;
}

/** What of a browser the connection needs; tests give others. */
export interface GatewayEnvironment {
  open: (url: string) => Socket;
  setTimeout: (action: () => void, milliseconds: number) => unknown;
  clearTimeout: (timer: unknown) => void;
  random: () => number;
}

export interface Socket {
  send(text: string): void;
  close(code?: number): void;
  onopen: ((event: unknown) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface GatewayHandlers {
  dispatch: (event: string, data: unknown) => void;
  state: (state: ConnectionState, retryIn?: number) => void;
}

const BROWSER: GatewayEnvironment = {
  open: (url) => new WebSocket(url) as unknown as Socket,
  setTimeout: (action, milliseconds) => setTimeout(action, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
  random: Math.random,
};

/** Close codes after which no further try helps. */
const FINAL_CODES = new Set([4004, 4010, 4011, 4012, 4013, 4014]);
/** Close codes after which the session is gone. */
const SESSION_LOST_CODES = new Set([1000, 1001, 4007, 4009]);
const CAPABILITIES = 16381;
/** The kind of activity that is a text of one's own. */
const CUSTOM = 4;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

export class Gateway {
  private socket: Socket | null = null;
  private sessionId: string | null = null;
  private resumeUrl: string | null = null;
  private sequence: number | null = null;
  private heartbeat: unknown = null;
  private retry: unknown = null;
  private acknowledged = true;
  private failures = 0;
  private stopped = false;
  private away = false;
  private mood: Mood = { status: "online", text: "" };
  /** What the session was last told. */
  private told = "";

  constructor(
    private readonly url: string,
    private readonly token: () => string,
    private readonly handlers: GatewayHandlers,
    private readonly environment: GatewayEnvironment = BROWSER,
  ) {}

  connect(): void {
    this.stopped = false;
    this.environment.clearTimeout(this.retry);
    this.drop(4000);
    this.handlers.state("connecting");
    const socket = this.environment.open(`${this.resumeUrl ?? this.url}/?v=10&encoding=json`);
    this.socket = socket;
    socket.onmessage = (event) => this.receive(socket, String(event.data));
    socket.onclose = (event) => this.closed(socket, event.code);
  }

  /** Whether nobody looks at the page: as long as somebody does, the person's devices are told of nothing. */
  setAway(away: boolean): void {
    this.away = away;
    if (this.sessionId !== null) this.tellPresence();
  }

  setMood(mood: Mood): void {
    this.mood = mood;
    if (this.sessionId !== null) this.tellPresence();
  }

  /** Tries at once what would be tried later; called when the browser says that the network is back. */
  hurry(): void {
    if (!this.stopped && this.socket === null) this.connect();
  }

  close(): void {
    this.stopped = true;
    this.environment.clearTimeout(this.retry);
    this.drop(1000);
    this.handlers.state("closed");
  }

  send(op: Op, data: unknown): void {
    this.socket?.send(JSON.stringify({ op, d: data }));
  }

  private receive(socket: Socket, text: string): void {
    if (socket !== this.socket) return;
    const frame = JSON.parse(text) as { op: Op; d: unknown; s?: number | null; t?: string | null };
    switch (frame.op) {
      case Op.Hello:
        this.greet((frame.d as { heartbeat_interval: number }).heartbeat_interval);
        break;
      case Op.Dispatch:
        this.sequence = frame.s ?? this.sequence;
        this.dispatched(frame.t ?? "", frame.d);
        break;
      case Op.Heartbeat:
        this.send(Op.Heartbeat, this.sequence);
        break;
      case Op.HeartbeatAck:
        this.acknowledged = true;
        break;
      case Op.Reconnect:
        this.connect();
        break;
      case Op.InvalidSession:
        if (frame.d !== true) this.forget();
        this.drop(4000);
        this.tryLater(1000 + this.environment.random() * 4000);
        break;
      default:
        break;
    }
  }

  private greet(interval: number): void {
    this.acknowledged = true;
    const beat = (): void => {
      // A connection that answers no heartbeat is dead, whatever the socket says.
      if (!this.acknowledged) {
        this.connect();
        return;
      }
      this.acknowledged = false;
      this.send(Op.Heartbeat, this.sequence);
      this.heartbeat = this.environment.setTimeout(beat, interval);
    };
    this.heartbeat = this.environment.setTimeout(beat, interval * this.environment.random());
    if (this.sessionId !== null) {
      this.send(Op.Resume, { token: this.token(), session_id: this.sessionId, seq: this.sequence });
    } else {
      this.send(Op.Identify, {
        token: this.token(),
        capabilities: CAPABILITIES,
        properties: { os: "browser", browser: "Guildhall", device: "" },
        presence: this.presence(),
        compress: false,
        client_state: { guild_versions: {} },
      });
    }
  }

  private presence(): object {
    const activities = this.mood.text ? [{ type: CUSTOM, name: "Custom Status", state: this.mood.text }] : [];
    const presence = { status: this.mood.status, since: 0, activities, afk: this.away };
    this.told = JSON.stringify(presence);
    return presence;
  }

  private tellPresence(): void {
    const told = this.told;
    const presence = this.presence();
    if (this.socket === null) this.told = told;
    else if (this.told !== told) this.send(Op.Presence, presence);
  }

  private dispatched(event: string, data: unknown): void {
    if (event === "READY") {
      const ready = data as { session_id: string; resume_gateway_url?: string };
      this.sessionId = ready.session_id;
      this.resumeUrl = ready.resume_gateway_url ?? null;
    }
    if (event === "READY" || event === "RESUMED") {
      this.failures = 0;
      this.handlers.state("connected");
      this.tellPresence();
    }
    this.handlers.dispatch(event, data);
  }

  private closed(socket: Socket, code: number): void {
    if (socket !== this.socket) return;
    this.environment.clearTimeout(this.heartbeat);
    this.socket = null;
    if (FINAL_CODES.has(code)) {
      this.forget();
      this.stopped = true;
      this.handlers.state("refused");
      return;
    }
    if (SESSION_LOST_CODES.has(code)) this.forget();
    // The node that held the session may be gone for good: another one answers at the first address.
    if (this.failures > 1) this.resumeUrl = null;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++);
    this.tryLater(longest / 2 + (this.environment.random() * longest) / 2);
  }

  private tryLater(pause: number): void {
    if (this.stopped) return;
    this.handlers.state("waiting", pause);
    this.retry = this.environment.setTimeout(() => this.connect(), pause);
  }

  private forget(): void {
    this.sessionId = null;
    this.resumeUrl = null;
    this.sequence = null;
  }

  private drop(code: number): void {
    this.environment.clearTimeout(this.heartbeat);
    const socket = this.socket;
    this.socket = null;
    socket?.close(code);
  }
}
