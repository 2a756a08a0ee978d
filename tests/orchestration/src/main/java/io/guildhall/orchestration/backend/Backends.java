package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Launch;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.PidFiles;
import io.guildhall.orchestration.process.Processes;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Real databases and brokers for tests and benchmarks, on loopback only. */
public final class Backends {
    private static final String PID = "pid";
    private static final int LAST_LINES = 20;

    private final Workplace workplace;
    private final Preparation preparation;
    private final Processes processes;
    private final Network network;
    private final Patience readiness;
    private final Patience leave;
    private final PrintStream complaints;

    /**
     * What is asked of ports.
     *
     * @param listened whether somebody listens on a backend's
     * @param answers whether the backend serves
     */
    public record Network(Predicate<Backend> listened, Predicate<Backend> answers) {
        public static final Network REAL =
                new Network(backend -> Probe.isListenedOn(backend.address(), backend.port()), Backend::answers);
    }

    /**
     * @param readiness how long a node has until it answers
     * @param leave how long it has to end
     */
    public Backends(
            Workplace workplace,
            Preparation preparation,
            Processes processes,
            Network network,
            Patience readiness,
            Patience leave,
            PrintStream complaints) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.processes = processes;
        this.network = network;
        this.readiness = readiness;
        this.leave = leave;
        this.complaints = complaints;
    }

    /**
     * Starts a node and waits until it answers. A directory that holds data is started again with it.
     *
     * @return its process
     * @throws Refusal when one runs there already, its port is taken, or it does not answer
     */
    public long start(Backend node) {
        List<String> command = node.command(preparation, workplace);
        OptionalLong running = running(node.directory());
        if (running.isPresent()) {
            throw new Refusal("a backend runs in " + node.directory() + " already: process " + running.getAsLong());
        }
        if (network.listened().test(node)) {
            throw new Refusal(
                    "port " + node.port() + " of " + node.address() + " is in use. Choose another with --port.");
        }
        node.writeFiles();
        Map<String, String> settings = Map.of("MALLOC_ARENA_MAX", "2");
        long id = processes.start(new Launch(command, settings, node.output(), true));
        pids(node.directory()).write(PID, id);
        awaitAnswer(node, id);
        return id;
    }

    /** SIGTERM, and SIGKILL when it does not end in time. A stopped (SIGSTOP) process is let run first. */
    public void stop(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            return;
        }
        running(absolute).ifPresent(id -> {
            processes.letRun(id);
            processes.terminate(id);
            if (!leave.until(() -> running(absolute).isEmpty())) {
                processes.kill(id);
            }
        });
        pids(absolute).forget(PID);
    }

    private void awaitAnswer(Backend node, long id) {
        if (readiness.until(() -> network.answers().test(node), () -> processes.isAlive(id))) {
            return;
        }
        if (!processes.isAlive(id)) {
            lastLines(node.output()).forEach(complaints::println);
            throw new Refusal(node.kind() + " ended while it started; its log is " + node.log());
        }
        stop(node.directory());
        throw new Refusal(node.kind() + " did not answer within two minutes; its log is " + node.log());
    }

    private OptionalLong running(Path directory) {
        return pids(directory).running(PID);
    }

    private PidFiles pids(Path directory) {
        return new PidFiles(directory, processes);
    }

    private static List<String> lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException none) {
            return List.of();
        }
    }
}
