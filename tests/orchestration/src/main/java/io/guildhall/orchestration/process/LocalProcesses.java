package io.guildhall.orchestration.process;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real ones. */
public final class LocalProcesses implements Processes {
    private static final Path PROC = Path.of("/proc");

    /** The number of the start's time in /proc/PID/stat, counted from the state, which follows the name. */
    private static final int START = 19;

    /** Ignored signals stay so in what the shell becomes. */
    private static final List<String> UNDISTURBED = List.of("sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "sh");

    @Override
    public long start(Launch launch) {
        Running.refuseWhenEverythingEnds();
        List<String> command = new ArrayList<>(UNDISTURBED);
        command.addAll(launch.command());
        File log = launch.log().toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(
                        launch.append() ? ProcessBuilder.Redirect.appendTo(log) : ProcessBuilder.Redirect.to(log));
        builder.environment().putAll(launch.settings());
        try {
            return builder.start().pid();
        } catch (IOException failure) {
            throw new Refusal(launch.command().getFirst() + " could not be started: " + failure.getMessage());
        }
    }

    @Override
    public boolean isAlive(long id) {
        return ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false);
    }

    /** In ticks since the machine's start, which no change of its clock moves. */
    @Override
    public Optional<String> birth(long id) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(id)).resolve("stat"));
            // The name may hold spaces and brackets of its own.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(fields[START]);
        } catch (NoSuchFileException elsewhere) {
            return Optional.empty();
        } catch (IOException gone) {
            if (Files.isDirectory(PROC.resolve(Long.toString(id)))) {
                throw new UncheckedIOException(gone);
            }
            return Optional.empty();
        }
    }

    @Override
    public void letRun(long id) {
        try {
            // Also while everything ends: a process that stands still hears nothing.
            new ProcessBuilder("kill", "-CONT", Long.toString(id))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void terminate(long id) {
        ProcessHandle.of(id).ifPresent(ProcessHandle::destroy);
    }

    @Override
    public void kill(long id) {
        ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly);
    }
}
