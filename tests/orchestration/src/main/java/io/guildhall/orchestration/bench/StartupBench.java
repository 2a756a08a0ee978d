package io.guildhall.orchestration.bench;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.stack.Mode;
import io.guildhall.orchestration.stack.NodeSettings;
import io.guildhall.orchestration.stack.Shape;
import io.guildhall.orchestration.stack.Stack;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.stack.Store;
import io.guildhall.orchestration.workplace.Applications;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How long each service takes from the start of its process until it is ready, with what it needs running already, and what it holds
 * in memory when it has been idle for some seconds: as a native executable, as a JVM with an AOT cache, and as a plain JVM. The middle
 * one of three rounds counts.
 */
public final class StartupBench {
    private static final int ROUNDS = 3;
    private static final String IDLE_SECONDS = "5";
    private static final String MEASURE = "io.guildhall.tests.bench.ReadyTime";

    /** In an order in which each finds what it needs. */
    static final List<String> SERVICES = List.of("storage-proxy", "relay", "guild", "gateway", "api");

    private final Workplace workplace;
    private final StackDirectory directory;
    private final BiFunction<Shape, Workplace, Stack> stacks;
    private final List<String> testsJava;
    private final PrintStream out;

    /** @param testsJava the command that runs a main class of the tests module */
    public StartupBench(
            Workplace workplace,
            StackDirectory directory,
            BiFunction<Shape, Workplace, Stack> stacks,
            List<String> testsJava,
            PrintStream out) {
        this.workplace = workplace;
        this.directory = directory;
        this.stacks = stacks;
        this.testsJava = List.copyOf(testsJava);
        this.out = out;
    }

    /** @param modes of native, aot and jvm, in the order in which they are measured */
    public void run(List<String> modes, int port) {
        List<String> numbers = new ArrayList<>(List.of("startup"));
        for (String mode : modes) {
            Map<String, List<Sample>> samples = new HashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                round(mode, port, samples);
            }
            for (String service : SERVICES) {
                Sample middle = Sample.middle(samples.get(service));
                out.printf(
                        Locale.ROOT,
                        "%-14s %-7s ready %6s ms   idle %6s MiB   %s%n",
                        service,
                        mode,
                        middle.milliseconds(),
                        middle.mebibytes(),
                        size(mode, service));
                numbers.add(mode + "/" + service + "=" + middle.milliseconds() + "ms/" + middle.mebibytes() + "MiB");
            }
        }
        out.println(String.join(" ", numbers));
    }

    /** Starts every service after those that it needs, and stops all of them. */
    private void round(String mode, int port, Map<String, List<Sample>> samples) {
        Shape shape = Shape.of(port, Store.EMBEDDED).with(mode.equals("native") ? Mode.NATIVE : Mode.JVM);
        Workplace measured = mode.equals("jvm") ? workplace.with("GUILDHALL_AOT", "off") : workplace;
        Stack stack = stacks.apply(shape, measured);
        directory.delete("store");
        Thread interrupted = new Thread(stack::stop);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            stack.start(List.of());
            for (String service : SERVICES) {
                samples.computeIfAbsent(service, name -> new ArrayList<>()).add(measure(service, shape, measured));
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            stack.stop();
        }
    }

    private Sample measure(String service, Shape shape, Workplace measured) {
        String node = service + "-1";
        Applications applications = new Applications(measured);
        List<String> command = new ArrayList<>(testsJava);
        command.addAll(List.of(
                MEASURE,
                Integer.toString(shape.ports().management(node)),
                IDLE_SECONDS,
                directory.pids().resolve(node).toString(),
                directory.log(node).toString()));
        command.addAll(
                switch (shape.mode()) {
                    case JVM -> applications.inJvm(service);
                    case NATIVE -> applications.asExecutable(service);
                });
        return Sample.read(new Command(command, new NodeSettings(directory, shape).of(node)).output());
    }

    /** The executable, or what a JVM reads, in MiB. */
    private String size(String mode, String service) {
        Applications applications = new Applications(workplace);
        if (!mode.equals("native")) {
            String printed = Command.of(
                            "du", "-sm", applications.jar(service).getParent().toString())
                    .output();
            return "application " + Workplace.words(printed).getFirst() + " MiB";
        }
        try {
            return "executable " + (Files.size(applications.executable(service)) >> 20) + " MiB";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
