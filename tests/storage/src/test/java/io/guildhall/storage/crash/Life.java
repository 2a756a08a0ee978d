package io.guildhall.storage.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One life of a {@link CrashingWriter} or its like: started, listened to, and killed. */
final class Life {
    /** What a writer prints first. */
    static final String OPEN = "open";

    private final Process process;
    private final BufferedReader lines;
    private final List<Long> acknowledged = new ArrayList<>();

    private Life(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.US_ASCII);
    }

    static Life begin(Path directory, long firstNumber) throws IOException {
        return begin(CrashingWriter.class, directory, firstNumber);
    }

    static Life begin(Class<?> writer, Path directory, long firstNumber) throws IOException {
        return new Life(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        writer.getName(),
                        directory.toString(),
                        Long.toString(firstNumber))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /**
     * Waits for so many acknowledgements, then kills the process after a moment, and collects what it had acknowledged
     * until its last breath.
     */
    List<Long> killAfter(int acknowledgements, long thenMicros) throws IOException, InterruptedException {
        try {
            awaitAcknowledgements(acknowledgements);
            long until = System.nanoTime() + thenMicros * 1_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        } finally {
            // SIGKILL: the process has no chance to tidy up.
            process.toHandle().destroyForcibly();
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            readNumber(line);
        }
        process.waitFor();
        return acknowledged;
    }

    /** Waits until so many more are acknowledged; all that are so far. */
    List<Long> awaitAcknowledgements(int more) throws IOException {
        int wanted = acknowledged.size() + more;
        while (acknowledged.size() < wanted) {
            readNumber(readLine());
        }
        return List.copyOf(acknowledged);
    }

    private String readLine() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the writer ended by itself, see its error output");
        }
        return line;
    }

    private void readNumber(String line) {
        if (!line.equals(OPEN)) {
            acknowledged.add(Long.parseLong(line));
        }
    }
}
