package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Kafka of one process, broker and controller. Memory and further flags come from GUILDHALL_KAFKA_HEAP and GUILDHALL_KAFKA_OPTS.
 *
 * @param control the controller's port
 */
record KafkaNode(Path directory, int port, int control) implements Backend {
    private static final int PORT = 9092;
    private static final int CONTROL = 9093;

    /** Of every cluster that is started here: sixteen bytes in base 64. */
    private static final String CLUSTER = "R3VpbGRoYWxsLXRlc3RzIQ";

    private static final String FLAGS = "-Xms64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m"
            + " -XX:+PerfDisableSharedMem -XX:+ExitOnOutOfMemoryError -Dorg.slf4j.simpleLogger.showDateTime=true";

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%d
            listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
            advertised.listeners=PLAINTEXT://127.0.0.1:%d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            log.dirs=%s/data
            num.network.threads=2
            num.io.threads=2
            background.threads=2
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=2
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=8388608
            log.cleaner.io.buffer.size=131072
            log.segment.bytes=16777216
            log.index.size.max.bytes=1048576
            """;

    static KafkaNode read(String command, List<String> arguments) {
        Options options =
                Options.read(command, arguments, Set.of("--name", "--dir", "--port", "--control-port"), Set.of());
        return new KafkaNode(
                Named.read(command, options).directory(),
                options.port("--port").orElse(PORT),
                options.port("--control-port").orElse(CONTROL));
    }

    @Override
    public String kind() {
        return "Kafka";
    }

    @Override
    public String address() {
        return Named.LOOPBACK;
    }

    @Override
    public void writeFiles() {
        Named.write(
                directory,
                Map.of("server.properties", SETTINGS.formatted(control, port, control, port, directory)),
                List.of("data", "tmp"));
    }

    /** A new directory is made a cluster's first; one process does both, one after the other. */
    @Override
    public List<String> command(Preparation preparation, Workplace workplace) {
        List<String> java = new ArrayList<>(List.of(Named.java(workplace)));
        java.addAll(Workplace.words(FLAGS));
        java.addAll(List.of(
                "-Xmx" + workplace.setting("GUILDHALL_KAFKA_HEAP", "256m"),
                "-Djava.io.tmpdir=" + directory.resolve("tmp")));
        java.addAll(Workplace.words(workplace.setting("GUILDHALL_KAFKA_OPTS", "")));
        java.addAll(List.of("-cp", preparation.kafka().resolve("*").toString()));
        String settings = directory.resolve("server.properties").toString();
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "settings=$1; shift; \"$@\" kafka.tools.StorageTool format --ignore-formatted -t " + CLUSTER
                        + " -c \"$settings\" && exec \"$@\" kafka.Kafka \"$settings\"",
                "kafka",
                settings));
        command.addAll(java);
        return command;
    }

    @Override
    public boolean answers() {
        return Probe.kafka(address(), port);
    }
}
