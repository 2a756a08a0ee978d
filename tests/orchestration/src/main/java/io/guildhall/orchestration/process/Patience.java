package io.guildhall.orchestration.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again, so many times, with a pause in between. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final int turns;
    private final Pause pause;

    public Patience(int turns, Pause pause) {
        this.turns = turns;
        this.pause = pause;
    }

    /** In quarters of a second. */
    public static Patience ofQuarters(int turns) {
        return new Patience(turns, () -> Thread.sleep(PAUSE));
    }

    /** Whether it came to be. */
    public boolean until(BooleanSupplier wanted) {
        return until(wanted, () -> true);
    }

    /**
     * Whether it came to be.
     *
     * @param possible asked after each vain question; there is nothing to wait for when it is false
     */
    public boolean until(BooleanSupplier wanted, BooleanSupplier possible) {
        for (int turn = 0; turn < turns; turn++) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            if (!possible.getAsBoolean()) {
                return false;
            }
            rest();
        }
        return false;
    }

    private void rest() {
        try {
            pause.rest();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited", interrupted);
        }
    }

    /** What is done between two questions. */
    @FunctionalInterface
    public interface Pause {
        void rest() throws InterruptedException;
    }
}
