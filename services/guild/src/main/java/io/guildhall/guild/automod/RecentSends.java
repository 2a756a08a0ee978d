package io.guildhall.guild.automod;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last messages of a guild, as far as floods are told by them. It never changes, and is remembered nowhere else.
 *
 * @param latest oldest first
 */
record RecentSends(List<Sent> latest) {
    static final RecentSends NONE = new RecentSends(List.of());

    private static final int MOST = 100;
    private static final long WINDOW = Duration.ofSeconds(30).toMillis();
    private static final int SAME = 5;
    private static final int RAIDERS = 4;
    private static final int RAID = 30;

    /** @param text the hash of what was said */
    record Sent(long at, long authorId, int text, int mentions) {}

    RecentSends with(Sent sent) {
        List<Sent> recent = Stream.concat(latest.stream(), Stream.of(sent))
                .filter(one -> one.at() > sent.at() - WINDOW)
                .toList();
        return new RecentSends(recent.subList(Math.max(0, recent.size() - MOST), recent.size()));
    }

    /** Whether the last message says what its author has said several times in half a minute. */
    boolean repeats() {
        if (latest.isEmpty()) {
            return false;
        }
        Sent last = latest.getLast();
        return latest.stream()
                        .filter(one -> one.authorId() == last.authorId() && one.text() == last.text())
                        .count()
                >= SAME;
    }

    /** Whether the last message is one of many by which several people mention a lot of others. */
    boolean raids() {
        List<Sent> mentioning =
                latest.stream().filter(one -> one.mentions() > 0).toList();
        return !latest.isEmpty()
                && latest.getLast().mentions() > 0
                && mentioning.stream().mapToInt(Sent::mentions).sum() >= RAID
                && mentioning.stream().mapToLong(Sent::authorId).distinct().count() >= RAIDERS;
    }
}
