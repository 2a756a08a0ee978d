package io.guildhall.tests.simulation;

import io.guildhall.tests.simulation.redirect.Defect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command line: {@code [--from SEED] [--seeds N] [--only ledger|town|outage] [--broken DEFECT]}. Prints what each failed seed broke, and at last how
 * many held. Fails when one did not. With a defect, something is deliberately broken, and the end is at the first seed that tells.
 */
public final class Simulate {
    private static final int USAGE = 64;
    private static final long SEEDS = 1_000;

    private Simulate() {}

    public static void main(String[] arguments) {
        long from = 1;
        long count = SEEDS;
        List<Kind> kinds = List.of(Kind.values());
        Optional<Defect> defect = Optional.empty();
        try {
            for (int index = 0; index < arguments.length; index += 2) {
                String value = arguments[index + 1];
                switch (arguments[index]) {
                    case "--from" -> from = Long.parseLong(value);
                    case "--seeds" -> count = Long.parseLong(value);
                    case "--only" -> kinds = List.of(Kind.valueOf(value.toUpperCase(Locale.ROOT)));
                    case "--broken" -> defect = Optional.of(Defect.valueOf(value.toUpperCase(Locale.ROOT)));
                    default -> throw new IllegalArgumentException(arguments[index]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            System.err.println(
                    "usage: simulate [--from SEED] [--seeds N] [--only ledger|town|outage] [--broken DEFECT]");
            System.exit(USAGE);
        }
        System.exit(run(kinds, defect, from, count) == 0 ? 0 : 1);
    }

    private static long run(List<Kind> kinds, Optional<Defect> defect, long from, long count) {
        // What nodes say of the trouble they are in is only of use when one looks at one seed.
        Logger.getLogger("").setLevel(count == 1 ? Level.INFO : Level.OFF);
        Seeds seeds = new Seeds(defect);
        long failed = 0;
        long end = from + count;
        for (long seed = from; seed < end; seed++) {
            long number = seed;
            List<Verdict> broken = kinds.stream()
                    .map(kind -> seeds.run(kind, number))
                    .filter(verdict -> !verdict.held())
                    .toList();
            broken.forEach(Simulate::print);
            failed += broken.isEmpty() ? 0 : 1;
            if (failed > 0 && defect.isPresent()) {
                end = seed + 1;
            }
        }
        System.out.println(end - from - failed + " seeds held, " + failed + " failed");
        return failed;
    }

    private static void print(Verdict verdict) {
        System.out.println("seed " + verdict.seed() + " failed, " + verdict.kind() + ":");
        verdict.violations().forEach(violation -> System.out.println("  " + violation));
    }
}
