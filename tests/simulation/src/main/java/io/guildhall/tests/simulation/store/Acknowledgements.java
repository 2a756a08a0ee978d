package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Fence;
import io.guildhall.storage.fencing.FencedActor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What proxies acknowledged to owners: whoever has followed an owner has the last word, at every proxy. */
public final class Acknowledgements {
    private final Map<FencedActor, Long> last = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** A proxy says that a write of this term is durable. */
    void acknowledged(String proxy, Fence fence) {
        long latest = last.merge(FencedActor.of(fence), fence.getEpoch(), Math::max);
        if (latest > fence.getEpoch()) {
            violations.add(proxy + " acknowledged a write of epoch " + fence.getEpoch() + " of actor "
                    + fence.getActorId() + " after one of epoch " + latest);
        }
    }

    public List<String> violations() {
        return violations;
    }
}
