package io.guildhall.relay.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Users whose answers differ from those of their roles, each with the number of reasons for that. */
final class Individuals {
    private final Map<Long, Integer> reasons = new HashMap<>();

    Set<Long> users() {
        return reasons.keySet();
    }

    void add(long... users) {
        for (long user : users) {
            reasons.merge(user, 1, Integer::sum);
        }
    }

    void remove(long... users) {
        for (long user : users) {
            reasons.computeIfPresent(user, (same, count) -> count == 1 ? null : count - 1);
        }
    }
}
