package io.guildhall.gateway.fakes;

import io.guildhall.gateway.session.Measures;

/** Counts nothing. */
public final class QuietMeasures implements Measures {
    @Override
    public void wrote(int events, long bytes) {
        // Nobody asks.
    }

    @Override
    public void repeated() {
        // Nobody asks.
    }

    @Override
    public void slowReader() {
        // Nobody asks.
    }
}
