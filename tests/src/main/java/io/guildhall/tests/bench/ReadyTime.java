package io.guildhall.tests.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts a service, prints how many milliseconds it took from then until its readiness answered 200, and how many MiB it
 * holds in memory when it has been idle for a while. The service goes on.
 *
 * <p>Arguments: the service's HTTP port, the seconds of idleness, the files for its process id and its log, the command.
 * The command inherits the environment.
 */
public final class ReadyTime {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final byte[] REQUEST = "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private ReadyTime() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        List<String> command = Arrays.asList(arguments).subList(4, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(arguments[3])));
        // What the measurement itself needs is loaded before the clock starts.
        isReady(port);
        long begin = System.nanoTime();
        Process process = builder.start();
        Files.writeString(Path.of(arguments[2]), Long.toString(process.pid()));
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("it did not become ready; see " + arguments[3]);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        double ready = (System.nanoTime() - begin) / 1e6;
        TimeUnit.SECONDS.sleep(Long.parseLong(arguments[1]));
        System.out.printf(Locale.ROOT, "%.0f %.1f%n", ready, residentMebibytes(process.pid()));
        System.exit(0);
    }

    private static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(REQUEST);
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status != null && status.contains(" 200 ");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double residentMebibytes(long process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("the process is gone");
    }
}
