package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupLogTest {
    private static final WriteRequest SMALL = batch(Write.to(Users.TABLE, 1L).build());
    private static final WriteRequest LARGE = batch(
            Write.to(Users.TABLE, 2L).set(Users.USERNAME, "name".repeat(500)).build());

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("log");
    }

    @Test
    void aNewLogHoldsNothing() {
        assertThat(groupsAfter(0)).isEmpty();
    }

    @Test
    void groupsComeBackInOrderWithTheirTimeAndBatches() {
        GroupLog.Group first = new GroupLog.Group(1, 10, List.of(SMALL, LARGE));
        GroupLog.Group second = new GroupLog.Group(2, 20, List.of(SMALL));
        append(first, second);

        assertThat(groupsAfter(0)).containsExactly(first, second);
        assertThat(groupsAfter(1)).containsExactly(second);
        assertThat(groupsAfter(2)).isEmpty();
    }

    @Test
    void aGroupOfNothingIsAGroup() {
        append(group(1), new GroupLog.Group(2, 20, List.of()), group(3));

        assertThat(groupsAfter(0)).hasSize(3);
    }

    @Test
    void afterARestartWhatIsOlderIsNotRead() {
        try (GroupLog log = GroupLog.open(file, true)) {
            for (long sequence = 1; sequence <= 5; sequence++) {
                log.append(group(sequence));
            }
            log.restart();
            log.append(group(6));
        }

        assertThat(groupsAfter(5)).containsExactly(group(6));
    }

    @Test
    void aRecordThatWasCutShortEndsTheLog() throws IOException {
        append(group(1), new GroupLog.Group(2, 20, List.of(LARGE)));
        damage(1_000);

        assertThat(groupsAfter(0)).containsExactly(group(1));
    }

    @Test
    void aFirstRecordThatWasCutShortHidesTheOlderOnesBehindIt() throws IOException {
        append(group(1), group(2), group(3));
        damage(17);

        assertThat(groupsAfter(0)).isEmpty();
    }

    @Test
    void aGroupLargerThanAStepFits() {
        WriteRequest huge = batch(Write.to(Users.TABLE, 3L)
                .set(Users.USERNAME, "x".repeat(7 << 20))
                .build());
        GroupLog.Group group = new GroupLog.Group(1, 10, List.of(huge));
        append(group, group(2));

        assertThat(groupsAfter(0)).containsExactly(group, group(2));
    }

    @Test
    void theFileGrowsForTheFirstGroupAndNotForTheNextOnes() throws IOException {
        append(group(1));
        long size = Files.size(file);
        append(group(1), group(2), group(3));

        assertThat(Files.size(file)).isEqualTo(size);
    }

    private static GroupLog.Group group(long sequence) {
        return new GroupLog.Group(sequence, sequence * 10, List.of(SMALL));
    }

    private void append(GroupLog.Group... groups) {
        try (GroupLog log = GroupLog.open(file, true)) {
            List.of(groups).forEach(log::append);
        }
    }

    private List<GroupLog.Group> groupsAfter(long sequence) {
        try (GroupLog log = GroupLog.open(file, true)) {
            return log.groupsAfter(sequence);
        }
    }

    /** Changes one byte at this place. */
    private void damage(long offset) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            int before = bytes.read();
            bytes.seek(offset);
            bytes.write(before ^ 0x55);
        }
    }
}
