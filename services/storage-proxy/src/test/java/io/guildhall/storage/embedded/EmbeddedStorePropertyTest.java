package io.guildhall.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.RandomOperations;
import io.guildhall.storage.store.ReferenceStore;
import io.guildhall.storage.store.Store;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class EmbeddedStorePropertyTest {
    private static final int STEPS = 300;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void randomOperationsGiveTheSameResultsAsOnTheReferenceStore(@ForAll long seed) {
        RandomOperations operations = new RandomOperations(seed);
        ManualClock clock = new ManualClock();
        try (Store embedded = EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {});
                Store reference = new ReferenceStore(clock)) {
            for (int step = 0; step < STEPS; step++) {
                WriteRequest write = operations.write();
                assertThat(embedded.write(write).join())
                        .as("write %s", write)
                        .isEqualTo(reference.write(write).join());
                ReadRequest read = operations.read();
                assertThat(embedded.read(read).join())
                        .as("read %s", read)
                        .isEqualTo(reference.read(read).join());
                if (operations.chance(10)) {
                    clock.advance(Duration.ofMillis(3_500));
                }
            }
        }
    }
}
