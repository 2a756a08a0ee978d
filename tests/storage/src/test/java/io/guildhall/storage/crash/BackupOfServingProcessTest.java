package io.guildhall.storage.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Roles;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.backup.Backup;
import io.guildhall.storage.backup.BackupException;
import io.guildhall.storage.backup.Restore;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScannedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that a writing process makes, left alone and killed in the middle of it. */
class BackupOfServingProcessTest {
    private static final int KILLS = 8;

    @TempDir
    Path parent;

    @Test
    void aBackupIsTheStateBetweenTwoGroupsWhileWritesGoOn() throws Exception {
        Path data = parent.resolve("data");
        Life life = Life.begin(PairWriter.class, data, 1);
        life.awaitAcknowledgements(1_000);
        for (int turn = 0; turn < 3; turn++) {
            List<Long> before = life.awaitAcknowledgements(500);
            Path backup = parent.resolve("backup-" + turn);
            CompletableFuture<Backup.Summary> taken = CompletableFuture.supplyAsync(() -> take(data, backup));
            while (!taken.isDone()) {
                life.awaitAcknowledgements(50);
            }
            assertThat(taken.join().rows()).isPositive();

            Path restored = parent.resolve("restored-" + turn);
            Restore.restore(backup, restored);
            assertHolds(restored, before);
        }
        List<Long> all = life.killAfter(10, 0);
        assertHolds(data, all);
    }

    @Test
    void aKillDuringABackupLosesNothingAndLeavesNoBackup() throws Exception {
        Path data = parent.resolve("data");
        Random random = new Random(3);
        long next = 1;
        for (int turn = 0; turn < KILLS; turn++) {
            Life life = Life.begin(PairWriter.class, data, next);
            life.awaitAcknowledgements(2_000);
            Path backup = parent.resolve("backup-" + turn);
            CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(() -> tryTake(data, backup));
            while (!taken.isDone() && !isUnderWay()) {
                life.awaitAcknowledgements(1);
            }
            List<Long> acknowledged = life.killAfter(1, random.nextInt(150_000));
            next = acknowledged.stream().mapToLong(Long::longValue).max().orElseThrow() + PairWriter.IDS;

            if (taken.join()) {
                Restore.restore(backup, parent.resolve("restored-" + turn));
            } else {
                assertThat(backup).doesNotExist();
                for (Path left : unfinished()) {
                    assertThatThrownBy(() -> Restore.restore(left, parent.resolve("never")))
                            .isInstanceOf(BackupException.class);
                }
            }
            assertHolds(data, acknowledged);
        }
    }

    /** Both tables hold the same, and it is at least as new as what was acknowledged. */
    private static void assertHolds(Path directory, List<Long> acknowledged) {
        Map<Long, Long> users;
        Map<Long, Long> roles;
        try (EmbeddedStore store =
                EmbeddedStore.open(EmbeddedStoreOptions.at(directory), Clock.systemUTC(), batches -> {})) {
            users = numbers(store, Users.TABLE, Users.FLAGS, Users.FLAGS.decode());
            roles = numbers(
                    store,
                    Roles.TABLE,
                    Roles.NAME,
                    value -> PairWriter.number(Roles.NAME.decode().apply(value)));
        }
        assertThat(users).isEqualTo(roles);
        Map<Long, Long> newest = new HashMap<>();
        acknowledged.forEach(number -> newest.merge(number % PairWriter.IDS, number, Math::max));
        newest.forEach((id, number) -> {
            if (users.containsKey(id)) {
                assertThat(users.get(id)).as("row %s", id).isGreaterThanOrEqualTo(number);
            } else {
                // Deleted by this number or by a later one that is in the store but was not acknowledged.
                assertThat(Stream.iterate(number, later -> later + PairWriter.IDS)
                                .limit(PairWriter.DELETES_EVERY)
                                .anyMatch(later -> later % PairWriter.DELETES_EVERY == 0))
                        .isTrue();
            }
        });
    }

    private static Map<Long, Long> numbers(
            EmbeddedStore store, Table table, Column<?> column, Function<io.guildhall.model.rpc.Value, Long> number) {
        Map<Long, Long> numbers = new HashMap<>();
        store.ranges(table, 4).forEach(range -> {
            Optional<ByteString> position = Optional.empty();
            do {
                ScanPage page = store.scan(table, range, position, Set.of(column), 1_000)
                        .join();
                for (ScannedRow row : page.rows()) {
                    numbers.put(
                            row.key().getFirst().getLongValue(),
                            number.apply(row.cells().getFirst().value()));
                }
                position = page.next();
            } while (position.isPresent());
        });
        return numbers;
    }

    private boolean isUnderWay() throws IOException {
        for (Path draft : unfinished()) {
            if (Files.exists(draft.resolve("guildhall.store.unfinished"))) {
                return true;
            }
        }
        return false;
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(path -> path.toString().endsWith(".unfinished")).toList();
        }
    }

    private static boolean tryTake(Path data, Path backup) {
        try {
            take(data, backup);
            return true;
        } catch (IllegalStateException failed) {
            return false;
        }
    }

    private static Backup.Summary take(Path data, Path backup) {
        try {
            return new Backup(Clock.systemUTC()).take(data, backup);
        } catch (BackupException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
