package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Fence;
import java.time.Duration;

/** Tells those who write to the store that an epoch has been claimed. */
@FunctionalInterface
public interface ClaimNotices {
    /** Where the store itself holds every write against the epoch. */
    ClaimNotices NOBODY = fence -> Duration.ZERO;

    /**
     * Blocks until no write of an older epoch is under way at anybody who could be told.
     *
     * @return how long after the claim, which is in the store, somebody who was not told may still acknowledge writes of older epochs
     * @throws StorageUnavailable when nobody could be told
     */
    Duration tell(Fence fence);
}
