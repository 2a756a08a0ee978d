package io.guildhall.orchestration.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Options;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackCommandTest {
    private static final Shape BEFORE = Shape.of(21_100, Store.CASSANDRA)
            .with(Mode.NATIVE)
            .withEncryption()
            .withSearch()
            .withPush();

    @TempDir
    Path temporary;

    @Test
    void aStackIsOfTheUsualShapeUnlessItIsAskedForOtherwise() {
        assertThat(shape(Shape.USUAL)).isEqualTo(Shape.of(8080, Store.EMBEDDED));
        assertThat(shape(
                        Shape.USUAL,
                        "--port",
                        "21100",
                        "--store",
                        "cassandra",
                        "--tls",
                        "--native",
                        "--search",
                        "--push"))
                .isEqualTo(BEFORE);
    }

    @Test
    void aStackThatWasUpBeforeKeepsItsShapeButForTheMode() {
        assertThat(shape(BEFORE)).isEqualTo(BEFORE.with(Mode.JVM));
        assertThat(shape(BEFORE, "--store", "embedded").store()).isEqualTo(Store.EMBEDDED);
    }

    @Test
    void aStoreIsOneOfTwo() {
        assertThatThrownBy(() -> shape(Shape.USUAL, "--store", "postgres"))
                .hasMessage("stack up --store embedded or cassandra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sideways"})
    void whatItCanDoIsToldToWhoeverAsksForSomethingElse(String action) {
        assertThatThrownBy(() -> command().run(List.of(action))).hasMessage("stack up, status or down");
    }

    @Test
    void withoutAWordItTellsWhatItCanDo() {
        assertThatThrownBy(() -> command().run(List.of())).hasMessage("stack up, status or down");
    }

    @Test
    void theNodeToStartHasToBeOne() {
        assertThatThrownBy(() -> command().run(List.of("start"))).hasMessage("one node has to be named");
        assertThatThrownBy(() -> command().run(List.of("start", "guild-9"))).hasMessage("a stack has no node guild-9");
    }

    @Test
    void theTableHasALineForEachNode() {
        assertThat(NodeStatus.table(List.of(
                        new NodeStatus("etcd", OptionalLong.of(4711), 8280, NodeStatus.State.READY),
                        new NodeStatus("storage-proxy-1", OptionalLong.empty(), 8101, NodeStatus.State.DOWN))))
                .containsExactly(
                        "NODE               PID      PORT   STATE",
                        "etcd               4711     8280   ready",
                        "storage-proxy-1             8101   down");
    }

    private static Shape shape(Shape before, String... arguments) {
        return StackCommand.shape(
                Options.read(
                        "stack up",
                        List.of(arguments),
                        Set.of("--port", "--store", "--nodes"),
                        Set.of("--native", "--tls", "--search", "--push")),
                before);
    }

    private StackCommand command() {
        return new StackCommand(
                new StackDirectory(temporary),
                shape -> {
                    throw new AssertionError("nothing is started");
                },
                new PrintStream(OutputStream.nullOutputStream()));
    }
}
