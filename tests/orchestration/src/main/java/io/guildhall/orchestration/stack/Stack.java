package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.backend.Backends;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Launch;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.PidFiles;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Processes;
import io.guildhall.orchestration.workplace.Applications;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Every service as its own process on loopback, found through etcd. */
public final class Stack {
    private static final int LAST_LINES = 20;

    private final StackDirectory directory;
    private final Shape shape;
    private final Machine machine;
    private final PidFiles pids;
    private final StackBackends backends;

    /**
     * What a stack needs of the machine.
     *
     * @param readiness how long a process has until it is ready
     * @param leave how long it has to end
     */
    public record Machine(
            Workplace workplace,
            Preparation preparation,
            Processes processes,
            Backends cassandras,
            Ports ports,
            Health health,
            Patience readiness,
            Patience leave,
            PrintStream complaints) {}

    public Stack(StackDirectory directory, Shape shape, Machine machine) {
        this.directory = directory;
        this.shape = shape;
        this.machine = machine;
        this.pids = new PidFiles(directory.pids(), machine.processes());
        this.backends = new StackBackends(directory, shape, machine.processes(), pids, machine.cassandras());
    }

    /**
     * Starts what these nodes stand on, and those of them that do not run yet, and waits until all are ready.
     *
     * @throws Refusal when one does not become ready; what was started goes on
     */
    public void start(List<String> nodes) {
        machine.preparation().command("curl", "curl");
        Path etcd = machine.preparation().etcd();
        if (!nodes.isEmpty()) {
            build(nodes.stream().map(StackNodes::service).distinct().toList());
        }
        directory.make();
        directory.keep(shape);
        directory.secret("token");
        directory.secret("cluster");
        if (shape.encrypted()) {
            machine.preparation().command("openssl", "openssl");
            new Certificates(directory).make();
        }
        if (!runs(StackNodes.ETCD)) {
            // Discovery holds nothing worth keeping from one time to the next.
            directory.delete(StackNodes.ETCD);
            startEtcd(etcd);
        }
        if (shape.store() == Store.CASSANDRA && !runs(StackNodes.CASSANDRA)) {
            backends.startCassandra();
        }
        StackNodes.logged(shape).stream().filter(backend -> !runs(backend)).forEach(backends::startSearched);
        for (String node : nodes) {
            if (!runs(node)) {
                machine.ports().need(shape.ports().of(node));
                machine.ports().need(shape.ports().management(node));
                launch(node);
            }
        }
        nodes.forEach(this::awaitReadiness);
    }

    /** Starts a process that has ended, with the data that it left, and waits until it is ready. */
    public void startAgain(String node) {
        switch (node) {
            case StackNodes.ETCD -> {
                if (!runs(node)) {
                    startEtcd(machine.preparation().etcd());
                }
            }
            case StackNodes.CASSANDRA -> {
                if (!runs(node)) {
                    backends.startCassandra();
                }
            }
            case StackNodes.KAFKA, StackNodes.ELASTICSEARCH -> {
                if (!runs(node)) {
                    backends.startSearched(node);
                }
            }
            default -> {
                launch(node);
                awaitReadiness(node);
            }
        }
    }

    public List<NodeStatus> status() {
        List<NodeStatus> status = new ArrayList<>();
        for (String node : StackNodes.all(shape)) {
            status.add(new NodeStatus(node, pids.id(node), shape.ports().of(node), state(node)));
        }
        return List.copyOf(status);
    }

    /**
     * SIGTERM from the outside in, so that each drains into what still runs; SIGKILL for what does not end in time. Only what was
     * started for this stack.
     */
    public void stop() {
        StackNodes.tiers(shape).forEach(this::stopTogether);
    }

    private void build(List<String> services) {
        switch (shape.mode()) {
            case JVM -> machine.preparation().services(services);
            case NATIVE -> machine.preparation().executables(services);
        }
    }

    private void startEtcd(Path etcd) {
        machine.ports().need(shape.ports().of(StackNodes.ETCD));
        backends.startEtcd(etcd);
        await(StackNodes.ETCD, backends.etcdHealth());
    }

    private void launch(String node) {
        Applications applications = new Applications(machine.workplace());
        String service = StackNodes.service(node);
        List<String> command =
                switch (shape.mode()) {
                    case JVM -> applications.inJvm(service);
                    case NATIVE -> applications.asExecutable(service);
                };
        Launch launch = new Launch(command, new NodeSettings(directory, shape).of(node), directory.log(node), true);
        pids.write(node, machine.processes().start(launch));
    }

    private void awaitReadiness(String node) {
        await(node, readiness(node));
    }

    private void await(String node, List<String> request) {
        if (machine.readiness().until(() -> machine.health().isGood(request), () -> runs(node))) {
            return;
        }
        List<String> told = new ArrayList<>(List.of(node + " did not become ready. The end of its log:"));
        told.addAll(lastLines(directory.log(node)));
        throw new Refusal(String.join("\n", told));
    }

    private List<String> readiness(String node) {
        return List.of("http://127.0.0.1:" + shape.ports().management(node) + "/q/health/ready");
    }

    private NodeStatus.State state(String node) {
        if (!runs(node)) {
            return NodeStatus.State.DOWN;
        }
        boolean ready = StackNodes.isBackend(node) || machine.health().isGood(readiness(node));
        return ready ? NodeStatus.State.READY : NodeStatus.State.STARTING;
    }

    private void stopTogether(List<String> nodes) {
        List<String> ending = nodes.stream().filter(this::runs).toList();
        ending.forEach(node -> pids.running(node).ifPresent(machine.processes()::terminate));
        machine.leave().until(() -> ending.stream().noneMatch(this::runs));
        for (String node : ending) {
            OptionalLong left = pids.running(node);
            if (left.isPresent()) {
                machine.complaints().println("guildhall: " + node + " did not stop in time and was killed");
                machine.processes().kill(left.getAsLong());
            }
        }
        nodes.forEach(pids::forget);
    }

    private boolean runs(String node) {
        return pids.running(node).isPresent();
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
