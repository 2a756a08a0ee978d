package io.guildhall.observability.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code healthcheck [live|ready]}: asks this machine's service over HTTP. Uses as little as possible, since nothing of
 * the application is started for it: the port is {@code quarkus.management.port} as a system property or as an environment
 * variable, and a listener on every address is asked at the loopback one.
 */
public final class HealthCheck {
    private static final String ARGUMENT = "healthcheck";
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int HEALTHY = 0;
    private static final int UNHEALTHY = 1;

    private HealthCheck() {}

    /** True when the process was started to ask and not to serve. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(ARGUMENT);
    }

    /** Asks, says on standard error what is wrong, and returns the status to end with. */
    public static int run(String... arguments) {
        String host = setting("quarkus.management.host", "127.0.0.1");
        String answer = ask(
                host.equals("0.0.0.0") ? "127.0.0.1" : host,
                Integer.parseInt(setting("quarkus.management.port", "8090")),
                arguments.length > 1 ? arguments[1] : "ready");
        if (answer.contains(" 200 ")) {
            return HEALTHY;
        }
        System.err.println(answer);
        return UNHEALTHY;
    }

    /** The first line of the answer, or why there is none. */
    private static String ask(String host, int port, String probe) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request = "GET /q/health/" + probe + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status == null ? "no answer" : status;
        } catch (IOException unreachable) {
            return unreachable.toString();
        }
    }

    private static String setting(String name, String otherwise) {
        String variable = System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT));
        return System.getProperty(name, variable == null ? otherwise : variable);
    }
}
