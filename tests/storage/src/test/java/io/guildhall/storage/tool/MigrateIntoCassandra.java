package io.guildhall.storage.tool;

import io.guildhall.storage.cassandra.TestKeyspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The command that moves an embedded store into a real Cassandra, and an empty keyspace for each test of it. */
abstract class MigrateIntoCassandra {
    static TestKeyspace keyspace;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeAll
    static void openKeyspace(TestInfo test) {
        keyspace = TestKeyspace.open(test.getTestClass().orElseThrow());
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @BeforeEach
    void truncate() {
        keyspace.truncate();
    }

    Path checkpoint() {
        return directory.resolve("checkpoint");
    }

    /** Moves what is in the directory. */
    ExitStatus migrate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--from",
                "embedded:" + directory,
                "--to",
                keyspace.target().text(),
                "--checkpoint",
                checkpoint().toString(),
                "--parallel",
                "2"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    ExitStatus run(String... arguments) {
        return new MigrateTool(
                        Clock.systemUTC(), variable -> null, new PrintStream(out, true), new PrintStream(errors, true))
                .run(arguments);
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
