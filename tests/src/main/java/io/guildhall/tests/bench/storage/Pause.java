package io.guildhall.tests.bench.storage;

import java.io.IOException;

/** Holds another process still until it is closed, so that it answers nothing and keeps its connections. */
record Pause(long pid) implements AutoCloseable {
    static Pause of(long pid) throws IOException, InterruptedException {
        signal(pid, "-STOP");
        return new Pause(pid);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal(pid, "-CONT");
    }

    private static void signal(long pid, String signal) throws IOException, InterruptedException {
        int answer =
                new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        if (answer != 0) {
            throw new IllegalStateException("kill " + signal + " of process " + pid + " answered " + answer);
        }
    }
}
