package io.guildhall.storage.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import org.junit.jupiter.api.Test;

/** The contract holds for whoever retries, however badly a store behaves. */
class ShakyStoreTest extends ClockedStoreContract {
    private long seed = 1;

    @Override
    protected Store open() {
        return new PatientCaller(shaky());
    }

    private ShakyStore shaky() {
        return new ShakyStore(EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {}), seed++);
    }

    @Test
    void theStoreReallyFailsBeforeAndAfterTheEffect() {
        ShakyStore shaky = shaky();
        RandomOperations operations = new RandomOperations(1);
        try (Store caller = new PatientCaller(shaky);
                Store reference = new ReferenceStore(clock)) {
            for (int step = 0; step < 300; step++) {
                var write = operations.write();
                if (!write.getMutations(0).getUpsert().getIfAbsent()) {
                    caller.write(write).join();
                    reference.write(write).join();
                }
                var read = operations.read();
                assertThat(caller.read(read).join())
                        .isEqualTo(reference.read(read).join());
            }
        }
        assertThat(shaky.failedBefore).hasPositiveValue();
        assertThat(shaky.failedAfter).hasPositiveValue();
    }
}
