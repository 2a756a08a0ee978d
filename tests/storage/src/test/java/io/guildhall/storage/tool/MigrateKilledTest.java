package io.guildhall.storage.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.storage.cassandra.TestKeyspace;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.moving.SampleData;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A move whose process is killed again and again goes on where it was. */
class MigrateKilledTest {
    private static final int ROWS = 20_000;
    private static final int KILLS = 4;
    private static final int PAGE_ROWS = 500;

    @TempDir
    Path directory;

    @Test
    void eachLifeGoesOnWhereTheOneBeforeWasKilled() throws Exception {
        try (TestKeyspace keyspace = TestKeyspace.open(MigrateKilledTest.class)) {
            try (EmbeddedStore store = EmbeddedStore.open(
                    EmbeddedStoreOptions.at(directory.resolve("store")), Clock.systemUTC(), batches -> {})) {
                SampleData.fill(store, ROWS);
            }
            Random random = new Random(9);
            long before = 0;
            for (int life = 0; life < KILLS; life++) {
                Process migrating = begin(keyspace, "--rows-per-second", "4000", "--parallel", "2");
                awaitRows(migrating, before + PAGE_ROWS);
                Thread.sleep(random.nextInt(400));
                // SIGKILL: the process has no chance to tidy up.
                migrating.toHandle().destroyForcibly();
                migrating.waitFor();
                long copied = rowsInCheckpoint();
                assertThat(copied).isGreaterThan(before).isLessThan(ROWS + 2_000);
                before = copied;
            }
            List<String> lines = new ArrayList<>();
            Process last = begin(keyspace);
            try (BufferedReader output = last.inputReader()) {
                output.lines().forEach(lines::add);
            }

            assertThat(last.waitFor()).as(String.join("\n", lines)).isZero();
            assertThat(lines).anyMatch(line -> line.contains("The target holds what the source holds"));
        }
    }

    private Process begin(TestKeyspace keyspace, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MigrateTool.class.getName(),
                "--from",
                "embedded:" + directory,
                "--to",
                keyspace.target().text(),
                "--checkpoint",
                checkpoint().toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        more.length == 0
                                ? ProcessBuilder.Redirect.PIPE
                                : ProcessBuilder.Redirect.to(
                                        directory.resolve("output").toFile()))
                .start();
    }

    private void awaitRows(Process migrating, long rows) throws Exception {
        while (rowsInCheckpoint() < rows) {
            assertThat(migrating.isAlive())
                    .as(() -> "it ended by itself: " + output())
                    .isTrue();
            Thread.sleep(20);
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** The last number of every task's line. */
    private long rowsInCheckpoint() throws IOException {
        if (Files.notExists(checkpoint())) {
            return 0;
        }
        List<String> lines = Files.readAllLines(checkpoint());
        return lines.subList(4, lines.size() - 1).stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Path checkpoint() {
        return directory.resolve("checkpoint");
    }
}
