package io.guildhall.storage.tool;

import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.moving.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The command from end to end, into a real Cassandra. */
class MigrateToolTest extends MigrateIntoCassandra {
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
}
