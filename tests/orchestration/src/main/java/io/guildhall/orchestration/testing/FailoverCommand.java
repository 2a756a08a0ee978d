package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.stack.StackCommand;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * {@code failover [--nodes NODE,...] [--faults FAULT,...] [--report] [--native]}: every kind of process of a stack is slow, stands still, or is
 * killed, under load, one after the other. A fault is kill, slow, lag (of guild nodes only), or the seconds for which the process stands
 * still. With {@code --report} what came of it takes its place among what is known already, that of native executables beside that of JVMs.
 */
public final class FailoverCommand {
    private static final String REPORT = "docs/failover-report.md";
    private static final String NATIVE = "--native";
    private static final int PORT = 28_700;

    private final Workplace workplace;
    private final Preparation preparation;
    private final BiFunction<StackDirectory, Workplace, StackCommand> stacks;
    private final Ports ports;

    /** @param stacks what a person can do with the stack in a directory, with settings */
    public FailoverCommand(
            Workplace workplace,
            Preparation preparation,
            BiFunction<StackDirectory, Workplace, StackCommand> stacks,
            Ports ports) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.stacks = stacks;
        this.ports = ports;
    }

    static Options options(List<String> arguments) {
        return Options.read("failover", arguments, Set.of("--nodes", "--faults"), Set.of(NATIVE, "--report"));
    }

    /** @return whether nothing showed that must not be */
    public boolean run(List<String> arguments) {
        Options options = options(arguments);
        preparation.nodeModules("discordjs");
        int port =
                workplace.setting("GUILDHALL_STACK_PORT").map(Integer::parseInt).orElseGet(() -> ports.freeFrom(PORT));
        StackDirectory directory = new StackDirectory(workplace.state().resolve("failover"));
        directory.delete("");
        try (Running running = Running.untilTheEnd()) {
            TestedStack stack = new TestedStack(directory, port, options.has(NATIVE), stacks, workplace, running);
            stack.start();
            return new Command(matrix(options, workplace.root()), stack.settings())
                            .runIn(workplace.root().resolve("tests").resolve("discordjs"))
                    == 0;
        }
    }

    /** What leads the ordeals, and tells of them as what they were led with. */
    static List<String> matrix(Options options, Path root) {
        List<String> matrix = new ArrayList<>(List.of("node", "failover/matrix.js"));
        for (String list : List.of("--nodes", "--faults")) {
            options.value(list).ifPresent(names -> matrix.addAll(List.of(list, names)));
        }
        if (options.has("--report")) {
            matrix.addAll(List.of("--report", root.resolve(REPORT).toString()));
        }
        if (options.has(NATIVE)) {
            matrix.add(NATIVE);
        }
        return matrix;
    }
}
