package io.guildhall.orchestration.suite;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Trees;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The suites of clients against one running instance. What their tests say is in the reports; a tally tells how they ended. */
public final class Suites {
    private static final int RECORDER_PORT = 28_100;
    private static final String RECORDER = "io.guildhall.tests.recording.RecordingProxy";
    private static final String OPEN_API = "io.guildhall.tests.openapi.OpenApiCheck";
    private static final String COMPATIBILITY = "io.guildhall.tests.openapi.Compatibility";
    private static final String TEST_FILE = ".test.js";
    private static final String JUNIT = "org.junit.platform.console.ConsoleLauncher";

    private final Workplace workplace;
    private final Preparation preparation;
    private final Reports reports;
    private final Ports ports;
    private final Patience patience;
    private final Running running;
    private final PrintStream out;

    public Suites(
            Workplace workplace,
            Preparation preparation,
            Reports reports,
            Ports ports,
            Patience patience,
            Running running,
            PrintStream out) {
        this.workplace = workplace;
        this.preparation = preparation;
        this.reports = reports;
        this.ports = ports;
        this.patience = patience;
        this.running = running;
        this.out = out;
    }

    /** Every client suite, through a proxy that records each REST answer. Suites are told the name: not all is everywhere. */
    public Tally acceptance(String name, String upstream, Map<String, String> settings) {
        int port = ports.freeFrom(RECORDER_PORT);
        List<String> recorder = testsJava(List.of(
                RECORDER,
                Integer.toString(port),
                upstream,
                reports.recorded(name).toString()));
        try (Server recording = Server.start(recorder, port, reports.recorderLog(name), ports, patience, running)) {
            Map<String, String> named = Command.adding(settings, "GUILDHALL_SUITE", name);
            Map<String, String> target = Command.adding(named, "GUILDHALL_API", api(recording.port()));
            return node(name, "test", target).plus(java(name, "acceptance", target));
        }
    }

    public static String api(int port) {
        return "http://127.0.0.1:" + port + "/api";
    }

    /** The test files of a folder of the discord.js tests, one after the other. */
    public Tally node(String name, String folder, Map<String, String> settings) {
        return inTurn(name, workplace.root().resolve("tests").resolve("discordjs"), folder, settings);
    }

    /**
     * The test files of a folder, one after the other.
     *
     * @param tests what has the modules of Node.js that they stand on
     */
    public Tally inTurn(String name, Path tests, String folder, Map<String, String> settings) {
        List<String> command = nodeCommand(name, tests.resolve(folder), List.of("--test-concurrency=1"));
        return Tally.suite(name, new Command(command, settings).runIn(tests) == 0);
    }

    /**
     * The test files of a folder, each by itself. One that fails is tried once more, and its tests count as they end then: a browser
     * draws when two busy cores let it. That this was needed is told.
     */
    public Tally eachOnceMore(String name, Path tests, String folder, Map<String, String> settings) {
        Tally tally = Tally.NOTHING;
        for (Path file : testFiles(tests.resolve(folder))) {
            String part = name + "-" + file.getFileName().toString().replace(TEST_FILE, "");
            Command command = new Command(nodeCommand(part, List.of(file), List.of()), settings);
            if (command.runIn(tests) != 0) {
                boolean good = command.runIn(tests) == 0;
                tally = tally.plus(good ? Tally.unsteady(part) : Tally.suite(part, false));
            }
        }
        return tally;
    }

    /** Node's own test runner; its report goes beside the others. */
    public List<String> nodeCommand(String name, Path folder, List<String> options) {
        return nodeCommand(name, testFiles(folder), options);
    }

    private List<String> nodeCommand(String name, List<Path> files, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--test",
                "--test-reporter=spec",
                "--test-reporter-destination=stdout",
                "--test-reporter=junit",
                "--test-reporter-destination=" + reports.node(name)));
        command.addAll(options);
        files.forEach(file -> command.add(file.toString()));
        return command;
    }

    private static List<Path> testFiles(Path folder) {
        try {
            return Trees.files(folder, file -> file.toString().endsWith(TEST_FILE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every recorded REST answer against the published description of the API, where that is at hand. */
    public Tally checkOpenApi() {
        Path description = workplace.root().resolve("../shared/discord/openapi.json");
        if (!Files.exists(description)) {
            out.println("OpenAPI check: skipped, " + description + " is not there");
            return Tally.skipping(1);
        }
        List<String> arguments = new ArrayList<>(List.of(OPEN_API, description.toString()));
        reports.recordings().forEach(recording -> arguments.add(recording.toString()));
        return Tally.check(
                "answers against the description of the API", new Command(testsJava(arguments), Map.of()).run() == 0);
    }

    /** Writes the page of compatibility anew, and holds the project's against it; it needs the same description. */
    public Tally compatibility(Path written) {
        Path description = workplace.root().resolve("../shared/discord/openapi.json");
        if (!Files.exists(description)) {
            out.println("Compatibility: skipped, " + description + " is not there");
            return Tally.skipping(1);
        }
        List<String> arguments = List.of(
                COMPATIBILITY,
                description.toString(),
                reports.directory().toString(),
                workplace.root().resolve("docs").resolve("compatibility.md").toString(),
                written.toString());
        return Tally.check("the page of compatibility", new Command(testsJava(arguments), Map.of()).run() == 0);
    }

    /** The tagged JUnit tests of the tests module. */
    private Tally java(String name, String tag, Map<String, String> settings) {
        List<String> command = testsJava(List.of(
                JUNIT,
                "execute",
                "--disable-banner",
                "--details=tree",
                "--scan-classpath="
                        + workplace.root().resolve("tests").resolve("target").resolve("test-classes"),
                "--include-tag=" + tag,
                "--include-engine=junit-jupiter",
                "--reports-dir=" + reports.java(name)));
        return Tally.suite(name + " (Java)", new Command(command, settings).run() == 0);
    }

    private List<String> testsJava(List<String> arguments) {
        List<String> command = new ArrayList<>(preparation.testsJava());
        command.addAll(arguments);
        return command;
    }
}
