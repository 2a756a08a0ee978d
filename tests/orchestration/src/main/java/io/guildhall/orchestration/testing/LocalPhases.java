package io.guildhall.orchestration.testing;

import io.guildhall.orchestration.instance.Scratch;
import io.guildhall.orchestration.library.Go;
import io.guildhall.orchestration.library.Java;
import io.guildhall.orchestration.library.Libraries;
import io.guildhall.orchestration.library.Node;
import io.guildhall.orchestration.library.Python;
import io.guildhall.orchestration.library.Red;
import io.guildhall.orchestration.library.Rust;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Suites;
import io.guildhall.orchestration.suite.Tally;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On this machine. */
final class LocalPhases implements Phases {
    private static final int STANDALONE_PORT = 28_080;
    private static final int LIBRARIES_PORT = 28_180;
    private static final int BOTS_PORT = 28_190;
    /** Who goes through hundreds of commands is faster than people are. */
    private static final List<String> HURRIED = List.of("-Dguildhall.api.rate-limits.scale=40");

    private final Workplace workplace;
    private final Preparation preparation;
    private final Reports reports;
    private final Suites suites;
    private final Scratch scratch;
    private final WebTests web;
    private final TestedStack stack;
    private final TestedStack searchStack;
    private final TestedStack pushStack;
    private final ModuleTests modules;
    private final PrintStream out;

    LocalPhases(
            Workplace workplace,
            Preparation preparation,
            Reports reports,
            Suites suites,
            Scratch scratch,
            WebTests web,
            TestedStack stack,
            TestedStack searchStack,
            TestedStack pushStack,
            ModuleTests modules,
            PrintStream out) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.reports = reports;
        this.suites = suites;
        this.scratch = scratch;
        this.web = web;
        this.stack = stack;
        this.searchStack = searchStack;
        this.pushStack = pushStack;
        this.modules = modules;
        this.out = out;
    }

    @Override
    public void buildExecutables() {
        preparation.executables(List.of());
    }

    @Override
    public Tally chartAndModules() {
        return modules.withChart();
    }

    @Override
    public Tally chart() {
        return modules.chart();
    }

    @Override
    public Tally modules() {
        return modules.run();
    }

    @Override
    public Tally longModules() {
        return modules.runLong();
    }

    @Override
    public void prepareClients() {
        preparation.nodeModules("discordjs");
        preparation.testsJava();
    }

    @Override
    public Tally standalone(Part part) {
        preparation.services(List.of("standalone"));
        Tally tally = Tally.NOTHING;
        try (Server instance = scratch.start(directory("standalone"), STANDALONE_PORT, TestedStack.LIMITS)) {
            if (part.includes(Part.STANDALONE)) {
                tally = tally.plus(suites.acceptance("standalone", "http://127.0.0.1:" + instance.port(), Map.of()));
            }
            if (part.includes(Part.WEB)) {
                tally = tally.plus(web.run(instance.port(), Scratch.mail(directory("standalone"))));
            }
            if (part.includes(Part.STANDALONE)) {
                // Last: it ends the process.
                tally = tally.plus(suites.node("process", "process", settingsOf(instance)));
            }
        }
        return tally;
    }

    private Map<String, String> settingsOf(Server instance) {
        return Map.of(
                "GUILDHALL_PORT", Integer.toString(instance.port()),
                "GUILDHALL_PROCESS", Long.toString(instance.id()),
                "GUILDHALL_LOG", Scratch.log(directory("standalone")).toString());
    }

    @Override
    public Tally push() {
        preparation.services(List.of("standalone"));
        Path tests = workplace.root().resolve("tests").resolve("push");
        Tally tally = suites.inTurn("push", tests, "test", Map.of("JAVA_HOME", System.getProperty("java.home")));
        pushStack.start();
        tally = tally.plus(suites.inTurn("push cluster", tests, "cluster", pushStack.settings()));
        pushStack.stop();
        return tally;
    }

    @Override
    public Tally voice() {
        preparation.nodeModules("voice");
        preparation.services(List.of("standalone"));
        return suites.inTurn(
                "voice",
                workplace.root().resolve("tests").resolve("voice"),
                "test",
                Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    @Override
    public Tally libraries() {
        preparation.services(List.of("standalone"));
        Path tests = workplace.root().resolve("tests").resolve("libraries");
        Path cache = workplace.state().resolve("libraries");
        try (Server instance = scratch.start(directory("libraries"), LIBRARIES_PORT, TestedStack.LIMITS)) {
            Path left = workplace.state().resolve("test");
            Tally tally = new Libraries(tests, left, reports, out)
                    .run(
                            List.of(
                                    new Node(tests),
                                    new Python(tests, cache),
                                    new Go(tests, cache),
                                    new Java(tests),
                                    new Rust(tests, Rust.target(workplace))),
                            Map.of("GUILDHALL_API", Suites.api(instance.port())));
            return tally.plus(suites.compatibility(left.resolve("compatibility.md")));
        }
    }

    @Override
    public Tally bots() {
        Path tests = workplace.root().resolve("tests").resolve("bots");
        Red red = new Red(tests, workplace.state().resolve("libraries"));
        preparation.nodeModules("bots");
        preparation.services(List.of("standalone"));
        try (Server instance = scratch.start(directory("bots"), BOTS_PORT, HURRIED)) {
            Map<String, String> settings = Map.of(
                    "GUILDHALL_API",
                    Suites.api(instance.port()),
                    "GUILDHALL_RED_LOG",
                    directory("bots").resolve("red.log").toString());
            // Without it its suite skips itself, and the others go on.
            Optional<String> missing = red.missing();
            missing.ifPresent(lack -> out.println("Red is skipped: " + lack + " is missing."));
            return suites.inTurn(
                    "bots",
                    tests,
                    "test",
                    missing.isPresent()
                            ? settings
                            : Command.adding(
                                    settings, "GUILDHALL_RED", red.installed().toString()));
        }
    }

    @Override
    public Tally stack(Part part) {
        stack.start();
        Tally tally = Tally.NOTHING;
        if (part.includes(Part.STACK)) {
            tally = tally.plus(suites.acceptance("stack", stack.url(), stack.settings()));
        }
        if (part.includes(Part.FAILOVER)) {
            tally = tally.plus(suites.node("failover", "failover", stack.settings()));
        }
        stack.stop();
        return tally;
    }

    @Override
    public Tally search() {
        searchStack.start();
        Map<String, String> settings = Command.adding(searchStack.settings(), "GUILDHALL_SUITE", "search");
        Tally tally = suites.node("search", "search", settings);
        searchStack.stop();
        return tally;
    }

    @Override
    public Tally searchModules() {
        return modules.runSearch();
    }

    @Override
    public Tally against(String url) {
        return suites.acceptance("against", url, Map.of());
    }

    @Override
    public Tally recordedAnswers() {
        return reports.recordings().isEmpty() ? Tally.NOTHING : suites.checkOpenApi();
    }

    @Override
    public Tally reports(boolean all) {
        return reports.count(all);
    }

    private Path directory(String name) {
        return workplace.state().resolve("test").resolve(name);
    }
}
