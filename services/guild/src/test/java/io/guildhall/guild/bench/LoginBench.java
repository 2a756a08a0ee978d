package io.guildhall.guild.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a login costs in processor time where a thousand are online and where thirty thousand are, by turns in one process; and what
 * logins add to the time that a message takes.
 */
final class LoginBench {
    private static final int MEMBERS = 50_000;
    private static final int FEW = 1_000;
    private static final int MANY = 30_000;
    private static final int LOGINS = 500;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    /** Of each round that looks at latency, and as many logins beside them. */
    private static final int MESSAGES = 1_000;

    /** Nanoseconds between two messages, and between two logins. */
    private static final long PAUSE = 2_000_000;

    private static final int LATENCY_ROUNDS = 7;

    private LoginBench() {}

    /** @param growth how many times as much a login costs with many online @param p99 milliseconds that logins add to it */
    record Result(double growth, double p99) {}

    static Result run() {
        try (BenchNode node = new BenchNode()) {
            BigGuild small = new BigGuild(node, 1_000_000_000_001L << 20, MEMBERS).create();
            BigGuild large = new BigGuild(node, 1_000_000_000_002L << 20, MEMBERS).create();
            new Logins(node, small).run(0, FEW);
            new Logins(node, large).run(0, MANY);
            double growth = growth(node, small, large);
            return new Result(growth, latency(node, large));
        }
    }

    /** Sums of all rounds: a process' time is told in steps of some milliseconds. */
    private static double growth(BenchNode node, BigGuild small, BigGuild large) {
        double few = 0;
        double many = 0;
        long wall = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double one = micros(node, small, FEW);
            long start = System.nanoTime();
            double other = micros(node, large, MANY);
            if (round >= 0) {
                wall += System.nanoTime() - start;
                few += one / ROUNDS;
                many += other / ROUNDS;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "logins: %.0f µs of processor time each with %d online, %.0f µs with %d; %.0f logins and logouts a second%n",
                few,
                FEW,
                many,
                MANY,
                ROUNDS * LOGINS * 1e9 / wall);
        System.out.printf(
                Locale.ROOT,
                "a bot's login pulls %d bytes with %d online, %d with %d%n",
                new Logins(node, small).one(FEW, true),
                FEW,
                new Logins(node, large).one(MANY, true),
                MANY);
        return many / few;
    }

    /** Of one login; the sessions leave again, which is not counted. */
    private static double micros(BenchNode node, BigGuild guild, int online) {
        Logins logins = new Logins(node, guild);
        long before = Heap.processorTime();
        logins.run(online, online + LOGINS);
        double micros = (Heap.processorTime() - before) / 1e3 / LOGINS;
        logins.end(online, online + LOGINS);
        return micros;
    }

    /** Rounds without logins and rounds beside them take turns, since other work of the machine comes and goes. */
    private static double latency(BenchNode node, BigGuild guild) {
        long channel = guild.channel();
        Logins logins = new Logins(node, guild);
        p99(node, guild, channel);
        double[] alone = new double[LATENCY_ROUNDS];
        double[] together = new double[LATENCY_ROUNDS];
        for (int round = 0; round < LATENCY_ROUNDS; round++) {
            alone[round] = p99(node, guild, channel);
            Thread beside = Thread.ofPlatform().start(() -> logins.run(MANY, MANY + MESSAGES, PAUSE));
            together[round] = p99(node, guild, channel);
            try {
                beside.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            logins.end(MANY, MANY + MESSAGES);
        }
        System.out.printf(
                Locale.ROOT,
                "a message's p99: %.2f ms alone, %.2f ms beside %.0f logins a second%n",
                middle(alone),
                middle(together),
                1e9 / PAUSE);
        return Math.max(0, middle(together) - middle(alone));
    }

    private static double p99(BenchNode node, BigGuild guild, long channel) {
        return Latencies.p99(
                Latencies.paced(node, MESSAGES, PAUSE, index -> guild.message(channel, "message " + index)));
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
