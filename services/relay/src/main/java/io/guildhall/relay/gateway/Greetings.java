package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.Greeting;
import io.guildhall.model.rpc.RelayFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What this relay says first on every stream to a gateway node, and to which nodes it still has something to say. */
final class Greetings {
    /** A node that has not come back by then is another process when it does, and has no sessions from before. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<String, DroppedSessions> dropped = new ConcurrentHashMap<>();
    private final Supplier<String> self;
    private final Clock clock;
    private final AtomicLong lines;

    /** A greeting, and what was dropped according to it; null when nothing was. */
    record Prepared(RelayFrame frame, DroppedSessions told) {}

    /** @param self this relay's id */
    Greetings(Supplier<String> self, Clock clock) {
        this.self = self;
        this.clock = clock;
        // Above the lines of an earlier process with the same id: no number comes twice.
        this.lines = new AtomicLong(clock.millis() << 16);
    }

    /** The number of a new line, which ends when its gateway node is given up. */
    long nextLine() {
        return lines.incrementAndGet();
    }

    void dropped(String gateway, long[] sessions) {
        if (sessions.length > 0) {
            dropped.merge(gateway, DroppedSessions.of(sessions, clock.instant()), DroppedSessions::and);
        }
    }

    Prepared prepare(String gateway, long line) {
        Greeting.Builder greeting = Greeting.newBuilder().setRelay(self.get()).setLine(line);
        DroppedSessions told = dropped.get(gateway);
        if (told != null) {
            told.into(greeting);
        }
        return new Prepared(RelayFrame.newBuilder().setGreeting(greeting).build(), told);
    }

    /** The gateway node acknowledged the greeting. */
    void heard(String gateway, Prepared greeting) {
        if (greeting.told() != null) {
            dropped.remove(gateway, greeting.told());
        }
    }

    /** True while the gateway node has not heard of sessions that were dropped. */
    boolean owedTo(String gateway) {
        return dropped.containsKey(gateway);
    }

    /** The gateway nodes that have not heard of everything yet. Forgets those that stayed away. */
    Iterable<String> owed() {
        Instant longAgo = clock.instant().minus(KEPT);
        dropped.values().removeIf(sessions -> sessions.since().isBefore(longAgo));
        return dropped.keySet();
    }
}
