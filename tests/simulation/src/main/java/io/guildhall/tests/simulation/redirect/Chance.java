package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Machine;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Whatever the JDK draws lots for. */
public final class Chance {
    private Chance() {}

    @InsteadOf(UUID.class)
    public static UUID randomUUID() {
        Machine machine = Time.machine();
        return machine == null
                ? UUID.randomUUID()
                : new UUID(machine.random().nextLong(), machine.random().nextLong());
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static double nextDouble(ThreadLocalRandom random) {
        return of(random).nextDouble();
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static boolean nextBoolean(ThreadLocalRandom random) {
        return of(random).nextBoolean();
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static int nextInt(ThreadLocalRandom random) {
        return of(random).nextInt();
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static int nextInt(ThreadLocalRandom random, int bound) {
        return of(random).nextInt(bound);
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static int nextInt(ThreadLocalRandom random, int least, int bound) {
        return of(random).nextInt(least, bound);
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static long nextLong(ThreadLocalRandom random) {
        return of(random).nextLong();
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static long nextLong(ThreadLocalRandom random, long bound) {
        return of(random).nextLong(bound);
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static long nextLong(ThreadLocalRandom random, long least, long bound) {
        return of(random).nextLong(least, bound);
    }

    private static RandomGenerator of(ThreadLocalRandom random) {
        Machine machine = Time.machine();
        return machine == null ? random : machine.random();
    }
}
