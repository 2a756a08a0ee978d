package io.guildhall.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.FakeStorage;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.objects.ObjectStore;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the files are kept in. */
abstract class FileSweepContract {
    private static final long CHANNEL = 20;

    private final ManualClock clock = new ManualClock();
    private final Discovery discovery = StaticDiscovery.oneProcess("");
    private final FakeStorage fake = new FakeStorage();
    private final StorageAccess storage =
            new StorageAccess(new StorageRouter(node -> fake, discovery, new Timestamps(clock)));
    private final FileMarks marks = new FileMarks(storage, clock);
    private ObjectStore store;
    private FileSweep sweep;

    /** An empty one. */
    abstract ObjectStore store() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = store();
        sweep = new FileSweep(storage, store, discovery, clock);
    }

    @Test
    void aFileThatNoMessageCameToCarryGoesAfterAWhile() throws IOException {
        upload(1);
        round();
        assertThat(isThere(1)).isTrue();

        clock.advance(FileMarks.PATIENCE);
        round();
        assertThat(isThere(1)).isFalse();
        assertThat(marksLeft()).isZero();
    }

    @Test
    void aFileThatAMessageCarriesStaysThoughItsProcessEnded() throws IOException {
        upload(1);
        write(AttachmentMarks.carried(CHANNEL, 1));
        clock.advance(FileMarks.PATIENCE);
        round();
        assertThat(isThere(1)).isTrue();
        assertThat(marksLeft()).isZero();
    }

    @Test
    void aFileThatIsSettledLeavesNoMark() throws IOException {
        upload(1);
        marks.settle(List.of(new FileKey(CHANNEL, 1)));
        assertThat(marksLeft()).isZero();
        clock.advance(FileMarks.PATIENCE);
        round();
        assertThat(isThere(1)).isTrue();
    }

    @Test
    void aFileGoesWithItsMessage() throws IOException {
        upload(1);
        upload(2);
        write(AttachmentMarks.carried(CHANNEL, 1));
        write(AttachmentMarks.carried(CHANNEL, 2));
        write(AttachmentMarks.gone(CHANNEL, 1));
        round();
        assertThat(isThere(1)).isFalse();
        assertThat(isThere(2)).isTrue();
    }

    @Test
    void allFilesGoWithTheirChannel() throws IOException {
        upload(1);
        upload(2);
        write(AttachmentMarks.gone(CHANNEL, AttachmentMarks.ALL));
        round();
        assertThat(isThere(1)).isFalse();
        assertThat(isThere(2)).isFalse();
    }

    private void upload(long attachment) throws IOException {
        marks.begin(Long.toString(CHANNEL), attachment);
        store.put(new FileKey(CHANNEL, attachment).named("a.txt"), new ByteArrayInputStream("x".getBytes(UTF_8)), 10);
    }

    private boolean isThere(long attachment) throws IOException {
        return store.find(new FileKey(CHANNEL, attachment).named("a.txt")).isPresent();
    }

    private void round() throws IOException {
        sweep.round(() -> true);
    }

    private void write(Mutation mutation) {
        storage.write(List.of(mutation)).await().indefinitely();
    }

    private int marksLeft() {
        return storage.rows(Read.from(AttachmentMarks.TABLE, AttachmentMarks.shard(CHANNEL))
                        .build())
                .await()
                .indefinitely()
                .size();
    }
}
