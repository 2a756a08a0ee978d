package io.guildhall.testing;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads or in other processes. */
public final class Eventually {
    private static final int ATTEMPTS = 15_000;
    private static final int PAUSE_MILLIS = 2;

    private Eventually() {}

    /**
     * Comes back once the condition holds.
     *
     * @throws AssertionError when it does not within about half a minute, or when this thread is interrupted
     */
    public static void until(BooleanSupplier condition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
        throw new AssertionError("it did not happen");
    }
}
