package io.guildhall.tests.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** docs/compatibility.md: what libraries were led through, and how each operation of the published description was answered. */
final class CompatibilityPage {
    /** What no answer shows, because other fields or refusals stand in it than on Discord. */
    private static final String DIFFERENT = """
        - Players are vouched for by the application's own OpenID provider (`OIDC`, named in `oidc_configuration` of `PATCH /applications/@me` as
          `{"issuer": …, "client_id": …}`) or by its bot. Types that ask a company's service are refused with 50035: nobody has set one up.
        - There are no public clients: `/partner-sdk/token` and `/partner-sdk/provisional-accounts/unmerge` want the client's secret, or its bot's token.
        - Merging takes friends and lobby memberships over. Direct messages stay where they were said, under the name that their author had. Unmerging does
          not know who has blocked the person: whoever has blocks the new account anew.
        - A linked channel and its lobby hear what is written in the other. What is edited or deleted afterwards in one stays as it was in the other; of what is
          written in the channel a lobby hears the text alone, and the application's address for events hears nothing.
        """;

    private static final Map<String, String> SIGNS = Map.of("ok", "✔", "skipped", "–", "failed", "✖");

    private final List<LibraryReport> libraries;
    private final Map<String, SortedSet<Integer>> statuses = new TreeMap<>();
    private final Map<String, Set<String>> differences = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    CompatibilityPage(List<LibraryReport> libraries) {
        this.libraries = libraries;
    }

    /** @param there whether there is a handler for it at all */
    void operation(String name, boolean there) {
        if (there) {
            statuses.put(name, new TreeSet<>());
            differences.put(name, new LinkedHashSet<>());
        } else {
            missing.add(name);
        }
    }

    /** An answer that a library was given. */
    void answered(String name, int status, List<String> problems) {
        if (statuses.containsKey(name)) {
            statuses.get(name).add(status);
            differences.get(name).addAll(problems);
        }
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# Compatibility",
                "",
                "Written by `./guildhall test --only clients`, which leads unmodified client libraries through the"
                        + " same steps against one",
                "process ([development](development.md#the-kinds-of-tests)). The versions are those that"
                        + " `tests/libraries` pins.",
                "",
                "## Steps",
                ""));
        steps().forEach(step -> lines.add("- `" + step.step() + "`: " + step.what()));
        lines.addAll(List.of("", "## Libraries", "", "✔ done, – not done, for the reason below, ✖ failed", ""));
        addLibraries(lines);
        addReasons(lines);
        lines.addAll(List.of(
                "",
                "## Operations",
                "",
                "Those of Discord's published description. The statuses are those that libraries were answered with in"
                        + " the steps, without 429;",
                "a difference is where an answer was not as described. None was given where there is none; every"
                        + " operation is called by other",
                "tests, whose answers are held against the description too.",
                "",
                "| operation | answered with | differences |",
                "|---|---|---|"));
        statuses.forEach((name, seen) ->
                lines.add("| `" + name + "` | " + joined(seen) + " | " + joined(differences.get(name)) + " |"));
        if (!missing.isEmpty()) {
            lines.addAll(List.of("", "### Not answered", ""));
            missing.forEach(name -> lines.add("- `" + name + "`"));
        }
        lines.addAll(List.of("", "### Different on purpose", ""));
        lines.addAll(DIFFERENT.lines().toList());
        lines.addAll(List.of("", summary(), ""));
        return String.join("\n", lines);
    }

    String summary() {
        return "%d libraries, %d steps passed, %d failed".formatted(libraries.size(), count("ok"), count("failed"));
    }

    private long count(String outcome) {
        return libraries.stream().mapToLong(library -> library.count(outcome)).sum();
    }

    private List<LibraryReport.Step> steps() {
        return libraries.isEmpty() ? List.of() : libraries.getFirst().steps();
    }

    private void addLibraries(List<String> lines) {
        lines.add("| library | "
                + steps().stream().map(LibraryReport.Step::step).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|" + ":-:|".repeat(steps().size()));
        for (LibraryReport library : libraries) {
            lines.add("| " + library.name() + " | "
                    + library.steps().stream()
                            .map(step -> SIGNS.get(step.outcome()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
    }

    private void addReasons(List<String> lines) {
        Map<String, Map<String, List<String>>> reasons = new TreeMap<>();
        for (LibraryReport library : libraries) {
            library.steps().stream().filter(step -> step.is("skipped")).forEach(step -> reasons.computeIfAbsent(
                            library.name(), name -> new TreeMap<>())
                    .computeIfAbsent(step.why(), why -> new ArrayList<>())
                    .add(step.step()));
        }
        lines.add("");
        reasons.forEach((library, whys) ->
                whys.forEach((why, steps) -> lines.add("- " + library + ", " + String.join(", ", steps) + ": " + why)));
    }

    private static String joined(Set<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The steps and operations that a page is about. What came of them is none of it, nor which libraries a machine could run. */
    static Set<String> names(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `") || line.startsWith("- `"))
                .map(line -> line.split("(?<=`)(:| \\|)")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
