package io.guildhall.relay.audience;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Which sessions of a table asked for which topics. Costs some hundred bytes for each that a session asked for, and nothing for others. */
final class Topics {
    private final Map<Long, Set<Long>> sessions = new HashMap<>();
    private final Map<Long, List<Long>> bySession = new HashMap<>();

    /** The session asks for these, and no longer for what it asked for before. */
    void set(long session, List<Long> wanted) {
        forget(session);
        if (!wanted.isEmpty()) {
            bySession.put(session, List.copyOf(wanted));
            wanted.forEach(topic ->
                    sessions.computeIfAbsent(topic, fresh -> new HashSet<>()).add(session));
        }
    }

    void forget(long session) {
        List<Long> former = bySession.remove(session);
        if (former != null) {
            former.forEach(topic -> sessions.computeIfPresent(topic, (same, asking) -> {
                asking.remove(session);
                return asking.isEmpty() ? null : asking;
            }));
        }
    }

    boolean asks(long session, long topic) {
        return sessions.getOrDefault(topic, Set.of()).contains(session);
    }

    void each(long topic, LongConsumer asking) {
        sessions.getOrDefault(topic, Set.of()).forEach(asking::accept);
    }
}
