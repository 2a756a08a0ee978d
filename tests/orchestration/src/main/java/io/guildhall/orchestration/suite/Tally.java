package io.guildhall.orchestration.suite;

import java.util.Locale;

/**
 * What came of all checks.
 *
 * @param passed tests, as are {@code failed} and {@code skipped}
 * @param broken suites that ended badly, whatever their tests say
 */
public record Tally(int passed, int failed, int skipped, int broken) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0);

    public static Tally passing(int tests) {
        return new Tally(tests, 0, 0, 0);
    }

    public static Tally failing(int tests) {
        return new Tally(0, tests, 0, 0);
    }

    public static Tally skipping(int tests) {
        return new Tally(0, 0, tests, 0);
    }

    /** One suite that ended badly, or well. */
    public static Tally suite(boolean well) {
        return well ? NOTHING : new Tally(0, 0, 0, 1);
    }

    public Tally plus(Tally other) {
        return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped, broken + other.broken);
    }

    public boolean isGood() {
        return failed == 0 && broken == 0;
    }

    /** The last line of a test run. A suite that ended badly without a failed test counts as one. */
    public String line() {
        return String.format(
                Locale.ROOT, "%d passed, %d failed, %d skipped", passed, failed == 0 ? broken : failed, skipped);
    }
}
