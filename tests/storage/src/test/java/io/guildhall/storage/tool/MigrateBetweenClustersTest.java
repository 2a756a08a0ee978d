package io.guildhall.storage.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.storage.cassandra.TestKeyspace;
import io.guildhall.storage.moving.SampleData;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class MigrateBetweenClustersTest {
    @TempDir
    Path directory;

    @Test
    void cellsKeepTheTimeAtWhichTheyWereWrittenAndTheTimeThatTheyHaveLeft() {
        try (TestKeyspace from = TestKeyspace.open(MigrateBetweenClustersTest.class);
                TestKeyspace to = TestKeyspace.open(MigrateBetweenClustersTest.class)) {
            SampleData.fill(from.store(), 5_000);
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            ExitStatus status = new MigrateTool(
                            Clock.systemUTC(),
                            variable -> null,
                            new PrintStream(new ByteArrayOutputStream()),
                            new PrintStream(errors, true))
                    .run(new String[] {
                        "--from",
                        from.target().text(),
                        "--to",
                        to.target().text(),
                        "--checkpoint",
                        directory.resolve("checkpoint").toString(),
                        "--parallel",
                        "2"
                    });

            assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isEqualTo(ExitStatus.DONE);
            List<Row> there = messages(from);
            List<Row> here = messages(to);
            assertThat(here).hasSameSizeAs(there).hasSizeGreaterThan(100);
            for (int index = 0; index < here.size(); index++) {
                assertThat(here.get(index).getLong(1))
                        .isEqualTo(there.get(index).getLong(1));
                assertThat(here.get(index).isNull(2)).isEqualTo(there.get(index).isNull(2));
                if (!here.get(index).isNull(2)) {
                    assertThat(here.get(index).getInt(2))
                            .isBetween(
                                    there.get(index).getInt(2) - 60,
                                    there.get(index).getInt(2) + 60);
                }
            }
        }
    }

    private static List<Row> messages(TestKeyspace keyspace) {
        return keyspace.session()
                .execute("SELECT message_id, writetime(content), ttl(content) FROM "
                        + keyspace.options().keyspace() + ".messages WHERE channel_id = 7 AND bucket = 1")
                .all();
    }
}
