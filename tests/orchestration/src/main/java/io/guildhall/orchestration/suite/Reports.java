package io.guildhall.orchestration.suite;

import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where suites leave what they say of their tests, in JUnit's XML.
 *
 * @param directory of those that ./guildhall starts
 * @param root of the checkout, in which Maven's lie beside the modules
 */
public record Reports(Path directory, Path root) {
    private static final Pattern TEST = element("testcase");
    private static final Pattern SKIPPED = element("skipped");
    private static final Pattern WRONG = element("failure|error");
    private static final Pattern UNSTEADY = element("flakyFailure|flakyError");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:-]+)=[\"']([^\"]*?)[\"']");

    /** So much is told of what a failed test said: characters. */
    private static final int MESSAGE = 300;

    /** Where all of them are. */
    public Path directory() {
        return directory;
    }

    public Path node(String suite) {
        return directory.resolve("node-" + suite + ".xml");
    }

    public Path java(String suite) {
        return directory.resolve("java-" + suite);
    }

    public Path library(String name) {
        return directory.resolve("library-" + name + ".xml");
    }

    /** What the web client's own tests say. */
    public Path webUnits() {
        return directory.resolve("web-units.xml");
    }

    /** The REST answers that a suite was given. */
    public Path recorded(String suite) {
        return directory.resolve("recorded-" + suite + ".jsonl");
    }

    public Path recorderLog(String suite) {
        return directory.resolve("proxy-" + suite + ".log");
    }

    public List<Path> recordings() {
        return files(directory, file -> file.getFileName().toString().matches("recorded-.*\\.jsonl"));
    }

    /** Deletes what Maven left of an earlier time. */
    public void forgetModules() {
        for (Path report : files(root, Reports::isOfModule)) {
            try {
                Files.deleteIfExists(report);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** @param modules whether Maven's count too */
    public Tally count(boolean modules) {
        Tally tally = Tally.NOTHING;
        for (Path report : files(directory, file -> file.toString().endsWith(".xml"))) {
            tally = tally.plus(count(report));
        }
        if (modules) {
            for (Path report : files(root, Reports::isOfModule)) {
                if (report.getFileName().toString().startsWith("TEST-")) {
                    tally = tally.plus(count(report));
                }
            }
        }
        return tally;
    }

    private static boolean isOfModule(Path file) {
        return file.toString().endsWith(".xml") && file.getParent().endsWith(Path.of("target", "surefire-reports"));
    }

    private static Tally count(Path report) {
        try {
            // Whatever bytes a test printed.
            String text = Files.readString(report, StandardCharsets.ISO_8859_1);
            int tests = 0;
            int skipped = 0;
            List<String> failed = new ArrayList<>();
            List<String> unsteady = new ArrayList<>();
            Matcher test = TEST.matcher(text);
            boolean more = test.find();
            while (more) {
                String head = test.group();
                int start = test.end();
                more = test.find();
                String body = text.substring(start, more ? test.start() : text.length());
                tests++;
                Matcher wrong = WRONG.matcher(body);
                Matcher first = UNSTEADY.matcher(body);
                if (wrong.find()) {
                    failed.add(described(head, wrong.group()));
                } else if (SKIPPED.matcher(body).find()) {
                    skipped++;
                } else if (first.find()) {
                    unsteady.add(described(head, first.group()));
                }
            }
            return new Tally(tests - failed.size() - skipped, failed, skipped, unsteady, List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Which test it is, and the beginning of what it said. */
    private static String described(String test, String failure) {
        String place = attribute(test, "classname");
        String name = attribute(test, "name");
        String message = attribute(failure, "message").lines().findFirst().orElse("");
        String said = message.length() > MESSAGE ? message.substring(0, MESSAGE) + "…" : message;
        return (place.isEmpty() ? name : place + ": " + name) + (said.isEmpty() ? "" : ": " + said);
    }

    /** @return its text, empty when it is not there */
    private static String attribute(String element, String name) {
        Matcher matcher = ATTRIBUTE.matcher(element);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2)
                        .replaceAll("&#(10|xa|xA);", "\n")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
            }
        }
        return "";
    }

    private static Pattern element(String names) {
        return Pattern.compile("<(?:" + names + ")(?:\\s+[\\w:-]+=(?:\"[^\"]*\"|'[^']*'))*\\s*/?>");
    }

    private static List<Path> files(Path directory, Predicate<Path> wanted) {
        try {
            return Trees.files(directory, wanted);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
