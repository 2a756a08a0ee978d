package io.guildhall.storage.fencing;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Asks the store which epochs have been claimed. */
@FunctionalInterface
public interface Epochs {
    /** The last epoch of the actor whose claim was acknowledged before this call, or a later one; empty when there is none. */
    CompletableFuture<OptionalLong> last(FencedActor actor);
}
