package io.guildhall.orchestration.process;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that serves on a port while this command runs, and ends with it. */
public final class Server implements AutoCloseable {
    private final Process process;
    private final int port;
    private final Running.Handle handle;

    private Server(Process process, int port, Running running) {
        this.process = process;
        this.port = port;
        this.handle = running.add(() -> {
            process.destroy();
            process.onExit().join();
        });
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param log where both its outputs go
     * @throws Refusal when it ends before, or takes too long
     */
    public static Server start(
            List<String> command, int port, Path log, Ports ports, Patience patience, Running running) {
        Running.refuseWhenEverythingEnds();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Server server = new Server(process, port, running);
            if (!patience.until(() -> ports.isListenedOn(port), process::isAlive)) {
                server.close();
                throw new Refusal("nothing listens on port " + port);
            }
            return server;
        } catch (IOException failure) {
            throw new Refusal(command.getFirst() + " could not be started: " + failure.getMessage());
        }
    }

    public int port() {
        return port;
    }

    public long id() {
        return process.pid();
    }

    /** SIGTERM, and until it has ended. */
    @Override
    public void close() {
        handle.close();
    }
}
