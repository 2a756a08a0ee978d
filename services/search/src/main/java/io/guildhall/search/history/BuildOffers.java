package io.guildhall.search.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Offers what is to be built to whoever is free, slice after slice, in each of them what follows on what was offered last. So what fails again and
 * again is in nobody's way, and however much waits little of it is read. On one thread.
 */
final class BuildOffers {
    private final BuildQueue queue;
    private final IntPredicate ours;
    private final Map<Integer, Build> lastOf = new HashMap<>();
    private int slice;

    /** @param ours whether this node is to look at a slice */
    BuildOffers(BuildQueue queue, IntPredicate ours) {
        this.queue = queue;
        this.ours = ours;
    }

    /** Looks at each slice once; ends as soon as nobody is free, and reads nothing then. */
    void round(BooleanSupplier free, Consumer<Build> begin) {
        for (int looked = 0; looked < BuildQueue.SLICES && free.getAsBoolean(); looked++) {
            if (ours.test(slice)) {
                offer(free, begin);
            }
            slice = (slice + 1) % BuildQueue.SLICES;
        }
    }

    private void offer(BooleanSupplier free, Consumer<Build> begin) {
        List<Build> some = queue.after(slice, Optional.ofNullable(lastOf.get(slice)));
        for (Build build : some) {
            if (!free.getAsBoolean()) {
                return;
            }
            lastOf.put(slice, build);
            if (queue.isDue(build)) {
                begin.accept(build);
            }
        }
        if (some.size() < BuildQueue.AT_ONCE) {
            lastOf.remove(slice);
        }
    }
}
