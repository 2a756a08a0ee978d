package io.guildhall.ownerclient;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The time between attempts. */
public interface Waiting {
    /** A monotonic clock. */
    long nanos();

    /** Completes after about this time. */
    Uni<Void> pause(Duration time);

    /** By the system's clock; pauses are shorter by up to a half, so that callers who failed together do not come together again. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Uni<Void> pause(Duration time) {
                long nanos = time.toNanos();
                Duration chosen =
                        Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
                return Uni.createFrom().voidItem().onItem().delayIt().by(chosen);
            }
        };
    }
}
