package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.SendWindow;
import io.guildhall.gateway.config.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each user identifies on this node, in fixed windows. Users of windows that are over are forgotten whenever
 * there are many, so that the table stays as small as the number of users who identify within one window.
 */
@ApplicationScoped
public class IdentifyLimiter {
    private static final int MANY = 10_000;

    private final Map<Long, SendWindow> windows = new HashMap<>();
    private final Clock clock;
    private final long length;
    private final int limit;

    public IdentifyLimiter(GatewayConfig config, Clock clock) {
        this.clock = clock;
        this.length = config.identify().window().toMillis();
        this.limit = config.identify().maxConcurrency();
    }

    /** Counts an IDENTIFY; false when it is one too many. */
    synchronized boolean accept(long userId) {
        long now = clock.millis();
        if (windows.size() >= MANY) {
            windows.values().removeIf(window -> window.over(now, length));
        }
        return windows.computeIfAbsent(userId, key -> new SendWindow()).accept(now, length, limit);
    }
}
