package io.guildhall.orchestration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessesTest {
    private final LocalProcesses processes = new LocalProcesses();
    private final Patience patience = new Patience(2_000, () -> Thread.sleep(5));

    @TempDir
    Path directory;

    private Path log;
    private long id;

    @BeforeEach
    void writeALog() throws IOException {
        log = directory.resolve("log");
        Files.writeString(log, "before\n");
    }

    @AfterEach
    void killIt() {
        processes.kill(id);
    }

    @Test
    void itSaysWhatItIsToldWhereItIsTold() throws IOException {
        start(false, "echo $WORD; echo wrong >&2");
        assertThat(patience.until(() -> !processes.isAlive(id))).isTrue();
        assertThat(Files.readAllLines(log)).containsExactly("right", "wrong");
    }

    @Test
    void aLogIsAddedTo() throws IOException {
        start(true, "echo after");
        assertThat(patience.until(() -> !processes.isAlive(id))).isTrue();
        assertThat(Files.readAllLines(log)).containsExactly("before", "after");
    }

    @Test
    void itEndsWhenItIsTold() {
        start(false, "echo begun; exec sleep 60");
        assertThat(patience.until(this::hasBegun)).isTrue();
        processes.terminate(id);
        assertThat(patience.until(() -> !processes.isAlive(id))).isTrue();
    }

    @Test
    void whatStandsStillGoesOnAndEnds() {
        start(false, "trap 'echo ended; exit' TERM; echo begun; while :; do sleep 0.01; done");
        assertThat(patience.until(this::hasBegun)).isTrue();
        assertThat(Command.of("kill", "-STOP", Long.toString(id)).succeeds()).isTrue();
        processes.letRun(id);
        processes.terminate(id);
        assertThat(patience.until(() -> !processes.isAlive(id))).isTrue();
    }

    /** What Ctrl-C and a closed terminal send to everything that they reach. */
    @Test
    void whatReachesItsStarterDoesNotEndIt() {
        start(false, "echo begun; exec sleep 60");
        assertThat(patience.until(this::hasBegun)).isTrue();
        String process = Long.toString(id);
        assertThat(Command.of("kill", "-INT", process).succeeds()).isTrue();
        assertThat(Command.of("kill", "-HUP", process).succeeds()).isTrue();
        assertThat(Command.of("kill", "-QUIT", process).succeeds()).isTrue();
        assertThat(processes.isAlive(id)).isTrue();
    }

    @Test
    void aBirthStaysTheSame() {
        start(false, "exec sleep 60");
        assertThat(processes.birth(id)).isEqualTo(processes.birth(id));
        assertThat(processes.birth(ProcessHandle.current().pid())).isNotEqualTo(processes.birth(id));
    }

    @Test
    void whatHasEndedIsLeftAlone() {
        start(false, "true");
        assertThat(patience.until(() -> !processes.isAlive(id))).isTrue();
        processes.terminate(id);
        processes.kill(id);
        assertThat(processes.birth(id)).isEmpty();
    }

    @Test
    void aCommandThatFailsHasToldWhy() {
        assertThatThrownBy(() -> Command.of("sh", "-c", "exit 3").output())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.isTold()).isTrue());
        assertThat(Command.of("sh", "-c", "exit 3").run()).isEqualTo(3);
        assertThat(Command.of("sh", "-c", "echo ' word '").output()).isEqualTo("word");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Command.of("no-such-command").succeeds())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no-such-command");
    }

    private boolean hasBegun() {
        try {
            return Files.readString(log).contains("begun");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void start(boolean append, String script) {
        id = processes.start(new Launch(List.of("sh", "-c", script), Map.of("WORD", "right"), log, append));
    }
}
