package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Machine;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

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
        return Time.machine() == null
                ? random.nextDouble()
                : Time.machine().random().nextDouble();
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static int nextInt(ThreadLocalRandom random, int bound) {
        return Time.machine() == null
                ? random.nextInt(bound)
                : Time.machine().random().nextInt(bound);
    }

    @InsteadOf(ThreadLocalRandom.class)
    public static long nextLong(ThreadLocalRandom random) {
        return Time.machine() == null
                ? random.nextLong()
                : Time.machine().random().nextLong();
    }
}
