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
 * A cluster of one Elasticsearch. Memory and further flags come from GUILDHALL_ELASTICSEARCH_HEAP and GUILDHALL_ELASTICSEARCH_OPTS.
 *
 * @param peers the port on which nodes would meet
 */
record ElasticsearchNode(String name, Path directory, int port, int peers) implements Backend {
    private static final int PORT = 9200;
    private static final int PEERS = 9300;

    private static final String FLAGS =
            "-Xms64m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxDirectMemorySize=64m"
                    + " -XX:ReservedCodeCacheSize=96m -XX:+PerfDisableSharedMem -XX:+ExitOnOutOfMemoryError -Dlog4j2.disable.jmx=true"
                    + " -Dlog4j.shutdownHookEnabled=false -Dio.netty.noUnsafe=true -Dio.netty.noKeySetOptimization=true"
                    + " -Dio.netty.recycler.maxCapacityPerThread=0 -Djava.awt.headless=true -Dfile.encoding=UTF-8"
                    + " --enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,org.apache.lucene.core"
                    + " --add-modules=jdk.incubator.vector --add-opens=java.base/java.io=org.elasticsearch.preallocate"
                    + " --add-modules=jdk.net --add-modules=jdk.management.agent --add-modules=ALL-MODULE-PATH";

    private static final String SETTINGS = """
            cluster.name: %s
            node.name: %s
            path.data: %s/data
            path.logs: %s/logs
            network.host: 127.0.0.1
            http.port: %d
            transport.port: %d
            discovery.type: single-node
            cluster.routing.allocation.disk.threshold_enabled: false
            node.processors: 1
            http.type: netty4
            transport.type: netty4
            indices.memory.index_buffer_size: 16mb
            """;

    private static final String LOG = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    static ElasticsearchNode read(String command, List<String> arguments) {
        Options options =
                Options.read(command, arguments, Set.of("--name", "--dir", "--port", "--transport-port"), Set.of());
        Named named = Named.read(command, options);
        return new ElasticsearchNode(
                named.name(),
                named.directory(),
                options.port("--port").orElse(PORT),
                options.port("--transport-port").orElse(PEERS));
    }

    @Override
    public String kind() {
        return "Elasticsearch";
    }

    @Override
    public String address() {
        return Named.LOOPBACK;
    }

    @Override
    public void writeFiles() {
        Named.write(
                directory,
                Map.of(
                        "conf/elasticsearch.yml",
                        SETTINGS.formatted(name, name, directory, directory, port, peers),
                        "conf/log4j2.properties",
                        LOG),
                List.of("data", "tmp", "logs"));
    }

    @Override
    public List<String> command(Preparation preparation, Workplace workplace) {
        Path home = preparation.elasticsearch();
        List<String> command = new ArrayList<>(List.of(Named.java(workplace)));
        command.addAll(Workplace.words(FLAGS));
        command.addAll(List.of(
                "-Xmx" + workplace.setting("GUILDHALL_ELASTICSEARCH_HEAP", "384m"),
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-Des.path.home=" + home,
                "--module-path",
                home.resolve("lib").toString()));
        command.addAll(Workplace.words(workplace.setting("GUILDHALL_ELASTICSEARCH_OPTS", "")));
        command.addAll(List.of(
                "-cp",
                home.resolve("classes").toString(),
                "EvaluationNode",
                home.toString(),
                directory.resolve("conf").toString()));
        return command;
    }

    @Override
    public boolean answers() {
        return Probe.http(address(), port, "/_cluster/health");
    }
}
