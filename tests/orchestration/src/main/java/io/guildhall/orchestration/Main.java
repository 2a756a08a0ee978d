package io.guildhall.orchestration;

import io.guildhall.orchestration.backend.BackendCommand;
import io.guildhall.orchestration.backend.Backends;
import io.guildhall.orchestration.bench.BenchCommand;
import io.guildhall.orchestration.bench.LocalBenches;
import io.guildhall.orchestration.bench.StackBenches;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.instance.Scratch;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.LocalProcesses;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.stack.Stack;
import io.guildhall.orchestration.stack.StackCommand;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.testing.FailoverCommand;
import io.guildhall.orchestration.testing.SoakCommand;
import io.guildhall.orchestration.testing.TestCommand;
import io.guildhall.orchestration.workplace.CommandLinePreparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What ./guildhall leaves to Java: the command that it was given. The exit status is 1 when it could not be carried out. */
public final class Main {
    /** Two minutes. */
    private static final int READINESS_QUARTERS = 480;

    private static final String LEAVE_QUARTERS = "120";

    /** Twenty seconds. */
    private static final int BACKEND_LEAVE_QUARTERS = 80;

    private Main() {}

    public static void main(String[] arguments) {
        Workplace workplace = new Workplace(
                Path.of(System.getProperty("guildhall.root")),
                Path.of(System.getProperty("java.home")),
                System.getenv(),
                Workplace.words(System.getProperty("guildhall.server-flags", "")));
        List<String> words = Arrays.asList(arguments);
        try {
            run(workplace, words.getFirst(), words.subList(1, words.size()));
        } catch (Refusal refusal) {
            if (!refusal.isTold()) {
                System.err.println("guildhall: " + refusal.getMessage());
            }
            System.exit(1);
        }
    }

    private static void run(Workplace workplace, String command, List<String> arguments) {
        switch (command) {
            case "stack" -> stackCommand(stackDirectory(workplace), workplace).run(arguments);
            case "backend" ->
                new BackendCommand(backends(workplace), new CommandLinePreparation(workplace.root()), System.out)
                        .run(arguments);
            case "test" -> endWith(testCommand(workplace).run(arguments));
            case "acceptance" ->
                endWith(testCommand(workplace)
                        .acceptance(arguments.get(0), arguments.get(1), Long.parseLong(arguments.get(2))));
            case "failover" ->
                endWith(new FailoverCommand(
                                workplace,
                                new CommandLinePreparation(workplace.root()),
                                Main::stackCommandAside,
                                Ports.local())
                        .run(arguments));
            case "soak" ->
                endWith(new SoakCommand(
                                workplace,
                                new CommandLinePreparation(workplace.root()),
                                Ports.local(),
                                Patience.ofQuarters(READINESS_QUARTERS))
                        .run(arguments));
            case "bench" -> {
                int status = BenchCommand.of(benches(workplace)).run(arguments);
                if (status != 0) {
                    System.exit(status);
                }
            }
            default -> throw new Refusal("no such command: " + command);
        }
    }

    private static LocalBenches benches(Workplace workplace) {
        CommandLinePreparation preparation = new CommandLinePreparation(workplace.root());
        Ports ports = Ports.local();
        Patience readiness = Patience.ofQuarters(READINESS_QUARTERS);
        StackBenches stacks = new StackBenches(
                workplace,
                preparation,
                new LocalProcesses(),
                ports,
                (directory, shape, settings) -> new Stack(directory, shape, machine(settings)),
                System.out,
                System.err);
        return new LocalBenches(
                workplace,
                preparation,
                ports,
                running -> new Scratch(workplace, ports, readiness, running),
                backends(workplace),
                stacks);
    }

    private static void endWith(boolean good) {
        if (!good) {
            System.exit(1);
        }
    }

    private static TestCommand testCommand(Workplace workplace) {
        return new TestCommand(
                workplace,
                new CommandLinePreparation(workplace.root()),
                Main::stackCommand,
                Ports.local(),
                Patience.ofQuarters(READINESS_QUARTERS),
                Clock.systemUTC(),
                System.out);
    }

    private static StackDirectory stackDirectory(Workplace workplace) {
        return new StackDirectory(workplace
                .setting("GUILDHALL_STACK_DIR")
                .map(Path::of)
                .orElseGet(() -> workplace.state().resolve("stack"))
                .toAbsolutePath());
    }

    private static StackCommand stackCommand(StackDirectory directory, Workplace workplace) {
        return stackCommand(directory, workplace, System.out);
    }

    /** The last line of its standard output is the result. */
    private static StackCommand stackCommandAside(StackDirectory directory, Workplace workplace) {
        return stackCommand(directory, workplace, System.err);
    }

    private static StackCommand stackCommand(StackDirectory directory, Workplace workplace, PrintStream out) {
        Stack.Machine machine = machine(workplace);
        return new StackCommand(directory, shape -> new Stack(directory, shape, machine), out);
    }

    private static Stack.Machine machine(Workplace workplace) {
        return new Stack.Machine(
                workplace,
                new CommandLinePreparation(workplace.root()),
                new LocalProcesses(),
                backends(workplace),
                Ports.local(),
                Main::answersWell,
                Patience.ofQuarters(READINESS_QUARTERS),
                Patience.ofQuarters(Integer.parseInt(workplace.setting("GUILDHALL_STACK_PATIENCE", LEAVE_QUARTERS))),
                System.err);
    }

    private static Backends backends(Workplace workplace) {
        return new Backends(
                workplace,
                new CommandLinePreparation(workplace.root()),
                new LocalProcesses(),
                Backends.Network.REAL,
                Patience.ofQuarters(READINESS_QUARTERS),
                Patience.ofQuarters(BACKEND_LEAVE_QUARTERS),
                System.err);
    }

    private static boolean answersWell(List<String> request) {
        List<String> curl = new ArrayList<>(List.of("curl", "-fsS"));
        curl.addAll(request);
        return new Command(curl, Map.of()).succeeds();
    }
}
