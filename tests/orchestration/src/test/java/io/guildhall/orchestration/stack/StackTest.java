package io.guildhall.orchestration.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.backend.Backends;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.FakeProcesses;
import io.guildhall.orchestration.process.Launch;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.workplace.FakePreparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {
    private static final Shape SHAPE = Shape.of(21_100, Store.EMBEDDED);

    private final FakeProcesses processes = new FakeProcesses();
    private final FakePreparation preparation = new FakePreparation();
    private final Set<Integer> usedPorts = new HashSet<>();
    private final Set<String> unwell = new HashSet<>();
    private boolean cassandraAnswers = true;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @TempDir
    Path temporary;

    private StackDirectory directory;

    @BeforeEach
    void choose() {
        directory = new StackDirectory(temporary.resolve("stack"));
    }

    @Test
    void everythingIsBuiltFirstAndStartedInOrder() {
        stack(SHAPE).start(List.of("storage-proxy-1", "guild-1", "guild-2", "api-1"));
        assertThat(preparation.asked()).containsExactly("curl", "etcd", "services storage-proxy,guild,api");
        assertThat(processes.launches())
                .extracting(StackTest::name)
                .containsExactly("etcd", "storage-proxy-1", "guild-1", "guild-2", "api-1");
        assertThat(directory.shape()).isEqualTo(SHAPE);
    }

    @Test
    void executablesAreBuiltAndRunWhenTheyAreAskedFor() {
        stack(SHAPE.with(Mode.NATIVE)).start(List.of("relay-1"));
        assertThat(preparation.asked()).contains("executables relay");
        assertThat(processes.launches().getLast().command().getFirst()).endsWith("relay-runner");
    }

    @Test
    void noSecretStandsOnACommandLine() {
        stack(SHAPE).start(List.of("guild-1"));
        Launch guild = processes.launches().getLast();
        assertThat(guild.settings()).containsEntry("GUILDHALL_CLUSTER_SECRET", directory.secret("cluster"));
        assertThat(guild.command()).noneMatch(word -> word.contains(directory.secret("cluster")));
    }

    @Test
    void whatRunsIsNotStartedAgain() {
        stack(SHAPE).start(List.of("guild-1"));
        stack(SHAPE).start(List.of("guild-1", "guild-2"));
        assertThat(processes.launches()).extracting(StackTest::name).containsExactly("etcd", "guild-1", "guild-2");
    }

    @Test
    void aPortThatSomebodyElseHasIsNotFoughtFor() {
        usedPorts.add(21_181);
        assertThatThrownBy(() -> stack(SHAPE).start(List.of("guild-1")))
                .hasMessage("port 21181, needed, is in use. Choose another with --port.");
        assertThat(processes.launches()).extracting(StackTest::name).containsExactly("etcd");
    }

    @Test
    void whatDoesNotBecomeReadyIsToldWithTheEndOfItsLog() throws IOException {
        unwell.add("http://127.0.0.1:21181/q/health/ready");
        directory.make();
        Files.writeString(directory.log("guild-1"), "line\n".repeat(30) + "the reason\n");
        assertThatThrownBy(() -> stack(SHAPE).start(List.of("guild-1")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.getMessage().lines())
                            .hasSize(21)
                            .startsWith("guild-1 did not become ready. The end of its log:")
                            .endsWith("the reason");
                });
        assertThat(processes.alive()).as("what was started goes on").hasSize(2);
    }

    @Test
    void onCassandraItStartsAfterEtcdAndEndsBeforeIt() {
        Stack stack = stack(Shape.of(21_100, Store.CASSANDRA));
        stack.start(List.of("storage-proxy-1"));
        assertThat(processes.launches()).extracting(StackTest::name).containsExactly("etcd", "out", "storage-proxy-1");
        assertThat(directory.resolve("cassandra").resolve("conf").resolve("cassandra.yaml"))
                .content()
                .contains("native_transport_port: 21302", "storage_port: 21303", "commitlog_sync: batch");
        stack.stop();
        assertThat(processes.signals()).containsExactly("TERM 103", "TERM 102", "TERM 101");
    }

    @Test
    void searchNodesStartAfterKafkaAndTheCellAndEndBeforeThem() {
        Stack stack = stack(SHAPE.withSearch());
        stack.start(List.of("storage-proxy-1", "search-1"));
        assertThat(processes.launches())
                .extracting(StackTest::name)
                .containsExactly("etcd", "out", "out", "storage-proxy-1", "search-1");
        assertThat(directory.resolve("kafka").resolve("server.properties"))
                .content()
                .contains("127.0.0.1:21304");
        assertThat(directory.resolve("elasticsearch").resolve("conf").resolve("elasticsearch.yml"))
                .content()
                .contains("http.port: 21306");
        stack.stop();
        assertThat(processes.signals()).containsExactly("TERM 105", "TERM 104", "TERM 102", "TERM 103", "TERM 101");
    }

    @Test
    void aCassandraThatDoesNotStartIsTold() {
        cassandraAnswers = false;
        assertThatThrownBy(() -> stack(Shape.of(21_100, Store.CASSANDRA)).start(List.of("guild-1")))
                .hasMessageMatching("(?s)Cassandra did not answer within two minutes; its log is .*system.log\n"
                        + "guildhall: Cassandra did not start");
        assertThat(processes.alive()).as("etcd alone").containsExactly(101L);
    }

    @Test
    void theyEndFromTheOutsideIn() {
        Stack stack = stack(SHAPE);
        stack.start(StackNodes.serving(SHAPE));
        // etcd has 101, and the nodes follow in the order of their start.
        stack.stop();
        assertThat(processes.signals())
                .containsExactly(
                        "TERM 107",
                        "TERM 108",
                        "TERM 109",
                        "TERM 110",
                        "TERM 103",
                        "TERM 104",
                        "TERM 105",
                        "TERM 106",
                        "TERM 102",
                        "TERM 101");
        assertThat(stack.status()).allMatch(node -> node.id().isEmpty());
    }

    @Test
    void whatDoesNotEndIsKilledAndNamed() {
        Stack stack = stack(SHAPE);
        stack.start(List.of("guild-1"));
        processes.makeStubborn(102);
        stack.stop();
        assertThat(processes.signals()).containsExactly("TERM 102", "KILL 102", "TERM 101");
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .isEqualTo("guildhall: guild-1 did not stop in time and was killed" + System.lineSeparator());
    }

    @Test
    void onlyWhatWasStartedHereIsEnded() {
        Stack stack = stack(SHAPE);
        stack.start(List.of("guild-1"));
        processes.replace(102);
        stack.stop();
        assertThat(processes.signals()).containsExactly("TERM 101");
        assertThat(processes.alive()).containsExactly(102L);
    }

    @Test
    void aNodeThatEndedStartsAgainByItself() {
        Stack stack = stack(SHAPE);
        stack.start(List.of("guild-1", "guild-2"));
        processes.end(102);
        assertThat(states(stack)).containsEntry("guild-1", NodeStatus.State.DOWN);
        stack.startAgain("guild-1");
        assertThat(processes.launches()).hasSize(4);
        assertThat(processes.launches().getLast().append()).isTrue();
        assertThat(states(stack)).containsEntry("guild-1", NodeStatus.State.READY);
    }

    @Test
    void etcdStartsAgainWithWhatItHolds() throws IOException {
        Stack stack = stack(SHAPE);
        stack.start(List.of());
        Path held = Files.createDirectories(directory.resolve("etcd").resolve("member"));
        processes.end(101);
        stack.startAgain(StackNodes.ETCD);
        assertThat(held).exists();
        processes.end(102);
        stack.start(List.of());
        assertThat(held).as("from one stack to the next").doesNotExist();
    }

    @Test
    void nothingIsBuiltForBackendsAlone() {
        stack(SHAPE).start(List.of());
        assertThat(preparation.asked()).containsExactly("curl", "etcd");
    }

    @Test
    void theStatusTellsWhatIsDownStartingAndReady() {
        Stack stack = stack(SHAPE);
        stack.start(List.of("guild-1", "guild-2"));
        unwell.add("http://127.0.0.1:21182/q/health/ready");
        assertThat(states(stack))
                .containsEntry("etcd", NodeStatus.State.READY)
                .containsEntry("guild-1", NodeStatus.State.READY)
                .containsEntry("guild-2", NodeStatus.State.STARTING)
                .containsEntry("api-1", NodeStatus.State.DOWN)
                .hasSize(10);
    }

    private static Map<String, NodeStatus.State> states(Stack stack) {
        return stack.status().stream().collect(Collectors.toMap(NodeStatus::node, NodeStatus::state));
    }

    private Backends cassandras(Workplace workplace) {
        return new Backends(
                workplace,
                preparation,
                processes,
                new Backends.Network(backend -> false, backend -> cassandraAnswers),
                new Patience(3, () -> {}),
                new Patience(3, () -> {}),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    private static String name(Launch launch) {
        return launch.log().getFileName().toString().replace(".log", "");
    }

    private Stack stack(Shape shape) {
        Workplace workplace =
                new Workplace(temporary.resolve("checkout"), temporary.resolve("jdk"), Map.of(), List.of());
        Stack.Machine machine = new Stack.Machine(
                workplace,
                preparation,
                processes,
                cassandras(workplace),
                new Ports(usedPorts::contains),
                request -> !unwell.contains(request.getLast()),
                new Patience(3, () -> {}),
                new Patience(3, () -> {}),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
        return new Stack(directory, shape, machine);
    }
}
