package io.guildhall.guild.thread;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import java.time.Duration;
import java.util.Optional;

/**
 * Has a guild look for threads to archive when the next one is due. When is kept in memory only: whoever loads the guild begins
 * anew, and archives at once what became due while nobody had it. No thread is due sooner than an hour after anything that could
 * bring the moment forward, so looking again every half hour at the latest misses none.
 */
public final class ArchiveClock {
    private static final long LONGEST_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final long SHORTEST_MILLIS = Duration.ofSeconds(1).toMillis();
    /** So long after its time a question counts as lost. */
    private static final long LOST_MILLIS = Duration.ofMinutes(1).toMillis();

    /** @param at when the guild will have been asked, in ms since 1970 */
    record Asked(long at) {}

    private ArchiveClock() {}

    /** The guild was asked. A question that was taken for lost and comes late asks for no other one. */
    static void answered(GuildState guild) {
        guild.findPart(Asked.class)
                .filter(asked -> asked.at() <= guild.now() + SHORTEST_MILLIS)
                .ifPresent(due -> guild.removePart(Asked.class));
    }

    /** After each command. */
    public static void noticed(GuildState guild, Changes changes) {
        if (!guild.exists() || guild.threads().byId().isEmpty()) {
            return;
        }
        long now = guild.now();
        Optional<Asked> asked = guild.findPart(Asked.class);
        if (asked.isPresent() && asked.get().at() + LOST_MILLIS > now) {
            return;
        }
        long due = guild.threads().byId().values().stream()
                .mapToLong(GuildThread::archivedAfter)
                .min()
                .orElse(Long.MAX_VALUE);
        long pause = due <= now ? SHORTEST_MILLIS : Math.clamp(due - now, SHORTEST_MILLIS, LONGEST_MILLIS);
        guild.putPart(new Asked(now + pause));
        changes.stepLater(guild.context().key(), ArchiveThreads.STEP, Duration.ofMillis(pause));
    }
}
