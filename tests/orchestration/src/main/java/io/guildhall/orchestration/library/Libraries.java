package io.guildhall.orchestration.library;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Tally;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Other people's client libraries, unmodified, each led through the same steps. Programs mostly wait, so several run at once; what
 * they say is told when all have ended.
 */
public final class Libraries {
    private static final int AT_ONCE = 4;

    private final Path tests;
    private final Path logs;
    private final Reports reports;
    private final PrintStream out;

    /**
     * @param tests the directory that has the programs, and what leads them
     * @param logs where each leaves what it said
     */
    public Libraries(Path tests, Path logs, Reports reports, PrintStream out) {
        this.tests = tests;
        this.logs = logs;
        this.reports = reports;
        this.out = out;
    }

    /** @param settings say where the instance is */
    public Tally run(List<Language> languages, Map<String, String> settings) {
        List<Program> programs = new ArrayList<>();
        Tally tally = Tally.NOTHING;
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Language language : languages) {
                Optional<String> missing = language.missing();
                if (missing.isPresent()) {
                    out.println("The libraries of " + language.name() + " are skipped: " + missing.orElseThrow()
                            + " is missing.");
                    tally = tally.plus(Tally.skipping(1));
                } else {
                    language.prepare(program -> {
                        programs.add(program);
                        some.execute(() -> lead(program, settings));
                    });
                }
            }
        }
        for (Program program : programs) {
            tell(program);
            // One that ends before its report is written has failed.
            tally = tally.plus(Tally.suite("library " + program.name(), Files.exists(reports.library(program.name()))));
        }
        return tally;
    }

    private void lead(Program program, Map<String, String> settings) {
        List<String> words = new ArrayList<>(List.of(
                "node",
                tests.resolve("run.js").toString(),
                program.name(),
                reports.library(program.name()).toString()));
        words.addAll(program.command());
        new Command(words, settings).runInto(log(program), logs.resolve("library-" + program.name() + ".err"));
    }

    /** Without the lines that only say where in a step something went wrong. */
    private void tell(Program program) {
        try {
            Files.readAllLines(log(program), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("  "))
                    .forEach(out::println);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path log(Program program) {
        return logs.resolve("library-" + program.name() + ".log");
    }

    /** A program that uses one library, and what runs it. */
    public record Program(String name, List<String> command) {
        public Program {
            command = List.copyOf(command);
        }
    }
}
