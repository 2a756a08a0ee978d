package io.guildhall.tests.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link BareServer} or a {@link BareRoad} in a process of its own, so that its processor time can be told apart. */
final class BareProcess implements AutoCloseable {
    private final Process process;
    private final PrintStream commands;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.port = port;
    }

    static BareProcess server(int frameBytes) throws IOException {
        return start(BareServer.class.getName(), Integer.toString(frameBytes));
    }

    static BareProcess road() throws IOException {
        return start(BareRoad.class.getName());
    }

    private static BareProcess start(String... main) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(main));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.US_ASCII);
        return new BareProcess(process, Integer.parseInt(output.readLine()));
    }

    int port() {
        return port;
    }

    ProcessorTime processorTime() {
        return new ProcessorTime(process.pid());
    }

    void send(int events) {
        commands.println(events);
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
