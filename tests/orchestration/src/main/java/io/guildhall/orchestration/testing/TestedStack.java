package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.stack.StackCommand;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.workplace.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A stack that tests start and stop: on Cassandra with two storage proxies, since one process alone is tested on the embedded store,
 * and with mutual TLS inside.
 */
public final class TestedStack {
    /**
     * The suites write far more than a person does; the limits themselves stay in force and are tested. Bots that are called listen on
     * this machine.
     */
    public static final List<String> LIMITS =
            List.of("-Dguildhall.api.rate-limits.scale=4", "-Dguildhall.outgoing.internal-networks=127.0.0.1");

    private static final String JAVA_OPTIONS = "GUILDHALL_JAVA_OPTS";

    /** One of each that a search needs: that there may be several is tested elsewhere. */
    private static final String SEARCHING_NODES = "storage-proxy-1,search-1,guild-1,relay-1,gateway-1,api-1";

    /** Both push nodes, so that one takes over what the other one read. */
    private static final String PUSHING_NODES = "storage-proxy-1,push-1,push-2,guild-1,relay-1,gateway-1,api-1";

    private final StackDirectory directory;
    private final int port;
    private final List<String> kind;
    private final Workplace limited;
    private final StackCommand command;
    private final Running running;
    private Running.Handle handle = () -> {};

    /**
     * @param commands what a person can do with the stack in a directory, with settings
     * @param workplace without the limits
     */
    public TestedStack(
            StackDirectory directory,
            int port,
            boolean executables,
            BiFunction<StackDirectory, Workplace, StackCommand> commands,
            Workplace workplace,
            Running running) {
        this(directory, port, kind(executables), commands, workplace, running);
    }

    private TestedStack(
            StackDirectory directory,
            int port,
            List<String> kind,
            BiFunction<StackDirectory, Workplace, StackCommand> commands,
            Workplace workplace,
            Running running) {
        this.directory = directory;
        this.port = port;
        this.kind = kind;
        this.running = running;
        this.limited = limited(workplace);
        this.command = commands.apply(directory, limited);
    }

    /** A small one in which messages are indexed. */
    static TestedStack searching(
            StackDirectory directory,
            int port,
            BiFunction<StackDirectory, Workplace, StackCommand> commands,
            Workplace workplace,
            Running running) {
        List<String> kind = List.of("--store", "embedded", "--search", "--nodes", SEARCHING_NODES);
        return new TestedStack(directory, port, kind, commands, workplace, running);
    }

    /** A small one in which people's devices are told. */
    static TestedStack pushing(
            StackDirectory directory,
            int port,
            BiFunction<StackDirectory, Workplace, StackCommand> commands,
            Workplace workplace,
            Running running) {
        List<String> kind = List.of("--store", "embedded", "--push", "--nodes", PUSHING_NODES);
        return new TestedStack(directory, port, kind, commands, workplace, running);
    }

    private static List<String> kind(boolean executables) {
        return executables
                ? List.of("--store", "cassandra", "--tls", "--native")
                : List.of("--store", "cassandra", "--tls");
    }

    /** The same for all server processes that get these settings. */
    public static Workplace limited(Workplace workplace) {
        String flags = String.join(" ", LIMITS);
        return workplace.with(JAVA_OPTIONS, workplace.setting(JAVA_OPTIONS, "") + " " + flags);
    }

    /** @throws Refusal when it does not start; what was started ends with everything */
    public void start() {
        handle = running.add(() -> command.run(List.of("down")));
        List<String> up = new ArrayList<>(List.of("up", "--port", Integer.toString(port)));
        up.addAll(kind);
        try {
            command.run(up);
        } catch (Refusal refusal) {
            throw refusal.followedBy("the stack did not start");
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What tells a suite about it; what it starts again is what it was. */
    public Map<String, String> settings() {
        return Map.of(
                "GUILDHALL_API",
                Suites.api(port),
                "GUILDHALL_STACK_DIR",
                directory.path().toString(),
                JAVA_OPTIONS,
                limited.setting(JAVA_OPTIONS, ""));
    }

    public void stop() {
        handle.close();
    }
}
