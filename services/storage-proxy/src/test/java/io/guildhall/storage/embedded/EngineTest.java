package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the maps, the log and the file after groups, failures and checkpoints. */
class EngineTest {
    private static final long NOW = 1_000;

    @TempDir
    Path path;

    private DataDirectory directory;

    @BeforeEach
    void lock() {
        directory = DataDirectory.lock(path);
    }

    @AfterEach
    void unlock() {
        directory.close();
    }

    @Test
    void groupsThatAreOnlyInTheLogAreThereAfterOpeningAgain() {
        Engine engine = open();
        engine.write(List.of(user(1)), NOW);
        engine.checkpoint();
        engine.write(List.of(user(2)), NOW);
        engine.write(List.of(user(3)), NOW);
        // Closes without a checkpoint, as the end of the process would.
        engine.undo();

        try (Engine again = open()) {
            assertThat(users(again)).isEqualTo(3);
        }
    }

    @Test
    void aGroupIsAppliedOnceThoughItIsInTheFileAndInTheLog() {
        Engine engine = open();
        assertThat(engine.write(List.of(claim(1)), NOW)).containsExactly(Applied.YES);
        engine.checkpoint();
        engine.undo();

        try (Engine again = open()) {
            assertThat(again.write(List.of(claim(1)), NOW)).containsExactly(Applied.NO);
        }
    }

    @Test
    void aGroupThatFailsHalfwayLeavesNothing() {
        Engine engine = open();
        engine.write(List.of(user(1)), NOW);
        WriteRequest broken = batch(
                Write.to(Users.TABLE, 2L).build(),
                Mutation.newBuilder().setTable("users").build());
        assertThatThrownBy(() -> engine.write(List.of(broken), NOW)).isInstanceOf(IllegalArgumentException.class);
        engine.undo();

        try (Engine again = open()) {
            assertThat(users(again)).isEqualTo(1);
        }
    }

    @Test
    void theSweeperRemovesOnlyWhatHasExpired() {
        try (Engine engine = open()) {
            engine.write(List.of(batch(Write.to(Users.TABLE, 1L).timeToLive(1).build())), NOW);
            engine.write(List.of(batch(Write.to(Users.TABLE, 2L).timeToLive(9).build())), NOW);
            engine.write(List.of(user(3)), NOW);
            engine.sweep(NOW + 5_000, 100);

            // Read at a time before anything expired: what is missing is really gone.
            assertThat(count(engine, 1)).isZero();
            assertThat(count(engine, 2)).isEqualTo(1);
            assertThat(count(engine, 3)).isEqualTo(1);
        }
    }

    @Test
    void tidyingKeepsEverything() {
        try (Engine engine = open()) {
            for (long id = 1; id <= 300; id++) {
                engine.write(List.of(user(id % 30 + 1)), NOW);
                engine.tidy();
            }
            assertThat(users(engine)).isEqualTo(30);
        }
    }

    private Engine open() {
        return directory.open(EmbeddedStoreOptions.at(path), Clock.systemUTC());
    }

    private static WriteRequest user(long id) {
        return batch(Write.to(Users.TABLE, id).build());
    }

    private static WriteRequest claim(long id) {
        return batch(Write.to(Users.TABLE, id).ifAbsent().build());
    }

    private static int count(Engine engine, long id) {
        return engine.read(Read.row(Users.TABLE, id), NOW).getRowsCount();
    }

    /** How many of the first hundred users there are. */
    private static int users(Engine engine) {
        int users = 0;
        for (long id = 1; id <= 100; id++) {
            users += count(engine, id);
        }
        return users;
    }
}
