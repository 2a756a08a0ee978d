import { beforeEach, describe, expect, test } from "vitest";
import { Gateway, Op, type ConnectionState, type Socket } from "../src/protocol/gateway";

/** Sockets and time that the test holds in its hand. */
class World {
  sockets: FakeSocket[] = [];
  timers: { action: () => void; at: number; id: number }[] = [];
  now = 0;
  private next = 1;
  states: ConnectionState[] = [];
  events: string[] = [];

  readonly gateway = new Gateway(
    "ws://test",
    () => "token",
    { dispatch: (event) => this.events.push(event), state: (state) => this.states.push(state) },
    {
      open: (url) => {
        const socket = new FakeSocket(url);
        this.sockets.push(socket);
        return socket;
      },
      setTimeout: (action, milliseconds) => {
        this.timers.push({ action, at: this.now + milliseconds, id: this.next });
        return this.next++;
      },
      clearTimeout: (id) => (this.timers = this.timers.filter((timer) => timer.id !== id)),
      random: () => 0.5,
    },
  );

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  pass(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= until).sort((left, right) => left.at - right.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((timer) => timer !== due);
      this.now = due.at;
      due.action();
    }
    this.now = until;
  }

  greet(): void {
    this.socket.receive({ op: Op.Hello, d: { heartbeat_interval: 1000 } });
  }

  start(): void {
    this.gateway.connect();
    this.greet();
    this.socket.receive({ op: Op.Dispatch, t: "READY", s: 1, d: { session_id: "s", resume_gateway_url: "ws://resume" } });
  }
}

class FakeSocket implements Socket {
  sent: { op: Op; d: Record<string, unknown> }[] = [];
  closed: number | null = null;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;

  constructor(readonly url: string) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as { op: Op; d: Record<string, unknown> });
  }

  close(code?: number): void {
    this.closed = code ?? 1005;
  }

  receive(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  end(code: number): void {
    this.onclose?.({ code });
  }
}

describe("gateway", () => {
  let world: World;
  beforeEach(() => {
    world = new World();
    world.start();
  });

  test("identifies at first, resumes at the address that READY named", () => {
    expect(world.socket.sent[0]!.op).toBe(Op.Identify);
    world.socket.receive({ op: Op.Dispatch, t: "MESSAGE_CREATE", s: 2, d: {} });
    world.socket.end(1006);
    world.pass(60_000);
    expect(world.socket.url).toContain("ws://resume");
    world.greet();
    expect(world.socket.sent[0]).toMatchObject({ op: Op.Resume, d: { session_id: "s", seq: 2 } });
    expect(world.events).toEqual(["READY", "MESSAGE_CREATE"]);
  });

  test("a connection that answers no heartbeat is given up", () => {
    world.pass(600);
    expect(world.socket.sent.at(-1)!.op).toBe(Op.Heartbeat);
    world.pass(1000);
    expect(world.sockets.length).toBe(2);
    expect(world.sockets[0]!.closed).toBe(4000);
  });

  test("a session that the server forgot is begun anew", () => {
    world.socket.receive({ op: Op.InvalidSession, d: false });
    world.pass(10_000);
    world.greet();
    expect(world.socket.sent[0]!.op).toBe(Op.Identify);
  });

  test.each([4004, 4010, 4014])("after close code %i nothing is tried again", (code) => {
    world.socket.end(code);
    world.pass(600_000);
    expect(world.sockets.length).toBe(1);
    expect(world.states.at(-1)).toBe("refused");
  });

  test("tries come further and further apart, and at once when the network is back", () => {
    for (let round = 0; round < 12; round++) {
      world.socket.end(1006);
      const before = world.sockets.length;
      world.pass(30_000);
      expect(world.sockets.length).toBe(before + 1);
    }
    world.socket.end(1006);
    const before = world.sockets.length;
    world.gateway.hurry();
    expect(world.sockets.length).toBe(before + 1);
    world.pass(60_000);
    expect(world.sockets.length).toBe(before + 1);
  });

  test("what an old connection still says is not heard", () => {
    const old = world.socket;
    world.gateway.connect();
    old.receive({ op: Op.Dispatch, t: "MESSAGE_CREATE", s: 9, d: {} });
    old.end(4004);
    expect(world.events).toEqual(["READY"]);
    expect(world.states.at(-1)).toBe("connecting");
  });

  test("whether somebody looks is told when it changes, and again by a session that begins anew", () => {
    const told = (): unknown[] => world.socket.sent.filter(({ op }) => op === Op.Presence).map(({ d }) => d["afk"]);
    world.gateway.setAway(true);
    world.gateway.setAway(true);
    world.gateway.setAway(false);
    expect(told()).toEqual([true, false]);
    world.gateway.setAway(true);
    world.socket.receive({ op: Op.InvalidSession, d: false });
    world.pass(10_000);
    world.greet();
    expect((world.socket.sent[0]!.d["presence"] as { afk: boolean }).afk).toBe(true);
    expect(told()).toEqual([]);
  });

  test("says how one wants to be seen when the session begins, and once when that changes", () => {
    const fresh = new World();
    fresh.gateway.setMood({ status: "invisible", text: "" });
    fresh.start();
    const begun = fresh.socket.sent.find(({ op }) => op === Op.Identify)!.d["presence"] as { status: string };
    expect(begun.status).toBe("invisible");
    for (let turn = 0; turn < 3; turn++) fresh.gateway.setMood({ status: "dnd", text: "busy" });
    const said = fresh.socket.sent.filter(({ op }) => op === Op.Presence);
    expect(said).toHaveLength(1);
    expect(said[0]!.d).toMatchObject({ status: "dnd", activities: [{ type: 4, state: "busy" }] });
  });
});
