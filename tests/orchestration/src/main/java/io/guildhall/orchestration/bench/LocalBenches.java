package io.guildhall.orchestration.bench;

import io.guildhall.orchestration.backend.Backends;
import io.guildhall.orchestration.backend.CassandraNode;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.instance.Scratch;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.workplace.Applications;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Trees;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** On this machine. */
public final class LocalBenches implements Benches {
    private static final int INSTANCE_PORT = 28_090;
    private static final int CASSANDRA_PORT = 29_042;

    private static final String NO_LIMITS = "-Dguildhall.api.rate-limits.enabled=false";

    /** Heartbeats would only blur the numbers, and one bot holds all sessions. */
    static final List<String> MANY_SESSIONS = List.of(
            NO_LIMITS,
            "-Dguildhall.gateway.heartbeat-interval=3600S",
            "-Dguildhall.gateway.identify.max-concurrency=1000000",
            "-Dguildhall.gateway.identify.total=1000000",
            "-Dguildhall.gateway.max-sessions-per-account=1000000");

    private final Workplace workplace;
    private final Preparation preparation;
    private final Ports ports;
    private final Function<Running, Scratch> scratches;
    private final Backends backends;
    private final StackBenches stacks;

    public LocalBenches(
            Workplace workplace,
            Preparation preparation,
            Ports ports,
            Function<Running, Scratch> scratches,
            Backends backends,
            StackBenches stacks) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.ports = ports;
        this.scratches = scratches;
        this.backends = backends;
        this.stacks = stacks;
    }

    @Override
    public int permissions(List<String> arguments) {
        return command(preparation.testsJava(), List.of("io.guildhall.model.bench.PermissionBench"), arguments)
                .run();
    }

    @Override
    public int fanout(List<String> arguments) {
        preparation.services(List.of("standalone"));
        return againstInstance("io.guildhall.tests.bench.FanoutBench", built("standalone"), MANY_SESSIONS, arguments);
    }

    @Override
    public int messages(List<String> arguments) {
        String main = "io.guildhall.tests.bench.MessagesBench";
        if (arguments.size() < 2 || !arguments.getFirst().equals("--of")) {
            preparation.services(List.of("standalone"));
            return againstInstance(main, built("standalone"), List.of(NO_LIMITS), arguments);
        }
        String checkout = arguments.get(1);
        Path instance = Path.of(checkout).resolve("services/standalone/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(instance)) {
            throw new Refusal(checkout + " is no checkout with a built instance; run ./guildhall build there");
        }
        return againstInstance(main, instance, List.of(NO_LIMITS), arguments.subList(2, arguments.size()));
    }

    @Override
    public int interactions(List<String> arguments) {
        preparation.services(List.of("standalone"));
        return againstInstance(
                "io.guildhall.tests.bench.InteractionsBench", built("standalone"), List.of(NO_LIMITS), arguments);
    }

    @Override
    public int guild(List<String> arguments) {
        List<String> java = new ArrayList<>(preparation.benchJava("guild"));
        // Whatever memory the person gives comes later and counts.
        java.add(1, "-Xmx5g");
        return command(java, List.of("io.guildhall.guild.bench.GuildBench"), arguments)
                .run();
    }

    @Override
    public int readStates(List<String> arguments) {
        return command(preparation.benchJava("guild"), List.of("io.guildhall.guild.bench.ReadStatesBench"), arguments)
                .run();
    }

    @Override
    public int automod(List<String> arguments) {
        return command(preparation.benchJava("guild"), List.of("io.guildhall.guild.bench.AutomodBench"), arguments)
                .run();
    }

    @Override
    public int push(List<String> arguments) {
        return command(preparation.testsJava(), List.of("io.guildhall.tests.bench.push.PushBench"), arguments)
                .run();
    }

    @Override
    public int idle(List<String> arguments) {
        return stacks.idle(arguments);
    }

    @Override
    public int storage(List<String> arguments) {
        return stacks.storage(arguments);
    }

    /** Into one empty node that keeps what it acknowledges, as a server does. */
    @Override
    public int migration(List<String> arguments) {
        Path directory = bench().resolve("cassandra");
        Path migration = bench().resolve("migration");
        int port = ports.freeFrom(CASSANDRA_PORT);
        try (Running running = Running.untilTheEnd()) {
            Trees.delete(directory);
            Trees.delete(migration);
            Files.createDirectories(migration);
            running.add(() -> backends.stop(directory));
            backends.start(CassandraNode.alone("bench", directory, port, port + 1));
            return command(
                            preparation.benchJava("storage-proxy"),
                            List.of(
                                    "io.guildhall.storage.bench.MigrationBench",
                                    "cassandra:127.0.0.1:" + port,
                                    migration.toString()),
                            arguments)
                    .run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int search(List<String> arguments) {
        return stacks.search(arguments);
    }

    @Override
    public int web(List<String> arguments) {
        preparation.services(List.of("standalone"));
        preparation.nodeModules("web");
        preparation.browser();
        Path tests = workplace.root().resolve("tests").resolve("web");
        try (Running running = Running.untilTheEnd();
                Server instance = scratches
                        .apply(running)
                        .start(bench(), INSTANCE_PORT, built("standalone"), List.of(NO_LIMITS))) {
            List<String> words = new ArrayList<>(List.of("node", "bench/web.js"));
            words.addAll(arguments);
            return new Command(words, Map.of("GUILDHALL_WEB", "http://localhost:" + instance.port())).runIn(tests);
        }
    }

    @Override
    public int startup() {
        return stacks.startup();
    }

    private int againstInstance(String main, Path jar, List<String> flags, List<String> arguments) {
        List<String> java = preparation.testsJava();
        try (Running running = Running.untilTheEnd();
                Server instance = scratches.apply(running).start(bench(), INSTANCE_PORT, jar, flags)) {
            List<String> target = List.of(main, Suites.api(instance.port()), Long.toString(instance.id()));
            return command(java, target, arguments).run();
        }
    }

    static Command command(List<String> java, List<String> target, List<String> arguments) {
        List<String> words = new ArrayList<>(java);
        words.addAll(target);
        words.addAll(arguments);
        return new Command(words, Map.of());
    }

    private Path built(String service) {
        return new Applications(workplace).jar(service);
    }

    private Path bench() {
        return workplace.state().resolve("bench");
    }

    /** Where a stack of a bench is. */
    static StackDirectory stack(Workplace workplace, String name) {
        return new StackDirectory(workplace.state().resolve("bench").resolve(name));
    }
}
