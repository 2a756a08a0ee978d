package io.guildhall.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDeskFaultTest {
    @TempDir
    Path directory;

    private final AtomicInteger copies = new AtomicInteger();
    private final Engine engine = Engine.open(
            DataDirectory.builder(1).open(), Optional.empty(), EmbeddedStoreOptions.inMemory(), Clock.systemUTC());

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whateverOneSnapshotThrowsWhoAskedHearsOfItAndTheNextIsTaken() throws IOException {
        SnapshotDesk desk =
                new SnapshotDesk(Optional.of(directory), Clock.systemUTC(), (view, file, now, cancelled) -> {
                    if (copies.incrementAndGet() == 1) {
                        throw new StackOverflowError("on purpose");
                    }
                });
        assertThat(ask(desk).state()).isEqualTo(SnapshotRequest.State.FAILED);
        assertThat(ask(desk).state()).isEqualTo(SnapshotRequest.State.DONE);
        desk.close();
    }

    @Test
    void aRequestThatCanNotBeBegunDoesNotStandBeforeOthers() throws IOException {
        SnapshotDesk desk =
                new SnapshotDesk(Optional.of(directory), Clock.systemUTC(), (view, file, now, cancelled) -> {});
        Path broken = directory.resolve("snapshot-0.request");
        Files.writeString(broken, "file=\\u0000\n");
        desk.look(engine);
        assertThat(broken).doesNotExist();
        assertThat(ask(desk).state()).isEqualTo(SnapshotRequest.State.DONE);
        desk.close();
    }

    private SnapshotRequest.Answer ask(SnapshotDesk desk) throws IOException {
        SnapshotRequest request = SnapshotRequest.make(directory, directory.resolve("copy"));
        while (!request.isTakenBack()) {
            desk.look(engine);
            Thread.onSpinWait();
        }
        SnapshotRequest.Answer answer = request.answer().orElseThrow();
        request.takeBack();
        return answer;
    }
}
