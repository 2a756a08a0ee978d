package io.guildhall.orchestration.bench;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.PidFiles;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Processes;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.stack.Mode;
import io.guildhall.orchestration.stack.NodeSettings;
import io.guildhall.orchestration.stack.Shape;
import io.guildhall.orchestration.stack.Stack;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.stack.StackNodes;
import io.guildhall.orchestration.stack.Store;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.workplace.Applications;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The measurements of processes of a stack. */
public final class StackBenches {
    private static final int STORAGE_PORT = 28_500;
    private static final int STARTUP_PORT = 28_600;
    private static final int IDLE_PORT = 28_700;
    private static final int SEARCH_PORT = 27_400;

    /** Reads must outlast the pause in which the memory of waiting ones is measured. */
    private static final String PATIENT_READS = "-Dguildhall.storage.cassandra.request-timeout=60s"
            + " -Dguildhall.storage.cassandra.deadline=60s -Dguildhall.storage.cassandra.redo-after=120s"
            + " -Dguildhall.storage.flights.deadline=60s"
            + " -Dguildhall.storage.cassandra.speculative-reads.executions=0";

    private final Workplace workplace;
    private final Preparation preparation;
    private final Processes processes;
    private final Ports ports;
    private final Stacks stacks;
    private final PrintStream out;
    private final PrintStream complaints;

    public StackBenches(
            Workplace workplace,
            Preparation preparation,
            Processes processes,
            Ports ports,
            Stacks stacks,
            PrintStream out,
            PrintStream complaints) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.processes = processes;
        this.ports = ports;
        this.stacks = stacks;
        this.out = out;
        this.complaints = complaints;
    }

    /** Makes a stack in a directory, of a shape, with settings. */
    @FunctionalInterface
    public interface Stacks {
        Stack in(StackDirectory directory, Shape shape, Workplace workplace);
    }

    /** One Cassandra and one storage proxy, both as they run in earnest; the benchmark is a process of its own. */
    int storage(List<String> arguments) {
        List<String> java = preparation.testsJava();
        Shape shape = Shape.of(ports.freeFrom(STORAGE_PORT), Store.CASSANDRA);
        StackDirectory directory = new StackDirectory(workplace.state().resolve("bench"));
        String proxy = "storage-proxy-1";
        Workplace patient = adding(PATIENT_READS)
                .with("GUILDHALL_CASSANDRA_HEAP", "1g")
                .with("GUILDHALL_CASSANDRA_OPTS", "-XX:TieredStopAtLevel=4");
        try (Running running = Running.untilTheEnd()) {
            start(directory, shape, patient, List.of(proxy), running);
            List<String> target = List.of(
                    "io.guildhall.tests.bench.storage.StorageBench",
                    "127.0.0.1:" + shape.ports().of(StackNodes.CASSANDRA),
                    id(directory, StackNodes.CASSANDRA),
                    "guildhall",
                    "127.0.0.1:" + shape.ports().internal(proxy),
                    id(directory, proxy),
                    "http://127.0.0.1:" + shape.ports().management(proxy) + "/q/metrics");
            String secret = new NodeSettings(directory, shape).of(proxy).get("GUILDHALL_CLUSTER_SECRET");
            List<String> words = LocalBenches.command(java, target, arguments).words();
            return new Command(words, Map.of("GUILDHALL_CLUSTER_SECRET", secret)).run();
        }
    }

    /** One process of each service that sessions need. */
    int idle(List<String> arguments) {
        boolean executables = !arguments.isEmpty() && arguments.getFirst().equals("--native");
        List<String> given = executables ? arguments.subList(1, arguments.size()) : arguments;
        List<String> sessions = given.isEmpty() ? List.of("10000", "20000") : given;
        List<String> java = preparation.testsJava();
        Mode mode = executables ? Mode.NATIVE : Mode.JVM;
        Shape shape = Shape.of(ports.freeFrom(IDLE_PORT), Store.EMBEDDED).with(mode);
        StackDirectory directory = LocalBenches.stack(workplace, "idle");
        Workplace roomy = adding(String.join(" ", LocalBenches.MANY_SESSIONS))
                .with("GUILDHALL_STACK_HEAP", workplace.setting("GUILDHALL_STACK_HEAP", "1g"));
        try (Running running = Running.untilTheEnd()) {
            List<String> nodes = List.of("storage-proxy-1", "guild-1", "relay-1", "gateway-1", "api-1");
            start(directory, shape, roomy, nodes, running);
            List<String> target =
                    List.of("io.guildhall.tests.bench.IdleBench", Suites.api(shape.port()), id(directory, "gateway-1"));
            return LocalBenches.command(java, target, sessions).run();
        }
    }

    /** One process of each service that messages go through, Kafka and one cell, all as they run in earnest. */
    int search(List<String> arguments) {
        List<String> java = preparation.benchJava("search");
        Shape shape = Shape.of(ports.freeFrom(SEARCH_PORT), Store.EMBEDDED).withSearch();
        StackDirectory directory = LocalBenches.stack(workplace, "search");
        Workplace earnest = adding("-Dguildhall.api.rate-limits.enabled=false")
                .with("GUILDHALL_STACK_HEAP", "512m")
                .with("GUILDHALL_ELASTICSEARCH_HEAP", "1g")
                .with("GUILDHALL_ELASTICSEARCH_OPTS", "-XX:TieredStopAtLevel=4");
        try (Running running = Running.untilTheEnd()) {
            List<String> nodes = List.of("storage-proxy-1", "search-1", "guild-1", "relay-1", "gateway-1", "api-1");
            start(directory, shape, earnest, nodes, running);
            List<String> target = List.of(
                    "io.guildhall.search.bench.SearchBench",
                    Suites.api(shape.port()),
                    "127.0.0.1:" + shape.ports().of(StackNodes.KAFKA),
                    "127.0.0.1:" + shape.ports().of(StackNodes.ELASTICSEARCH),
                    "127.0.0.1:" + shape.ports().internal("search-1"),
                    "127.0.0.1:" + shape.ports().internal("storage-proxy-1"),
                    directory.resolve("store").toString(),
                    "http://127.0.0.1:" + shape.ports().management("search-1") + "/q/metrics");
            String secret = new NodeSettings(directory, shape).of("search-1").get("GUILDHALL_CLUSTER_SECRET");
            List<String> words = LocalBenches.command(java, target, arguments).words();
            return new Command(words, Map.of("GUILDHALL_CLUSTER_SECRET", secret)).run();
        }
    }

    /** Of whatever is built. */
    int startup() {
        List<String> java = preparation.testsJava();
        preparation.services(StartupBench.SERVICES);
        Applications applications = new Applications(workplace);
        List<String> modes = new ArrayList<>(List.of("jvm"));
        if (StartupBench.SERVICES.stream().allMatch(applications::hasCache)) {
            modes.addFirst("aot");
        } else {
            complaints.println("No AOT caches: ./guildhall build --aot writes them.");
        }
        if (StartupBench.SERVICES.stream().allMatch(applications::hasExecutable)) {
            modes.addFirst("native");
        } else {
            complaints.println("No native executables: ./guildhall native builds them.");
        }
        int port = workplace
                .setting("GUILDHALL_STACK_PORT")
                .map(Integer::parseInt)
                .orElseGet(() -> ports.freeFrom(STARTUP_PORT));
        StackDirectory directory = LocalBenches.stack(workplace, "startup");
        directory.delete("");
        new StartupBench(workplace, directory, (shape, measured) -> stacks.in(directory, shape, measured), java, out)
                .run(modes, port);
        return 0;
    }

    private void start(StackDirectory directory, Shape shape, Workplace settings, List<String> nodes, Running running) {
        directory.delete("");
        Stack stack = stacks.in(directory, shape, settings);
        running.add(stack::stop);
        stack.start(nodes);
    }

    private Workplace adding(String flags) {
        return workplace.with("GUILDHALL_JAVA_OPTS", workplace.setting("GUILDHALL_JAVA_OPTS", "") + " " + flags);
    }

    private String id(StackDirectory directory, String node) {
        return Long.toString(
                new PidFiles(directory.pids(), processes).running(node).orElseThrow());
    }
}
