package io.guildhall.discovery;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads or in other processes. */
public final class Eventually {
    private static final int ATTEMPTS = 6_000;

    private Eventually() {}

    public static void eventually(BooleanSupplier condition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("it did not happen");
    }
}
