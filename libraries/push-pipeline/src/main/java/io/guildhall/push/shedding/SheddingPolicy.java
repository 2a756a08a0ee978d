package io.guildhall.push.shedding;

import java.time.Instant;

/** Decides what is dropped when more waits than may. */
public interface SheddingPolicy {
    /**
     * Called again until no more waits than may.
     *
     * @param waiting at least one, with what came last
     */
    Shed next(Waiting waiting, Instant now);
}
