package io.guildhall.tests.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.tests.recording.Answer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the page of compatibility from what libraries left. Arguments: openapi.json, the directory with what they left, the page that the
 * project has, and where to write the new one. The exit status is 1 when the project's page lacks one of the steps
 * or operations, where it has one; which libraries there are and what came of it may differ, since a machine may lack a language's tools.
 */
public final class Compatibility {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;

    private Compatibility() {}

    public static void main(String[] arguments) throws IOException {
        Path present = Path.of(arguments[2]);
        Path written = Path.of(arguments[3]);
        CompatibilityPage page = page(OpenApi.read(Path.of(arguments[0])), Path.of(arguments[1]));
        String text = page.text();
        Files.writeString(written, text);
        Set<String> unknown = new TreeSet<>(CompatibilityPage.names(text));
        unknown.removeAll(CompatibilityPage.names(Files.exists(present) ? Files.readString(present) : text));
        if (!unknown.isEmpty()) {
            System.out.println(present.getFileName() + " lacks " + String.join(", ", unknown));
            System.out.println("Take " + written + " in its place.");
        }
        System.out.println(page.summary());
        System.exit(unknown.isEmpty() ? 0 : 1);
    }

    private static CompatibilityPage page(OpenApi description, Path reports) throws IOException {
        CompatibilityPage page = new CompatibilityPage(LibraryReport.readAll(reports));
        Set<String> there = Operations.all().stream().map(Compatibility::route).collect(Collectors.toSet());
        description
                .operations()
                .forEach(operation -> page.operation(operation.name(), there.contains(unnamed(operation.name()))));
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(reports, "recorded-library-*.jsonl")) {
            for (Path recording : recordings) {
                for (String line : Files.readAllLines(recording)) {
                    add(JSON.readValue(line, Answer.class), description, page);
                }
            }
        }
        return page;
    }

    private static void add(Answer answer, OpenApi description, CompatibilityPage page) {
        Optional<DescribedOperation> operation = description.operation(answer);
        if (operation.isPresent() && answer.status() != TOO_MANY_REQUESTS) {
            page.answered(
                    operation.get().name(), answer.status(), operation.get().problems(answer));
        }
    }

    private static String route(Operation operation) {
        return unnamed(operation.method() + " " + operation.path());
    }

    /** Parameters have names of their own in each of the two. */
    private static String unnamed(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }
}
