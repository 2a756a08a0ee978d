package io.guildhall.guild.bench;

import java.util.Locale;

/**
 * A guild of a million members at its owner, without sockets: what it holds, how fast it is there, what grows with it. Arguments: how
 * many members, and how many of them are online.
 */
public final class GuildBench {
    private static final double MOST_HEAP = 200;
    private static final double LEAST_RATIO = 0.5;
    private static final double MOST_GROWTH = 1.2;
    private static final double MOST_MILLIS = 2;

    private GuildBench() {}

    public static void main(String[] arguments) {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int online = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        double ratio = CommandBench.run();
        LoginBench.Result logins = LoginBench.run();
        double heap;
        try (BenchNode node = new BenchNode()) {
            ScaleRun run = new ScaleRun(node, members, online);
            heap = run.load();
            run.logIn();
            run.requestMembers();
            run.loseRelays();
            run.loseOwner();
            run.deleteRole();
            run.deleteGuild();
            run.printMemory();
        }
        System.out.printf(
                Locale.ROOT,
                "heap_per_member=%.0f reads_ratio=%.2f login_growth=%.2f login_p99_ms=%.2f%s%n",
                heap,
                ratio,
                logins.growth(),
                logins.p99(),
                verdict(heap, ratio, logins));
        System.exit(0);
    }

    private static String verdict(double heap, double ratio, LoginBench.Result logins) {
        String missed = (heap <= MOST_HEAP ? "" : " heap_per_member")
                + (ratio >= LEAST_RATIO ? "" : " reads_ratio")
                + (logins.growth() <= MOST_GROWTH ? "" : " login_growth")
                + (logins.p99() <= MOST_MILLIS ? "" : " login_p99_ms");
        return missed.isEmpty()
                ? " targets=met"
                : " targets=missed:" + missed.strip().replace(' ', ',');
    }
}
