package io.guildhall.storage.remnant;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.testing.Eventually;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemnantRemovalsTest {
    /** More than are removed at once: each that fails gives its place back. */
    private static final int FAILING = 40;

    @Test
    void whateverTheStoreThrowsTheRestIsRemoved() {
        AtomicInteger asked = new AtomicInteger();
        CountedRemnants counts = new CountedRemnants();
        RemnantRemover remover = (table, key) -> {
            if (asked.incrementAndGet() <= FAILING) {
                throw new StackOverflowError("on purpose");
            }
            return CompletableFuture.completedFuture(true);
        };
        try (RemnantRemovals removals = new RemnantRemovals(remover, 1_000, counts)) {
            for (long key = 0; key < FAILING + 3; key++) {
                removals.offer(
                        Messages.TABLE,
                        List.of(Value.newBuilder().setLongValue(key).build()));
            }
            Eventually.until(() -> counts.removed.get() == 3);
        }
    }
}
