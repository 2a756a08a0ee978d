package io.guildhall.orchestration.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverCommandTest {
    private static final Path ROOT = Path.of("/root");

    @Test
    void everythingIsLedUnlessItIsSaidWhat() {
        assertThat(matrix()).containsExactly("node", "failover/matrix.js");
        assertThat(matrix("--nodes", "guild-1,etcd", "--faults", "kill,5"))
                .containsExactly("node", "failover/matrix.js", "--nodes", "guild-1,etcd", "--faults", "kill,5");
    }

    @Test
    void whatIsLedWithExecutablesIsToldAsThat() {
        assertThat(matrix("--report", "--native"))
                .containsExactly("node", "failover/matrix.js", "--report", "/root/docs/failover-report.md", "--native");
    }

    private static List<String> matrix(String... arguments) {
        return FailoverCommand.matrix(FailoverCommand.options(List.of(arguments)), ROOT);
    }
}
