package io.guildhall.tests.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.tests.recording.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks recorded answers against the published description of the API. Arguments: openapi.json, then recordings. Prints
 * each kind of violation once, the operations that lack a success where these are few, and a count at the end; the exit status is 1 when there is any.
 */
public final class OpenApiCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 60;

    private final OpenApi description;
    private final Set<String> answered = new HashSet<>();
    private final Set<Answer> seen = new HashSet<>();
    private final Map<String, Integer> violations = new LinkedHashMap<>();

    OpenApiCheck(OpenApi description) {
        this.description = description;
    }

    public static void main(String[] arguments) throws IOException {
        OpenApiCheck check = new OpenApiCheck(OpenApi.read(Path.of(arguments[0])));
        for (int index = 1; index < arguments.length; index++) {
            for (String line : Files.readAllLines(Path.of(arguments[index]))) {
                check.add(JSON.readValue(line, Answer.class));
            }
        }
        System.out.println(check.report());
        System.exit(check.violations.isEmpty() ? 0 : 1);
    }

    void add(Answer answer) {
        if (!seen.add(answer)) {
            return;
        }
        description.operation(answer).ifPresent(operation -> {
            if (answer.status() < 300) {
                answered.add(operation.name());
            }
            for (String problem : operation.problems(answer)) {
                violations.merge(operation.name() + " " + answer.status() + ": " + problem, 1, Integer::sum);
            }
        });
    }

    String report() {
        List<String> lines = new ArrayList<>();
        violations.entrySet().stream()
                .limit(SHOWN)
                .forEach(violation -> lines.add(violation.getKey() + " (" + violation.getValue() + " times)"));
        List<String> missing = description.operations().stream()
                .map(DescribedOperation::name)
                .filter(name -> !answered.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty() && missing.size() <= SHOWN) {
            lines.add("never answered with a success: " + String.join(", ", missing));
        }
        int count = violations.values().stream().mapToInt(Integer::intValue).sum();
        lines.add("%d of %d operations answered, %d schema violations"
                .formatted(answered.size(), description.size(), count));
        return String.join(System.lineSeparator(), lines);
    }
}
