package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Usernames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is thrown on the way of one write or one read is the matter of those who wait for it. */
class EmbeddedStoreFaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void anErrorOfOneGroupFailsItsWritersAndTheNextIsWritten() {
        Broken clock = new Broken();
        try (EmbeddedStore store = EmbeddedStore.open(EmbeddedStoreOptions.at(directory), clock, batches -> {})) {
            write(store, name("first"));
            clock.broken.set(true);
            assertThat(store.write(batch(name("lost"))))
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class);
            clock.broken.set(false);
            write(store, name("second"));

            assertThat(store.ready()).isTrue();
            assertThat(found(store, "first")).isTrue();
            assertThat(found(store, "lost")).isFalse();
            assertThat(found(store, "second")).isTrue();
        }
    }

    @Test
    void anErrorOfOneReadIsItsOwn() {
        Broken clock = new Broken();
        try (EmbeddedStore store = EmbeddedStore.open(EmbeddedStoreOptions.at(directory), clock, batches -> {})) {
            write(store, name("first"));
            clock.broken.set(true);
            assertThat(store.read(Read.row(Usernames.TABLE, "first")))
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class);
            clock.broken.set(false);
            assertThat(found(store, "first")).isTrue();
        }
    }

    @Test
    void whoCountsGroupsEndsNoWriter() {
        try (EmbeddedStore store =
                EmbeddedStore.open(EmbeddedStoreOptions.at(directory), Clock.systemUTC(), batches -> {
                    throw new StackOverflowError("on purpose");
                })) {
            write(store, name("first"));
            write(store, name("second"));
            assertThat(found(store, "second")).isTrue();
        }
    }

    private static Mutation name(String name) {
        return Write.to(Usernames.TABLE, name).set(Usernames.USER_ID, 1L).build();
    }

    private static boolean found(EmbeddedStore store, String name) {
        return !rows(store, Usernames.TABLE, Read.row(Usernames.TABLE, name)).isEmpty();
    }

    private static final class Broken extends Clock {
        private final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public Instant instant() {
            if (broken.get()) {
                throw new StackOverflowError("on purpose");
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
