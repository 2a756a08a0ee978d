package io.guildhall.orchestration.instance;

import io.guildhall.orchestration.process.Patience;
import io.guildhall.orchestration.process.Ports;
import io.guildhall.orchestration.process.Running;
import io.guildhall.orchestration.process.Server;
import io.guildhall.orchestration.workplace.Applications;
import io.guildhall.orchestration.workplace.Trees;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts one process with everything, on an empty data directory and a free port. */
public final class Scratch {
    private final Workplace workplace;
    private final Ports ports;
    private final Patience patience;
    private final Running running;

    public Scratch(Workplace workplace, Ports ports, Patience patience, Running running) {
        this.workplace = workplace;
        this.ports = ports;
        this.patience = patience;
        this.running = running;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param directory emptied before; it gets the data and the log
     * @param flags of its JVM, after those of every server
     */
    public Server start(Path directory, int firstPort, List<String> flags) {
        return start(directory, firstPort, new Applications(workplace).jar("standalone"), flags);
    }

    /** The same, from a jar that may have been built elsewhere. */
    public Server start(Path directory, int firstPort, Path jar, List<String> flags) {
        int port = ports.freeFrom(firstPort);
        try {
            Trees.delete(directory);
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Server.start(command(directory, port, jar, flags), port, log(directory), ports, patience, running);
    }

    /** Where the outputs of the process go that was started in a directory. */
    public static Path log(Path directory) {
        return directory.resolve("standalone.log");
    }

    /** Where the process puts its mail that was started in a directory. */
    public static Path mail(Path directory) {
        return data(directory).resolve("mail");
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    List<String> command(Path directory, int port, Path jar, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(workplace.javaHome().resolve("bin").resolve("java").toString());
        command.addAll(new Applications(workplace).javaFlags());
        command.add("-Dguildhall.data.dir=" + data(directory));
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
