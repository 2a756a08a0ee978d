package io.guildhall.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time that another process has used, as the kernel counts it: in steps of 10 ms, its own work for it included. */
record ProcessorTime(long process) {
    private static final double TICKS_PER_SECOND = 100;
    static final int USER = 11;
    static final int SYSTEM = 12;

    double seconds() {
        return seconds(USER) + seconds(SYSTEM);
    }

    /** The part that the kernel needed for it. */
    double systemSeconds() {
        return seconds(SYSTEM);
    }

    private double seconds(int kind) {
        try {
            return seconds(Files.readString(Path.of("/proc", Long.toString(process), "stat")), kind);
        } catch (IOException failure) {
            throw new UncheckedIOException("process " + process + " cannot be measured", failure);
        }
    }

    /** @param line what the kernel says of a process or a thread */
    static double seconds(String line, int kind) {
        // The second field is the command in parentheses and may hold spaces; count from behind it.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[kind]) / TICKS_PER_SECOND;
    }
}
