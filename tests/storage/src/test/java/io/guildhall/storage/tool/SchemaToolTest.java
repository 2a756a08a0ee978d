package io.guildhall.storage.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.storage.cassandra.TestKeyspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaToolTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final SchemaTool tool = new SchemaTool(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            Map.of());

    @Test
    void diffPrintsWhatApplyRunsAndThenNothing() {
        try (TestKeyspace keyspace = TestKeyspace.own(SchemaToolTest.class)) {
            String host = "cassandra:" + keyspace.target().hosts().getFirst().getHostString() + ":"
                    + keyspace.target().hosts().getFirst().getPort();
            String name = keyspace.options().keyspace() + "_tool";

            assertThat(tool.run("diff", "--to", host, "--keyspace", name)).isEqualTo(SchemaTool.DIFFERENT);
            String wanted = output.toString(StandardCharsets.UTF_8);
            assertThat(wanted)
                    .startsWith("CREATE KEYSPACE IF NOT EXISTS " + name)
                    .contains("CREATE TABLE IF NOT EXISTS " + name + ".\"messages\"");

            assertThat(tool.run("apply", "--to", host + "/" + name, "--replication", "datacenter1=1"))
                    .isEqualTo(SchemaTool.DONE);
            output.reset();
            assertThat(tool.run("diff", "--to", host, "--keyspace", name)).isEqualTo(SchemaTool.DONE);
            assertThat(output.size()).isZero();
            keyspace.execute("DROP KEYSPACE " + name);
        }
    }

    @Test
    void argumentsThatMakeNoSenseAreAnsweredWithTheUsage() {
        assertThat(tool.run()).isEqualTo(SchemaTool.USAGE);
        assertThat(tool.run("drop")).isEqualTo(SchemaTool.USAGE);
        assertThat(tool.run("apply")).isEqualTo(SchemaTool.USAGE);
        assertThat(tool.run("apply", "--to")).isEqualTo(SchemaTool.USAGE);
        assertThat(tool.run("apply", "--to", "mysql:host")).isEqualTo(SchemaTool.USAGE);
        assertThat(tool.run("apply", "--to", "cassandra:host", "--keyspace", "No Such"))
                .isEqualTo(SchemaTool.USAGE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(SchemaTool.HELP);
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidInASentence() {
        assertThat(tool.run("diff", "--to", "cassandra:127.0.0.1:1")).isEqualTo(SchemaTool.UNREACHABLE);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("guildhall: No node of the cluster answers at 127.0.0.1:1");
    }
}
