package io.guildhall.storage.tool;

import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.cassandra.TestKeyspace;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.moving.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from end to end, into a real Cassandra. */
class MigrateToolTest {
    private static TestKeyspace keyspace;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(MigrateToolTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @BeforeEach
    void empty() {
        keyspace.truncate();
    }

    @Test
    void everyKindOfRowIsCopiedAndFoundTheSame() {
        try (EmbeddedStore store = source()) {
            SampleData.fill(store, 15_000);
        }

        assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
        assertThat(output()).contains("100.0 %", "rows/s", "The target holds what the source holds");
        assertThat(migrate("--verify-only")).as(errors()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void aPlantedDifferenceIsFoundAndNamedByItsKey() {
        try (EmbeddedStore store = source()) {
            SampleData.fill(store, 2_000);
        }
        assertThat(migrate()).isEqualTo(ExitStatus.DONE);
        keyspace.session()
                .execute("UPDATE " + keyspace.options().keyspace()
                        + ".users USING TIMESTAMP 5 SET username = 'x' WHERE user_id = 123456789");
        keyspace.session().execute("DELETE FROM " + keyspace.options().keyspace() + ".users WHERE user_id = 10");

        assertThat(migrate("--verify-only")).isEqualTo(ExitStatus.DIFFERENT);
        assertThat(errors()).contains("users: 2 rows differ").doesNotContain("user 10");
    }

    @Test
    void whatDiffersIsMendedUnlessTheTargetGotItLater() {
        try (EmbeddedStore store = source()) {
            SampleData.fill(store, 2_000);
        }
        assertThat(migrate()).isEqualTo(ExitStatus.DONE);
        String users = keyspace.options().keyspace() + ".users";
        keyspace.session()
                .execute("UPDATE " + users + " USING TIMESTAMP 5 SET username = 'x' WHERE user_id = 123456789");
        keyspace.session().execute("UPDATE " + users + " SET username = 'later' WHERE user_id = 10");

        assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
        assertThat(keyspace.session()
                        .execute("SELECT * FROM " + users + " WHERE user_id = 123456789")
                        .one())
                .isNull();
        assertThat(keyspace.session()
                        .execute("SELECT username FROM " + users + " WHERE user_id = 10")
                        .one()
                        .getString(0))
                .isEqualTo("later");
    }

    @Test
    void whatCannotWorkIsRefusedWithASentence() throws IOException {
        assertThat(migrate()).isEqualTo(ExitStatus.REFUSED);
        assertThat(errors()).contains("There is no data of Guildhall in");

        assertThat(run("--from", "embedded:" + directory, "--to", "cassandra:127.0.0.1:1/guildhall"))
                .isEqualTo(ExitStatus.UNREACHABLE);
        assertThat(errors()).contains("No node of the cluster answers at 127.0.0.1:1");

        assertThat(run("--from", "file:x", "--to", "y")).isEqualTo(ExitStatus.USAGE);
        assertThat(run(
                        "--from",
                        keyspace.target().text(),
                        "--to",
                        keyspace.target().text()))
                .isEqualTo(ExitStatus.USAGE);

        source().close();
        Files.writeString(checkpoint(), "something else\n");
        assertThat(migrate()).isEqualTo(ExitStatus.REFUSED);
        assertThat(errors()).contains("is no checkpoint of a migration. Delete it");

        Files.delete(checkpoint());
        assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
        assertThat(run(
                        "--from",
                        "embedded:" + directory.resolve("other"),
                        "--to",
                        keyspace.target().text(),
                        "--checkpoint",
                        checkpoint().toString()))
                .isEqualTo(ExitStatus.REFUSED);
    }

    @Test
    void aSourceThatWasWrittenToSinceIsCopiedAgain() {
        try (EmbeddedStore store = source()) {
            write(store, Write.to(Users.TABLE, 1L).set(Users.FLAGS, 1L).build());
        }
        assertThat(migrate()).isEqualTo(ExitStatus.DONE);
        try (EmbeddedStore store = source()) {
            write(store, Write.to(Users.TABLE, 2L).set(Users.FLAGS, 1L).build());
        }

        assertThat(migrate()).as(errors()).isEqualTo(ExitStatus.DONE);
        assertThat(output()).contains("beginning again");
    }

    private EmbeddedStore source() {
        return EmbeddedStore.open(
                EmbeddedStoreOptions.at(directory.resolve("store")), Clock.systemUTC(), batches -> {});
    }

    private Path checkpoint() {
        return directory.resolve("checkpoint");
    }

    private ExitStatus migrate(String... more) {
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

    private ExitStatus run(String... arguments) {
        return new MigrateTool(
                        Clock.systemUTC(), variable -> null, new PrintStream(out, true), new PrintStream(errors, true))
                .run(arguments);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
