package io.guildhall.tests.simulation.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Somebody's client: connects to some gateway node, identifies, sends heartbeats, resumes wherever it can when its connection ends, and begins
 * anew when it is told that its session is over. Keeps everything that it received, session by session.
 */
public final class Device {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int UNKNOWN_ERROR = 4000;

    private final Engine engine;
    private final Machine machine;
    private final long user;
    private final Supplier<List<GatewayMachine>> gateways;
    private final List<Session> sessions = new ArrayList<>();
    private Wire wire;
    private int connections;
    private boolean acknowledged;

    /** One session's events in the order of their arrival. */
    public static final class Session {
        private final List<JsonNode> events = new ArrayList<>();
        private final List<Long> arrivals = new ArrayList<>();
        private String id;
        private long sequence;
        private long readyAt = Long.MAX_VALUE;
        private long overAt = Long.MAX_VALUE;

        /** Virtual nanoseconds at which everything that the session begins with had come; never, before that. */
        public long readyAt() {
            return readyAt;
        }

        public List<JsonNode> events() {
            return events;
        }

        /** Virtual nanoseconds at which each event came. */
        public List<Long> arrivals() {
            return arrivals;
        }

        /** Virtual nanoseconds at which it was said to be over; never, while nobody did. */
        public long overAt() {
            return overAt;
        }

        /** Whether it was READY and nobody has said that it is over. */
        public boolean lives() {
            return id != null && overAt == Long.MAX_VALUE;
        }
    }

    public Device(Machine machine, long user, Supplier<List<GatewayMachine>> gateways) {
        this.engine = machine.engine();
        this.machine = machine;
        this.user = user;
        this.gateways = gateways;
    }

    public long user() {
        return user;
    }

    public List<Session> sessions() {
        return sessions;
    }

    /** Connects, and stays connected. */
    public void start() {
        machine.start(this::connect);
    }

    /** The connection is lost on the client's side, as when a train enters a tunnel. */
    public void loseConnection() {
        machine.start(() -> {
            if (wire != null) {
                wire.leave(UNKNOWN_ERROR);
                ended(connections);
            }
        });
    }

    /** Takes nothing in for so long, as a client does that has too much to do. */
    public void stopReading(Duration pause) {
        machine.start(() -> {
            if (wire != null) {
                wire.stopReading(pause);
            }
        });
    }

    /** Asks for all members of the guild, when there is a session to ask in. */
    public void askForMembers(long guild, String nonce) {
        machine.start(() -> {
            if (wire != null && !sessions.isEmpty() && sessions.getLast().lives()) {
                wire.send("{\"op\":8,\"d\":{\"guild_id\":\"" + guild + "\",\"query\":\"\",\"limit\":0,\"nonce\":\""
                        + nonce + "\"}}");
            }
        });
    }

    private void connect() {
        List<GatewayMachine> open =
                gateways.get().stream().filter(GatewayMachine::answers).toList();
        if (open.isEmpty()) {
            later(PAUSE, this::connect);
            return;
        }
        GatewayMachine gateway = open.get(machine.random().nextInt(open.size()));
        int connection = ++connections;
        acknowledged = true;
        wire = gateway.connect(
                machine,
                text -> {
                    if (connection == connections) {
                        received(Json.parse(text));
                    }
                },
                code -> ended(connection));
        // A node that does not even say hello is left.
        later(HEARTBEAT, () -> heartbeat(connection));
    }

    private void received(JsonNode frame) {
        switch (frame.path("op").asInt()) {
            case 0 -> dispatch(frame);
            case 1 -> beat();
            case 7 -> {
                wire.leave(UNKNOWN_ERROR);
                ended(connections);
            }
            case 9 -> {
                boolean resumable = frame.path("d").asBoolean();
                if (!resumable && !sessions.isEmpty() && sessions.getLast().overAt == Long.MAX_VALUE) {
                    sessions.getLast().overAt = engine.now();
                }
                later(PAUSE.plusMillis(machine.random().nextInt(1_000)), () -> {
                    if (wire != null) {
                        hello();
                    }
                });
            }
            case 10 -> hello();
            case 11 -> acknowledged = true;
            default -> throw new IllegalStateException("no such opcode: " + frame);
        }
    }

    private void hello() {
        Session last = sessions.isEmpty() ? null : sessions.getLast();
        if (last != null && last.lives()) {
            wire.send("{\"op\":6,\"d\":{\"token\":\"" + user + "\",\"session_id\":\"" + last.id + "\",\"seq\":"
                    + last.sequence + "}}");
        } else {
            sessions.add(new Session());
            wire.send("{\"op\":2,\"d\":{\"token\":\"" + user + "\",\"properties\":{}}}");
        }
    }

    private void dispatch(JsonNode frame) {
        Session session = sessions.getLast();
        long sequence = frame.path("s").asLong();
        if (sequence != session.sequence + 1) {
            throw new IllegalStateException("after " + session.sequence + " came " + frame);
        }
        session.sequence = sequence;
        if (frame.path("t").asText().equals("READY")) {
            session.id = frame.path("d").path("session_id").asText();
        }
        if (frame.path("t").asText().equals("GUILD_CREATE")) {
            session.readyAt = engine.now();
        }
        session.events.add(frame);
        session.arrivals.add(engine.now());
    }

    private void heartbeat(int connection) {
        if (connection != connections || wire == null) {
            return;
        }
        if (!acknowledged) {
            wire.leave(UNKNOWN_ERROR);
            ended(connection);
            return;
        }
        acknowledged = false;
        beat();
        later(HEARTBEAT, () -> heartbeat(connection));
    }

    private void beat() {
        long sequence = sessions.isEmpty() ? 0 : sessions.getLast().sequence;
        wire.send("{\"op\":1,\"d\":" + sequence + "}");
    }

    private void ended(int connection) {
        if (connection == connections && wire != null) {
            wire = null;
            connections++;
            later(Duration.ofMillis(100L + machine.random().nextInt(1_000)), this::connect);
        }
    }

    private void later(Duration delay, Runnable action) {
        engine.after(delay, machine, () -> machine.start(action));
    }
}
