package io.guildhall.orchestration.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.FakeProcesses;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.workplace.FakePreparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendsTest {
    private final FakeProcesses processes = new FakeProcesses();
    private final FakePreparation preparation = new FakePreparation();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private boolean listened;
    private Runnable beforeAnswer = () -> {};
    private boolean answers = true;

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void choose() {
        directory = temporary.resolve("node");
    }

    @Test
    void aNodeIsStartedAndItsProcessPrinted() throws IOException {
        start();
        assertThat(text()).isEqualTo("101" + System.lineSeparator());
        assertThat(Files.readString(directory.resolve("pid")).strip()).isEqualTo("101");
        assertThat(processes.launches().getFirst().command())
                .startsWith("/java-17/bin/java")
                .contains("-Dcassandra.unsafesystem=true")
                .endsWith(
                        "-cp",
                        directory.resolve("conf") + ":/cassandra/lib/*",
                        "org.apache.cassandra.service.CassandraDaemon");
    }

    @Test
    void aDurableNodeSkipsNothing() throws IOException {
        start("--durable");
        assertThat(processes.launches().getFirst().command()).doesNotContain("-Dcassandra.unsafesystem=true");
        assertThat(settings()).contains("commitlog_sync: batch\n").doesNotContain("initial_token");
    }

    @Test
    void aNodeOfSeveralIsToldOfTheOthers() throws IOException {
        start(
                "--ip",
                "127.0.0.2",
                "--port",
                "9043",
                "--storage-port",
                "7001",
                "--seed",
                "127.0.0.1:7000",
                "--token",
                "-5");
        assertThat(settings())
                .contains(
                        "- seeds: \"127.0.0.1:7000\"\n",
                        "listen_address: 127.0.0.2\n",
                        "rpc_address: 127.0.0.2\n",
                        "storage_port: 7001\n",
                        "native_transport_port: 9043\n",
                        "commitlog_sync: periodic\n",
                        "initial_token: \"-5\"\nauto_bootstrap: false\n");
    }

    @Test
    void aNodeAloneIsItsOwnSeed() throws IOException {
        start("--storage-port", "7001", "--seed", "", "--token", "");
        assertThat(settings()).contains("- seeds: \"127.0.0.1:7001\"\n").doesNotContain("initial_token");
    }

    @Test
    void oneDirectoryHasOneNode() {
        start();
        assertThatThrownBy(this::start).hasMessage("a backend runs in " + directory + " already: process 101");
        processes.end(101);
        start();
        assertThat(processes.alive()).containsExactly(102L);
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        listened = true;
        assertThatThrownBy(() -> start("--port", "9043"))
                .isInstanceOf(Refusal.class)
                .hasMessage("port 9043 of 127.0.0.1 is in use. Choose another with --port.");
        assertThat(processes.launches()).isEmpty();
    }

    @Test
    void aNodeThatEndsIsToldWithWhatItSaid() throws IOException {
        answers = false;
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("out.log"), "no memory\n");
        beforeAnswer = () -> processes.end(101);
        assertThatThrownBy(this::start)
                .hasMessage("Cassandra ended while it started; its log is " + directory.resolve("system.log"));
        assertThat(text()).isEqualTo("no memory" + System.lineSeparator());
    }

    @Test
    void aNodeThatDoesNotAnswerIsStopped() {
        answers = false;
        assertThatThrownBy(this::start).hasMessageStartingWith("Cassandra did not answer within two minutes");
        assertThat(processes.signals()).containsExactly("CONT 101", "TERM 101");
        assertThat(directory.resolve("pid")).doesNotExist();
    }

    @Test
    void aNodeThatDoesNotEndIsKilled() {
        start();
        processes.makeStubborn(101);
        command().run(List.of("stop", "--dir", directory.toString()));
        assertThat(processes.signals()).containsExactly("CONT 101", "TERM 101", "KILL 101");
        command().run(List.of("stop", "--dir", directory.toString()));
        command().run(List.of("stop", "--dir", temporary.resolve("nothing").toString()));
    }

    @Test
    void aStrangerWithTheSameIdIsLeftAlone() {
        start();
        processes.replace(101);
        command().run(List.of("stop", "--dir", directory.toString()));
        assertThat(processes.signals()).isEmpty();
        assertThat(processes.alive()).containsExactly(101L);
    }

    @Test
    void fetchingOnlyFetches() {
        command().run(List.of("fetch", "cassandra"));
        assertThat(preparation.asked()).containsExactly("cassandra");
        assertThat(processes.launches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fetch", "fetch postgres", "start", "start postgres", "restart cassandra"})
    void anythingElseIsToldWhatThereIs(String line) {
        assertThatThrownBy(() -> command().run(Workplace.words(line)))
                .hasMessage("backend fetch KIND, start KIND --name N --dir DIR, or stop --dir DIR; KIND is cassandra,"
                        + " elasticsearch, kafka, redis or s3");
    }

    @Test
    void aNodeNeedsItsNameAndDirectory() {
        assertThatThrownBy(() -> command().run(List.of("start", "cassandra", "--name", "n")))
                .hasMessage("backend start cassandra needs --name and --dir");
        assertThatThrownBy(() -> command().run(List.of("stop"))).hasMessage("backend stop --dir DIR");
    }

    @Test
    void anElasticsearchIsAClusterOfItsOwn() throws IOException {
        startKind("elasticsearch", "--port", "9201", "--transport-port", "9301");
        assertThat(Files.readString(directory.resolve("conf/elasticsearch.yml")))
                .contains(
                        "cluster.name: n\n",
                        "http.port: 9201\n",
                        "transport.port: 9301\n",
                        "network.host: 127.0.0.1\n");
        assertThat(processes.launches().getFirst().command())
                .startsWith(temporary + "/bin/java")
                .containsSequence("--module-path", "/elasticsearch/lib")
                .endsWith(
                        "EvaluationNode",
                        "/elasticsearch",
                        directory.resolve("conf").toString());
    }

    @Test
    void aKafkaIsFormattedOnceAndStarted() throws IOException {
        startKind("kafka", "--port", "9094", "--control-port", "9095");
        assertThat(Files.readString(directory.resolve("server.properties")))
                .contains(
                        "PLAINTEXT://127.0.0.1:9094,CONTROLLER://127.0.0.1:9095\n",
                        "log.dirs=" + directory + "/data\n");
        List<String> command = processes.launches().getFirst().command();
        assertThat(command.get(2)).contains("format --ignore-formatted", "&& exec ");
        assertThat(command)
                .contains(directory.resolve("server.properties").toString())
                .endsWith("-cp", "/kafka/lib/*");
    }

    @Test
    void aRedisKeepsNothing() {
        startKind("redis", "--port", "6380");
        assertThat(processes.launches().getFirst().command())
                .startsWith("/usr/bin/redis-server", "--bind", "127.0.0.1", "--port", "6380")
                .containsSequence("--save", "");
    }

    @Test
    void anObjectStoreBeginsWithItsBucket() throws IOException {
        startKind("s3", "--port", "9501");
        assertThat(Files.readString(directory.resolve("s3proxy.properties")))
                .contains("s3proxy.endpoint=http://127.0.0.1:9501\n", "basedir=" + directory + "/data\n");
        assertThat(directory.resolve("data/guildhall")).isDirectory();
        assertThat(processes.launches().getFirst().command())
                .containsSequence("-cp", "/s3proxy/lib/*", "org.gaul.s3proxy.Main");
    }

    private void startKind(String kind, String... more) {
        List<String> arguments = new ArrayList<>(List.of("start", kind, "--name", "n", "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        command().run(arguments);
    }

    private void start(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("start", "cassandra", "--name", "n", "--dir", directory.toString()));
        arguments.addAll(List.of(more));
        command().run(arguments);
    }

    private String settings() throws IOException {
        return Files.readString(directory.resolve("conf").resolve("cassandra.yaml"));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private BackendCommand command() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Backends backends = new Backends(
                new Workplace(temporary, temporary, Map.of(), List.of()),
                preparation,
                processes,
                new Backends.Network(backend -> listened, backend -> {
                    beforeAnswer.run();
                    return answers;
                }),
                new Patience(3, () -> {}),
                new Patience(3, () -> {}),
                out);
        return new BackendCommand(backends, preparation, out);
    }
}
