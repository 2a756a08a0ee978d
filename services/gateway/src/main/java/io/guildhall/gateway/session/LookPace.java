package io.guildhall.gateway.session;

import io.guildhall.model.rpc.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How often a session may look elsewhere. A client says so with each channel that it opens, far less often than this; one that says it all
 * the time would have owners list threads and their members all the time. What comes too soon waits and is told as it is by then, once for each guild.
 * On the session's lane.
 */
public final class LookPace {
    /** From one list of all of a guild's threads to the next, in ms. */
    static final long BETWEEN_LISTS = 10_000;

    /** What may be asked for at once; it is there again after {@link #MOST} seconds divided by {@link #REFILL}. */
    static final int MOST = 200;

    private static final int REFILL = 5;

    /** What listing a thread's members costs, beside saying so. */
    static final int OF_MEMBERS = 10;

    private final Map<Long, Long> listedAt = new HashMap<>(2);
    private final Map<Long, Waiting> waiting = new HashMap<>(2);
    private double left = MOST;
    private long filledAt = Long.MIN_VALUE;

    /**
     * What is to be told later.
     *
     * @param before what the owner knows
     * @param anew whether the parts of lists are told from their beginning
     */
    public record Waiting(Subscription before, boolean anew) {}

    /** For how many ms the session has to wait until it may look from the one to the other; 0 when it looks there now. */
    public long take(long guild, Subscription before, Subscription after, long now) {
        fill(now);
        boolean lists = after.getThreads() && !before.getThreads();
        double cost = 1 + (double) OF_MEMBERS * begun(before, after);
        long wait = Math.max(
                left >= cost ? 0 : (long) Math.ceil((cost - left) * 1000 / REFILL),
                lists ? listedAt.getOrDefault(guild, now - BETWEEN_LISTS) + BETWEEN_LISTS - now : 0);
        if (wait <= 0) {
            left -= cost;
            if (lists) {
                listedAt.put(guild, now);
            }
        }
        return Math.max(0, wait);
    }

    /** True when something waits for this guild already, which what is looked at now is told with. */
    public boolean joins(long guild, boolean anew) {
        return waiting.computeIfPresent(guild, (id, known) -> new Waiting(known.before(), known.anew() || anew))
                != null;
    }

    public void put(long guild, Waiting later) {
        waiting.put(guild, later);
    }

    public Optional<Waiting> remove(long guild) {
        return Optional.ofNullable(waiting.remove(guild));
    }

    /** What is remembered of a guild longer than it matters is forgotten. */
    private void fill(long now) {
        if (filledAt != Long.MIN_VALUE) {
            left = Math.min(MOST, left + (now - filledAt) * REFILL / 1000.0);
        }
        filledAt = now;
        listedAt.values().removeIf(at -> now - at >= BETWEEN_LISTS);
    }

    private static long begun(Subscription before, Subscription after) {
        Set<Long> known = new HashSet<>(before.getThreadMemberListsList());
        return after.getThreadMemberListsList().stream()
                .filter(thread -> !known.contains(thread))
                .count();
    }
}
