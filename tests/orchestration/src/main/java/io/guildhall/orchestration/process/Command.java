package io.guildhall.orchestration.process;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that is run to its end and says something with its exit status. Ctrl-C reaches it too.
 *
 * @param settings what is added to its environment
 */
public record Command(List<String> words, Map<String, String> settings) {
    public Command {
        words = List.copyOf(words);
        settings = Map.copyOf(settings);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** Everything it prints is seen as it comes. */
    public int run() {
        return end(builder().inheritIO());
    }

    /** The same, in another directory. */
    public int runIn(Path directory) {
        return end(builder().directory(directory.toFile()).inheritIO());
    }

    /** What it prints is seen as complaints are. */
    public int runQuietly() {
        List<String> turned = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" >&2", "sh"));
        turned.addAll(words);
        return new Command(turned, settings).run();
    }

    /** What it prints, and its complaints, are kept in files. */
    public int runInto(Path output, Path complaints) {
        return end(builder().redirectOutput(output.toFile()).redirectError(complaints.toFile()));
    }

    /** Whether this machine has a command of this name. */
    public static boolean isThere(String name) {
        return of("sh", "-c", "command -v \"$1\"", "sh", name).succeeds();
    }

    /** Nothing of what it prints is seen. */
    public boolean succeeds() {
        return end(builder().redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)) == 0;
    }

    /** What it prints is added to a file. */
    public boolean succeedsInto(Path log, Path directory) {
        return end(builder()
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())))
                == 0;
    }

    /**
     * What it prints; its complaints are seen as they come.
     *
     * @throws Refusal when it fails, for the reason that it has told
     */
    public String output() {
        Running.refuseWhenEverythingEnds();
        try {
            Process process =
                    builder().redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (await(process) != 0) {
                throw Refusal.told();
            }
            return printed.strip();
        } catch (IOException failure) {
            throw new Refusal(words.getFirst() + " could not be started: " + failure.getMessage());
        }
    }

    /** Settings, and one more. */
    public static Map<String, String> adding(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(settings);
        return builder;
    }

    private int end(ProcessBuilder builder) {
        Running.refuseWhenEverythingEnds();
        try {
            return await(builder.start());
        } catch (IOException failure) {
            throw new Refusal(words.getFirst() + " could not be started: " + failure.getMessage());
        }
    }

    private static int await(Process process) {
        // Ctrl-C reaches it by itself, SIGTERM does not.
        try (Running running = Running.untilTheEnd()) {
            running.add(process::destroy);
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command ran", interrupted);
        }
    }
}
