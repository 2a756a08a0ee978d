package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.SendWindow;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Windows of this node alone. Users of windows that are over are forgotten whenever there are twice as many as were left the last time, so
 * that the table stays as small as the number of users who identify within two windows, and looking through it costs each of them next to
 * nothing.
 */
final class IdentifyWindows implements IdentifyLimiter {
    static final int MANY = 10_000;

    private final Map<Long, SendWindow> windows = new HashMap<>();
    private final Clock clock;
    private final long length;
    private final int limit;
    private int sweepAt = MANY;

    /** @param length of a window in ms */
    IdentifyWindows(long length, int limit, Clock clock) {
        this.clock = clock;
        this.length = length;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Boolean> accept(long userId) {
        return CompletableFuture.completedStage(count(userId));
    }

    private synchronized boolean count(long userId) {
        long now = clock.millis();
        if (windows.size() >= sweepAt) {
            windows.values().removeIf(window -> window.over(now, length));
            sweepAt = Math.max(MANY, 2 * windows.size());
        }
        return windows.computeIfAbsent(userId, key -> new SendWindow()).accept(now, length, limit);
    }

    synchronized int size() {
        return windows.size();
    }
}
