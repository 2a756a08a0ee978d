package io.guildhall.storage.fencing;

import io.guildhall.model.rpc.Fence;

/**
 * Whose epochs are counted.
 *
 * @param kind the number of ActorKind
 */
public record FencedActor(long kind, long id) {
    public static FencedActor of(Fence fence) {
        return new FencedActor(fence.getActorKind(), fence.getActorId());
    }
}
