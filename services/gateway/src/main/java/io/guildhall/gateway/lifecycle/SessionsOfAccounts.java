package io.guildhall.gateway.lifecycle;

import io.netty.util.collection.LongObjectHashMap;

/** How many sessions each account has on this node. As large as there are accounts with sessions. */
final class SessionsOfAccounts {
    private final LongObjectHashMap<Integer> counts = new LongObjectHashMap<>();

    synchronized void opened(long userId) {
        counts.merge(userId, 1, Integer::sum);
    }

    synchronized void closed(long userId) {
        counts.computeIfPresent(userId, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized int count(long userId) {
        Integer count = counts.get(userId);
        return count == null ? 0 : count;
    }
}
