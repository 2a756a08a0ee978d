package io.guildhall.orchestration.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of all checks.
 *
 * @param passed tests, as are {@code skipped}
 * @param failed tests, each by its name and the first line of what it said
 * @param unsteady tests that failed first and passed when they were run again, by their names: they are among those that passed
 * @param broken suites that ended badly, by their names, whatever their tests say
 */
public record Tally(int passed, List<String> failed, int skipped, List<String> unsteady, List<String> broken) {
    public static final Tally NOTHING = passing(0);

    /** What is named of failures: more of them have one cause, or are in the reports. */
    private static final int NAMED = 40;

    public Tally {
        failed = List.copyOf(failed);
        unsteady = List.copyOf(unsteady);
        broken = List.copyOf(broken);
    }

    public static Tally passing(int tests) {
        return new Tally(tests, List.of(), 0, List.of(), List.of());
    }

    public static Tally failing(String test) {
        return new Tally(0, List.of(test), 0, List.of(), List.of());
    }

    public static Tally skipping(int tests) {
        return new Tally(0, List.of(), tests, List.of(), List.of());
    }

    /** Tests that are counted elsewhere, and failed first. */
    public static Tally unsteady(String test) {
        return new Tally(0, List.of(), 0, List.of(test), List.of());
    }

    /** One test that is a check as a whole. */
    public static Tally check(String name, boolean good) {
        return good ? passing(1) : failing(name);
    }

    /** One suite that ended badly, or well. */
    public static Tally suite(String name, boolean well) {
        return well ? NOTHING : new Tally(0, List.of(), 0, List.of(), List.of(name));
    }

    public Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                joined(failed, other.failed),
                skipped + other.skipped,
                joined(unsteady, other.unsteady),
                joined(broken, other.broken));
    }

    public boolean isGood() {
        return failed.isEmpty() && broken.isEmpty();
    }

    /**
     * The last lines of a test run: what failed, where each suite is named that ended badly, what passed only when it was run
     * again, and the counts. A suite that ended badly without a failed test counts as one.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        broken.forEach(suite -> lines.add("ended badly: " + suite));
        failed.stream().limit(NAMED).forEach(test -> lines.add("failed: " + test));
        if (failed.size() > NAMED) {
            lines.add("and " + (failed.size() - NAMED) + " more that failed: see the reports");
        }
        unsteady.forEach(test -> lines.add("passed only at a second try, which is a fault to be found: " + test));
        int wrong = failed.isEmpty() ? broken.size() : failed.size();
        lines.add(String.format(Locale.ROOT, "%d passed, %d failed, %d skipped", passed, wrong, skipped));
        return lines;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
