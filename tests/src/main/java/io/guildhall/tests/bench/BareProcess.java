package io.guildhall.tests.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link BareServer} in a process of its own, so that its processor time can be told apart. */
final class BareProcess implements AutoCloseable {
    private final Process process;
    private final PrintStream commands;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.port = port;
    }

    static BareProcess start(int frameBytes) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(frameBytes))
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
