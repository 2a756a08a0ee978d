package io.guildhall.orchestration.stack;

import java.util.Locale;

/** How the services of a stack run. */
public enum Mode {
    JVM,
    NATIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
