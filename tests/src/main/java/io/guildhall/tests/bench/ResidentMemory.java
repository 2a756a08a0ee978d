package io.guildhall.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that another process holds, as the kernel counts it. */
record ResidentMemory(long process) {
    private static final String LINE = "VmRSS:";

    long kibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException("process " + process + " cannot be measured", failure);
        }
    }
}
