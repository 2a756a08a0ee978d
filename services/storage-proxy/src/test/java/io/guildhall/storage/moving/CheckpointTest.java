package io.guildhall.storage.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.scan.ScanRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final Checkpoint.Plan PLAN = new Checkpoint.Plan("embedded:/a b", "cassandra:h:1/k", 42);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("checkpoint");
    }

    @Test
    void thereIsNoneBeforeTheFirst() {
        assertThat(Checkpoint.load(file)).isEmpty();
    }

    @Test
    void whatWasSetIsThereAfterwards() {
        Checkpoint checkpoint = Checkpoint.begin(file, PLAN, tasks(3));
        CopyTask first = checkpoint.tasks().get(0).after(Optional.of(ByteString.copyFromUtf8("here")), 7);
        CopyTask second = checkpoint.tasks().get(1).after(Optional.empty(), 9);
        checkpoint.set(0, first);
        checkpoint.set(1, second);

        Checkpoint loaded = Checkpoint.load(file).orElseThrow();
        assertThat(loaded.plan()).isEqualTo(PLAN);
        assertThat(loaded.tasks()).containsExactly(first, second, tasks(3).get(2));
        assertThat(loaded.tasks().get(1).done()).isTrue();
        assertThat(loaded.isDone()).isFalse();
    }

    @Test
    void manyThreadsShareItAndNothingIsLost() {
        Checkpoint checkpoint = Checkpoint.begin(file, PLAN, tasks(16));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int task = 0; task < 16; task++) {
                int number = task;
                threads.submit(() -> {
                    for (int page = 0; page < 20; page++) {
                        CopyTask state = checkpoint.tasks().get(number);
                        checkpoint.set(number, state.after(Optional.of(ByteString.copyFromUtf8("p" + page)), 1));
                        assertThat(Checkpoint.load(file)
                                        .orElseThrow()
                                        .tasks()
                                        .get(number)
                                        .rows())
                                .isEqualTo(page + 1);
                    }
                    return null;
                });
            }
        }

        assertThat(Checkpoint.load(file).orElseThrow().tasks())
                .allSatisfy(task -> assertThat(task.rows()).isEqualTo(20));
    }

    @Test
    void aFileThatIsNoneOrDamagedIsRefused() throws Exception {
        Checkpoint.begin(file, PLAN, tasks(2));
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> Checkpoint.load(file)).hasMessageContaining("damaged");

        List<String> changed = new ArrayList<>(lines);
        changed.set(3, "43");
        Files.write(file, changed);
        assertThatThrownBy(() -> Checkpoint.load(file)).hasMessageContaining("damaged");

        Files.writeString(file, "a shopping list");
        assertThatThrownBy(() -> Checkpoint.load(file)).hasMessageContaining("no checkpoint");
    }

    private static List<CopyTask> tasks(int count) {
        List<CopyTask> tasks = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            tasks.add(CopyTask.of(
                    task % 2 == 0 ? Users.TABLE : Messages.TABLE,
                    new ScanRange(ByteString.EMPTY, ByteString.copyFrom(new byte[] {(byte) task, -1}))));
        }
        return tasks;
    }
}
