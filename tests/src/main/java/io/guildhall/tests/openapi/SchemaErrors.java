package io.guildhall.tests.openapi;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a validator's errors readable. */
final class SchemaErrors {
    private static final Pattern BRANCH = Pattern.compile("/(?:oneOf|anyOf)/\\d+");
    private static final Set<String> CHOOSES = Set.of("enum", "const");

    private SchemaErrors() {}

    /**
     * One line for each different error. Where a value may have one of several forms and none fits, the forms that are of
     * another {@code type} altogether are left out.
     */
    static List<String> lines(List<Error> errors) {
        Set<String> otherForms = errors.stream()
                .filter(error -> CHOOSES.contains(error.getKeyword()))
                .filter(error -> error.getInstanceLocation().toString().endsWith("/type"))
                .flatMap(error -> innermostBranch(error).stream())
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> branches(error).stream().noneMatch(otherForms::contains))
                .map(error ->
                        error.getInstanceLocation().toString().replaceAll("/\\d+", "/*") + " " + error.getMessage())
                .distinct()
                .toList();
    }

    private static List<String> innermostBranch(Error error) {
        List<String> branches = branches(error);
        return branches.isEmpty() ? branches : branches.subList(branches.size() - 1, branches.size());
    }

    /** The forms that the error lies in, from the outermost in, each for the value that was tried. */
    private static List<String> branches(Error error) {
        String path = error.getEvaluationPath().toString();
        List<String> branches = new ArrayList<>();
        for (Matcher matcher = BRANCH.matcher(path); matcher.find(); ) {
            branches.add(path.substring(0, matcher.end()));
        }
        return branches;
    }
}
