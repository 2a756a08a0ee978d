package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Redis that keeps nothing. */
record RedisNode(Path directory, int port) implements Backend {
    private static final int PORT = 6379;

    static RedisNode read(String command, List<String> arguments) {
        Options options = Options.read(command, arguments, Set.of("--name", "--dir", "--port"), Set.of());
        return new RedisNode(
                Named.read(command, options).directory(), options.port("--port").orElse(PORT));
    }

    @Override
    public String kind() {
        return "Redis";
    }

    @Override
    public String address() {
        return Named.LOOPBACK;
    }

    @Override
    public void writeFiles() {
        Named.write(directory, Map.of(), List.of());
    }

    @Override
    public List<String> command(Preparation preparation, Workplace workplace) {
        return List.of(
                preparation.redis().toString(),
                "--bind",
                address(),
                "--port",
                Integer.toString(port),
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no");
    }

    @Override
    public boolean answers() {
        return Probe.redis(address(), port);
    }
}
