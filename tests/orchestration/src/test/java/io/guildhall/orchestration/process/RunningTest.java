package io.guildhall.orchestration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    private static final Patience PATIENCE = new Patience(2_000, () -> Thread.sleep(5));

    private final List<String> ended = new ArrayList<>();

    @TempDir
    Path directory;

    @Test
    void theLastOneEndsFirst() {
        try (Running running = Running.untilTheEnd()) {
            running.add(() -> ended.add("stack"));
            running.add(() -> ended.add("recorder"));
        }
        assertThat(ended).containsExactly("recorder", "stack");
    }

    @Test
    void whatEndedBeforeIsNotEndedAgain() {
        try (Running running = Running.untilTheEnd()) {
            Running.Handle handle = running.add(() -> ended.add("recorder"));
            handle.close();
            handle.close();
        }
        assertThat(ended).containsExactly("recorder");
    }

    @Test
    void oneThatCanNotBeEndedKeepsNoOtherAlive() {
        try (Running running = Running.untilTheEnd()) {
            running.add(() -> ended.add("stack"));
            running.add(() -> {
                throw new IllegalStateException("it does not end");
            });
        }
        assertThat(ended).containsExactly("stack");
    }

    @Test
    void aServerServesUntilThen() throws IOException {
        long id;
        try (Running running = Running.untilTheEnd()) {
            Server server = Server.start(
                    List.of("sh", "-c", "echo begun; exec sleep 60"),
                    28_080,
                    log(),
                    new Ports(port -> hasBegun()),
                    PATIENCE,
                    running);
            id = server.id();
            assertThat(server.port()).isEqualTo(28_080);
            assertThat(ProcessHandle.of(id)).isPresent();
        }
        assertThat(ProcessHandle.of(id).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Files.readString(log())).isEqualTo("begun\n");
    }

    @Test
    void aServerThatEndsBeforeItServesIsRefused() {
        try (Running running = Running.untilTheEnd()) {
            assertThatThrownBy(() ->
                            Server.start(List.of("true"), 28_080, log(), new Ports(port -> false), PATIENCE, running))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("nothing listens on port 28080");
        }
    }

    private Path log() {
        return directory.resolve("log");
    }

    private boolean hasBegun() {
        try {
            return Files.readString(log()).contains("begun");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
