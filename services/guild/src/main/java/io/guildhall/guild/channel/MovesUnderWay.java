package io.guildhall.guild.channel;

import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls whose {@link ChannelMoves} are not all done, so that each is answered when it is. One entry for each call that waits. */
@Singleton
public final class MovesUnderWay {
    /** Some forty pieces of a few milliseconds each; beyond, the store or the guild has too much to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<Long, CompletableFuture<Void>> jobs = new ConcurrentHashMap<>();

    /** The first of a call's moves are durable. */
    void began(long job) {
        jobs.put(job, new CompletableFuture<>());
    }

    /** All of a call's moves are durable. Any thread. */
    void ended(long job) {
        CompletableFuture<Void> end = jobs.get(job);
        if (end != null) {
            end.complete(null);
        }
    }

    /** What answers a call that {@link #began} once it has ended, and 503 when that takes too long: they are all done nevertheless. */
    Reply answer(long job) {
        return Reply.later(() -> {
            try {
                jobs.get(job).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return Reply.noContent();
            } catch (TimeoutException late) {
                throw ApiException.unavailable();
            } finally {
                jobs.remove(job);
            }
        });
    }
}
