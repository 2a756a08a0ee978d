package io.guildhall.guild;

import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Eventually {
    private static final int ATTEMPTS = 5_000;

    private Eventually() {}

    public static void until(BooleanSupplier condition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        throw new AssertionError("it did not happen");
    }
}
