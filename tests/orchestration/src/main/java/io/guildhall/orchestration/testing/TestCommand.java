package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.instance.Scratch;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.stack.StackCommand;
import io.guildhall.orchestration.stack.StackDirectory;
import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.suite.Tally;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Trees;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** {@code test}: everything that is checked, with a count at the end. */
public final class TestCommand {
    private static final String STACK_PORT = "28400";
    private static final int SEARCH_PORT = 28_700;
    private static final int PUSH_PORT = 28_900;

    private final Workplace workplace;
    private final Preparation preparation;
    private final BiFunction<StackDirectory, Workplace, StackCommand> stacks;
    private final Ports ports;
    private final Patience patience;
    private final Clock clock;
    private final PrintStream out;

    /** @param stacks what a person can do with the stack in a directory, with settings */
    public TestCommand(
            Workplace workplace,
            Preparation preparation,
            BiFunction<StackDirectory, Workplace, StackCommand> stacks,
            Ports ports,
            Patience patience,
            Clock clock,
            PrintStream out) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.stacks = stacks;
        this.ports = ports;
        this.patience = patience;
        this.clock = clock;
        this.out = out;
    }

    /** @return whether all is good */
    public boolean run(List<String> arguments) {
        TestOptions options = TestOptions.read(arguments);
        Path state = workplace.state().resolve("test");
        Reports reports = new Reports(state.resolve("reports"), workplace.root());
        Instant start = clock.instant();
        makeEmpty(state, reports.directory());
        Tally tally;
        try (Running running = Running.untilTheEnd()) {
            tally = new TestRun(phases(options, state, reports, running), out).run(options);
        }
        return end(state, start, tally);
    }

    /**
     * The clients' suites against an instance that runs already, beside what lies among the reports.
     *
     * @param seconds for which the tests go on already
     * @return whether all is good
     */
    public boolean acceptance(String name, String url, long seconds) {
        Path state = workplace.state().resolve("test");
        Reports reports = new Reports(state.resolve("reports"), workplace.root());
        Instant start = clock.instant().minusSeconds(seconds);
        Tally tally;
        try (Running running = Running.untilTheEnd()) {
            Suites suites = new Suites(workplace, preparation, reports, ports, patience, running, out);
            tally = suites.acceptance(name, url, Map.of())
                    .plus(suites.checkOpenApi())
                    .plus(reports.count(false));
        }
        return end(state, start, tally);
    }

    private boolean end(Path state, Instant start, Tally tally) {
        out.println("Reports and logs: " + state + ". Took "
                + Duration.between(start, clock.instant()).toSeconds() + " s.");
        tally.lines().forEach(out::println);
        return tally.isGood();
    }

    private Phases phases(TestOptions options, Path state, Reports reports, Running running) {
        Suites suites = new Suites(workplace, preparation, reports, ports, patience, running, out);
        TestedStack stack = new TestedStack(
                new StackDirectory(state.resolve("stack")),
                Integer.parseInt(workplace.setting("GUILDHALL_STACK_PORT", STACK_PORT)),
                options.executables(),
                stacks,
                workplace,
                running);
        return new LocalPhases(
                workplace,
                preparation,
                reports,
                suites,
                new Scratch(workplace, ports, patience, running),
                new WebTests(workplace, preparation, reports, suites),
                stack,
                TestedStack.searching(
                        new StackDirectory(state.resolve("search")),
                        ports.freeFrom(SEARCH_PORT),
                        stacks,
                        workplace,
                        running),
                TestedStack.pushing(
                        new StackDirectory(state.resolve("push")),
                        ports.freeFrom(PUSH_PORT),
                        stacks,
                        workplace,
                        running),
                new ModuleTests(workplace, preparation, reports, suites, out),
                out);
    }

    private static void makeEmpty(Path state, Path reports) {
        try {
            Trees.delete(state);
            Files.createDirectories(reports);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
