package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots on request of others, from a store that is open. */
class SnapshotDeskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path parent;

    private Path directory;
    private EmbeddedStore store;

    @BeforeEach
    void open() {
        directory = parent.resolve("store");
        store = openStore();
        write(store, Write.to(Users.TABLE, 1L).set(Users.FLAGS, 1L).build());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStoreInUseMakesASnapshotItselfAndLeavesNothingElse() throws IOException {
        SnapshotManifest manifest = take(parent.resolve("snapshot"));

        assertThat(manifest.rows()).isEqualTo(1);
        assertThat(names(directory)).containsExactlyInAnyOrder("guildhall.store", "guildhall.log", "lock");
        assertThat(names(parent)).containsExactlyInAnyOrder("store", "snapshot");
    }

    @Test
    void severalWhoAskAtOnceAllGetOne() {
        List<CompletableFuture<SnapshotManifest>> taken = Stream.of("a", "b", "c")
                .map(name -> CompletableFuture.supplyAsync(() -> take(parent.resolve(name)), task -> Thread.ofVirtual()
                        .start(task)))
                .toList();

        assertThat(taken).allSatisfy(each -> assertThat(each.join().rows()).isEqualTo(1));
    }

    @Test
    void aSnapshotThatCannotBeWrittenFailsWithASentence() {
        assertThatThrownBy(() -> take(parent.resolve("not/there")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not write the snapshot");
        assertThat(take(parent.resolve("snapshot")).rows()).isEqualTo(1);
    }

    @Test
    void requestsOfAnEarlierLifeAreForgotten() throws IOException {
        store.close();
        SnapshotRequest.make(directory, parent.resolve("late"));
        store = openStore();
        take(parent.resolve("snapshot"));

        assertThat(parent.resolve("late")).doesNotExist();
    }

    @Test
    void whoeverAskedOfAProcessThatEndsHearsOfIt() throws Exception {
        CompletableFuture<SnapshotManifest> taken =
                CompletableFuture.supplyAsync(() -> take(parent.resolve("snapshot")), task -> Thread.ofVirtual()
                        .start(task));
        while (!taken.isDone() && SnapshotRequest.waiting(directory).isEmpty()) {
            Thread.onSpinWait();
        }
        store.close();

        try {
            assertThat(taken.join().rows()).isEqualTo(1);
        } catch (java.util.concurrent.CompletionException failed) {
            assertThat(failed.getCause().getMessage()).containsAnyOf("ended before the snapshot", "is ending");
            assertThat(parent.resolve("snapshot")).doesNotExist();
        }
    }

    private SnapshotManifest take(Path file) {
        return new Snapshots(Clock.systemUTC()).take(directory, file, PATIENCE);
    }

    private EmbeddedStore openStore() {
        return EmbeddedStore.open(EmbeddedStoreOptions.at(directory), Clock.systemUTC(), batches -> {});
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
