package io.guildhall.tests.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
 * <p>Arguments: the service's management port, the seconds of idleness, the files for its process id and its log, the command.
 * The command inherits the environment.
 */
public final class ReadyTime {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int WARM_UP = 1_000;
    private static final int WARM_UP_PROCESSES = 20;
    private static final byte[] REQUEST = "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private ReadyTime() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        List<String> command = Arrays.asList(arguments).subList(4, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(arguments[3])));
        warmUp();
        Process process = builder.start();
        // The command runs from about now: the JVM waited for that, and took some milliseconds to make a process of its
        // own first.
        long begin = System.nanoTime();
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

    /**
     * What the measurement itself needs is loaded and compiled before the clock starts: a cold JVM takes longer to ask than a
     * native service to start.
     */
    private static void warmUp() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofPlatform().daemon().start(() -> answer(other));
            for (int turn = 0; turn < WARM_UP; turn++) {
                isReady(other.getLocalPort());
            }
            other.close();
            server.join();
        }
        for (int turn = 0; turn < WARM_UP_PROCESSES; turn++) {
            new ProcessBuilder("true").start().waitFor();
        }
        // For the compiler to have done what it was asked for.
        TimeUnit.SECONDS.sleep(1);
    }

    /** Says yes to everybody until the socket is closed. */
    private static void answer(ServerSocket server) {
        while (true) {
            try (Socket caller = server.accept()) {
                caller.getInputStream().readNBytes(REQUEST.length);
                caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
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
