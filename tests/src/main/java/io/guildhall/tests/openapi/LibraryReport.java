package io.guildhall.tests.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came of the steps of one library; {@code tests/libraries/run.js} leaves one beside its report. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LibraryReport(String name, List<Step> steps) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One step.
     *
     * @param step its short name
     * @param what it is that the library does
     * @param outcome ok, skipped or failed
     * @param why it was skipped or has failed
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(String step, String what, String outcome, String why) {
        boolean is(String wanted) {
            return outcome.equals(wanted);
        }
    }

    /** All of a directory, in the order of their names. */
    static List<LibraryReport> readAll(Path directory) throws IOException {
        List<LibraryReport> reports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "library-*.json")) {
            for (Path file : files) {
                reports.add(JSON.readValue(file.toFile(), LibraryReport.class));
            }
        }
        reports.sort(Comparator.comparing(LibraryReport::name));
        return reports;
    }

    long count(String outcome) {
        return steps.stream().filter(step -> step.is(outcome)).count();
    }
}
