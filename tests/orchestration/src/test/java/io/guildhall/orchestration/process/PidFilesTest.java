package io.guildhall.orchestration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    private final FakeProcesses processes = new FakeProcesses();

    @TempDir
    Path directory;

    private PidFiles pids;
    private long id;

    @BeforeEach
    void startOne() {
        pids = new PidFiles(directory.resolve("pids"), processes);
        id = processes.start(new Launch(List.of("sleep"), Map.of(), directory.resolve("log"), false));
        pids.write("api-1", id);
    }

    @Test
    void whatWasStartedRuns() {
        assertThat(pids.running("api-1")).hasValue(id);
        assertThat(pids.running("api-2")).isEmpty();
    }

    /** The tests of the stack read these files. */
    @Test
    void theFileHoldsTheIdAlone() throws IOException {
        assertThat(Files.readString(directory.resolve("pids/api-1")).strip()).isEqualTo(Long.toString(id));
    }

    @Test
    void whatHasEndedIsStillKnownByItsId() {
        processes.end(id);
        assertThat(pids.running("api-1")).isEmpty();
        assertThat(pids.id("api-1")).hasValue(id);
    }

    @Test
    void aStrangerWithTheSameIdDoesNotCount() {
        processes.replace(id);
        assertThat(pids.running("api-1")).isEmpty();
    }

    @Test
    void anIdThatSomebodyElseWroteCounts() throws IOException {
        Files.writeString(directory.resolve("pids/api-2"), Long.toString(id));
        assertThat(pids.running("api-2")).hasValue(id);
    }

    @Test
    void nonsenseIsNobodysId() throws IOException {
        Files.writeString(directory.resolve("pids/api-2"), "");
        assertThat(pids.id("api-2")).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatIsForgotten() throws IOException {
        pids.forget("api-1");
        pids.forget("api-2");
        try (var left = Files.list(directory.resolve("pids"))) {
            assertThat(left).isEmpty();
        }
    }
}
