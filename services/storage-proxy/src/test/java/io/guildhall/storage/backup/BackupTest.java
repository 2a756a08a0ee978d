package io.guildhall.storage.backup;

import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path parent;

    private Path data;
    private Path backup;
    private Path restored;

    @BeforeEach
    void fill() throws IOException {
        data = parent.resolve("data");
        backup = parent.resolve("backup");
        restored = parent.resolve("restored");
        Files.createDirectories(data.resolve("attachments/1/2"));
        Files.writeString(data.resolve("attachments/1/2/cat.png"), "a cat");
        Files.writeString(data.resolve("attachments/1/2/.unfinished-7"), "half a c");
        Files.writeString(data.resolve("token.secret"), "secret\n");
        Files.writeString(data.resolve("welcomed"), "");
        Files.writeString(data.resolve("lock"), "");
        try (EmbeddedStore store = open(data.resolve("store"))) {
            write(store, Write.to(Users.TABLE, 1L).set(Users.USERNAME, "ann").build());
        }
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws Exception {
        Backup.Summary summary = take();
        Backup.Summary again = Restore.restore(backup, restored);

        assertThat(summary.rows()).isEqualTo(1);
        assertThat(again).isEqualTo(summary);
        assertThat(tree(restored))
                .containsExactlyInAnyOrder(
                        "attachments/1/2/cat.png", "token.secret", "welcomed", "store/guildhall.store");
        assertThat(restored.resolve("attachments/1/2/cat.png")).hasContent("a cat");
        assertThat(usersIn(restored.resolve("store"))).isEqualTo(1);
    }

    @Test
    void onlyTheOwnerCanReadABackupAndWhatIsRestored() throws Exception {
        take();
        Restore.restore(backup, restored);

        for (Path root : List.of(backup, restored)) {
            assertThat(permissions(root)).isEqualTo("rwx------");
            assertThat(permissions(root.resolve("token.secret"))).isEqualTo("rw-------");
            assertThat(permissions(root.resolve("store/guildhall.store"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aStoreAloneIsBackedUpAndRestoredAsOne() throws Exception {
        new Backup(Clock.systemUTC()).take(data.resolve("store"), backup);
        Restore.restore(backup, restored);

        assertThat(tree(restored)).containsExactly("guildhall.store");
        assertThat(usersIn(restored)).isEqualTo(1);
    }

    @Test
    void whatIsWrittenAfterTheBackupIsNotInIt() throws Exception {
        take();
        try (EmbeddedStore store = open(data.resolve("store"))) {
            write(store, Write.to(Users.TABLE, 2L).build());
        }
        Restore.restore(backup, restored);

        assertThat(usersIn(restored.resolve("store"))).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        take();

        assertThatThrownBy(this::take).isInstanceOf(BackupException.class).hasMessageContaining("is there already");
        assertThatThrownBy(() -> Restore.restore(backup, data))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Restore.restore(backup, data.resolve("token.secret")))
                .hasMessageContaining("is not a directory");
    }

    @Test
    void aDirectoryInUseIsNotRestoredInto() throws Exception {
        take();
        try (EmbeddedStore store = open(data.resolve("store"))) {
            assertThat(store.ready()).isTrue();
            assertThatThrownBy(() -> Restore.restore(backup, data)).hasMessageContaining("in use by a running process");
        }
    }

    @Test
    void anEmptyDirectoryIsRestoredInto() throws Exception {
        take();
        Restore.restore(backup, Files.createDirectory(restored));

        assertThat(usersIn(restored.resolve("store"))).isEqualTo(1);
    }

    @Test
    void aDirectoryWithoutDataIsNoSource() {
        assertThatThrownBy(() -> new Backup(Clock.systemUTC()).take(parent.resolve("nothing"), backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("There is no data");
        assertThatThrownBy(() -> new Backup(Clock.systemUTC()).take(data, data.resolve("backup")))
                .hasMessageContaining("would be within");
        assertThat(parent.resolve("nothing")).doesNotExist();
    }

    @Test
    void everyFileThatIsMissingCutOrChangedIsFound() throws Exception {
        take();
        for (String name : tree(backup)) {
            Path file = backup.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertDamaged(name + " is missing");
            if (bytes.length > 0) {
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
                assertDamaged(name + " was cut");
                byte[] changed = bytes.clone();
                changed[bytes.length / 2] ^= 4;
                Files.write(file, changed);
                assertDamaged(name + " was changed");
            }
            Files.write(file, bytes);
        }
        Restore.restore(backup, restored);
    }

    @Test
    void aManifestThatNamesAFileElsewhereIsRefused() throws Exception {
        take();
        Path outside = Files.writeString(parent.resolve("outside"), "x");
        BackupManifest manifest = BackupManifest.read(backup);
        List<FileSeal> seals = new java.util.ArrayList<>(manifest.files());
        seals.add(FileSeal.of(outside, "../outside"));
        new BackupManifest(manifest.time(), manifest.kind(), seals).write(backup);

        assertDamaged("outside");
    }

    @Test
    void aFailedBackupLeavesNothing() throws Exception {
        Files.write(data.resolve("store/guildhall.store"), new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);

        assertThatThrownBy(this::take).isInstanceOf(BackupException.class);
        assertThat(parent.toFile().list()).containsExactly("data");
    }

    private Backup.Summary take() throws BackupException {
        return new Backup(Clock.systemUTC()).take(data, backup);
    }

    private void assertDamaged(String how) {
        assertThatThrownBy(() -> Restore.restore(backup, restored))
                .as(how)
                .isInstanceOf(BackupException.class)
                .message()
                .containsAnyOf("damaged", "not a whole", "no snapshot", "no backup");
        assertThat(restored).doesNotExist();
    }

    private static long usersIn(Path store) {
        try (EmbeddedStore open = open(store)) {
            return Stream.of(1L, 2L)
                    .filter(id ->
                            !rows(open, Users.TABLE, Read.row(Users.TABLE, id)).isEmpty())
                    .count();
        }
    }

    private static EmbeddedStore open(Path store) {
        return EmbeddedStore.open(EmbeddedStoreOptions.at(store), Clock.systemUTC(), batches -> {});
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
