package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy of a view: the same as the original, of one moment, and known when it is damaged. */
class SnapshotFileTest {
    private static final long NOW = 1_000;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);

    @TempDir
    Path path;

    private DataDirectory directory;
    private Engine engine;
    private Path file;

    @BeforeEach
    void open() {
        directory = DataDirectory.lock(path.resolve("store"));
        engine = directory.open(EmbeddedStoreOptions.at(path), CLOCK);
        file = path.resolve("snapshot");
    }

    @AfterEach
    void close() {
        engine.close();
        directory.close();
    }

    @Test
    void aSnapshotHoldsTheGroupsBeforeItAndNoneAfter() throws Exception {
        engine.write(users(0, 5_000), NOW);
        try (EngineView view = engine.view()) {
            engine.write(users(5_000, 6_000), NOW);
            engine.write(List.of(batch(Write.delete(Users.TABLE, 1L))), NOW);
            engine.checkpoint();
            engine.tidy();
            snapshot(view);
        }

        try (Restored restored = restore()) {
            assertThat(restored.engine.read(Read.row(Users.TABLE, 1L), NOW).getRowsCount())
                    .isEqualTo(1);
            assertThat(restored.engine.read(Read.row(Users.TABLE, 4_999L), NOW).getRowsCount())
                    .isEqualTo(1);
            assertThat(restored.engine.read(Read.row(Users.TABLE, 5_000L), NOW).getRowsCount())
                    .isZero();
        }
    }

    @Test
    void aRestoredStoreGoesOnWritingAndSweeping() throws Exception {
        engine.write(List.of(batch(expiring(1))), NOW);
        engine.write(users(0, 3), NOW);
        try (EngineView view = engine.view()) {
            snapshot(view);
        }

        try (Restored restored = restore()) {
            restored.engine.sweep(NOW + 2_000, 10);
            restored.engine.write(users(3, 4), NOW);
        }
        try (Restored again = new Restored(path.resolve("restored"))) {
            assertThat(again.engine.read(Read.row(Users.TABLE, 3L), NOW).getRowsCount())
                    .isEqualTo(1);
            // At a time when the cell was alive: the sweeper has found it through the copied index.
            assertThat(again.engine
                            .read(Read.row(EventOutbox.TABLE, 0L, 1L, 1L, 1L), NOW)
                            .getRowsCount())
                    .isZero();
        }
    }

    @Test
    void theManifestSaysWhatTheSnapshotHolds() throws Exception {
        engine.write(users(0, 300), NOW);
        SnapshotManifest written;
        try (EngineView view = engine.view()) {
            written = snapshot(view);
        }

        SnapshotManifest read = SnapshotFile.verify(file);

        assertThat(read).isEqualTo(written);
        assertThat(read.rows()).isEqualTo(300);
        assertThat(read.group()).isEqualTo(1);
        assertThat(read.lastTime()).as("after the last write").isEqualTo((NOW + 1) * 1_000);
        assertThat(read.alsoWrittenTo()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSnapshotOfADualWrittenStoreKnowsTheTimeOfItsLastMutation() throws Exception {
        engine.close();
        engine = directory.open(
                new EmbeddedStoreOptions(
                        Optional.of(path), true, 10, 1 << 20, 1 << 20, 4, 10, Optional.of("cassandra:there/guildhall")),
                CLOCK);
        engine.write(
                List.of(batch(user(1), user(2)).toBuilder()
                        .setTimestamp(2_000_000)
                        .build()),
                NOW);

        try (EngineView view = engine.view()) {
            SnapshotManifest manifest = snapshot(view);
            assertThat(manifest.lastTime()).isEqualTo(2_000_001);
            assertThat(manifest.alsoWrittenTo()).contains("cassandra:there/guildhall");
        }
    }

    @Test
    void aStoreThatWasOpenedOnASnapshotIsNoSnapshotAnyMore() throws Exception {
        try (EngineView view = engine.view()) {
            snapshot(view);
        }
        restore().close();

        assertThatThrownBy(() -> SnapshotFile.verify(Snapshots.dataFile(path.resolve("restored"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not a whole snapshot");
    }

    @Test
    void aFileThatWasCutShortIsRefused() throws Exception {
        engine.write(users(0, 20_000), NOW);
        try (EngineView view = engine.view()) {
            snapshot(view);
        }
        for (double part : new double[] {0, 0.01, 0.3, 0.9, 0.999}) {
            Path cut = path.resolve("cut-" + part);
            Files.copy(file, cut);
            try (RandomAccessFile open = new RandomAccessFile(cut.toFile(), "rw")) {
                open.setLength((long) (open.length() * part));
            }

            assertThatThrownBy(() -> SnapshotFile.verify(cut))
                    .as("%s of it", part)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(cut.toString());
        }
    }

    @Test
    void changedBytesInTheDataAreFound() throws Exception {
        engine.write(users(0, 20_000), NOW);
        try (EngineView view = engine.view()) {
            snapshot(view);
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] name = "user 7777".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        bytes[indexOf(bytes, name)] = 'U';
        Files.write(file, bytes);

        assertThatThrownBy(() -> SnapshotFile.verify(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aSnapshotThatIsGivenUpLeavesNothing() throws IOException {
        engine.write(users(0, 100), NOW);
        try (EngineView view = engine.view()) {
            assertThatThrownBy(() -> SnapshotWriter.write(view, file, NOW, () -> true))
                    .isInstanceOf(SnapshotCancelledException.class);
        }

        assertThat(path.toFile().list()).containsExactly("store");
    }

    @Test
    void theFileOfAStoreIsNoSnapshot() {
        engine.checkpoint();
        try (MVStore live = MVStore.open(path.resolve("other").toString())) {
            live.openMap("x").put("a", "b");
        }

        assertThatThrownBy(() -> SnapshotFile.verify(path.resolve("other")))
                .hasMessageContaining("is not a whole snapshot");
    }

    private SnapshotManifest snapshot(EngineView view) throws Exception {
        return SnapshotWriter.write(view, file, NOW, () -> false);
    }

    private Restored restore() throws IOException {
        Path target = Files.createDirectory(path.resolve("restored"));
        Files.copy(file, Snapshots.dataFile(target));
        return new Restored(target);
    }

    /** A store on the copy of the snapshot. */
    private static final class Restored implements AutoCloseable {
        private final DataDirectory directory;
        private final Engine engine;

        private Restored(Path path) {
            directory = DataDirectory.lock(path);
            engine = directory.open(EmbeddedStoreOptions.at(path), CLOCK);
        }

        @Override
        public void close() {
            engine.close();
            directory.close();
        }
    }

    private static io.guildhall.model.rpc.Mutation user(long id) {
        return Write.to(Users.TABLE, id).set(Users.USERNAME, "user " + id).build();
    }

    private static io.guildhall.model.rpc.Mutation expiring(long id) {
        return Write.to(EventOutbox.TABLE, 0L, id, id, id).timeToLive(1).build();
    }

    private static List<WriteRequest> users(long from, long to) {
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        for (long id = from; id < to; id++) {
            batch.addMutations(user(id));
        }
        return List.of(batch.build());
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int index = 0; index < bytes.length - wanted.length; index++) {
            if (java.util.Arrays.equals(bytes, index, index + wanted.length, wanted, 0, wanted.length)) {
                return index;
            }
        }
        throw new AssertionError("not in the file");
    }
}
