package io.guildhall.outgoing;

import io.guildhall.testing.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A fetcher, names of its own, and servers on loopback that say what a test wants, whether it is HTTP or not. */
final class Outside implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<ServerSocket> servers = new ArrayList<>();
    private final Map<String, List<InetAddress>> names = new HashMap<>();
    final Queue<String> heads = new ConcurrentLinkedQueue<>();
    final Fetcher fetcher;

    /** What a server does with one connection, after it has read the head of a request. */
    interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    Outside(Map<String, String> settings) {
        this(settings, new HttpClientOptions());
    }

    Outside(Map<String, String> settings, HttpClientOptions options) {
        OutgoingConfig config = Settings.of(OutgoingConfig.class).with(settings);
        fetcher = new Fetcher(vertx, config, this::resolve, options);
    }

    static Outside withLoopback() {
        return new Outside(Map.of("guildhall.outgoing.internal-networks", "127.0.0.1"));
    }

    void name(String host, String... addresses) throws UnknownHostException {
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses) {
            found.add(InetAddress.getByName(address));
        }
        names.put(host, found);
    }

    /** The port of a new server. */
    int serve(Behaviour behaviour) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual().start(() -> accept(server, behaviour));
        return server.getLocalPort();
    }

    int serve(String answer) throws IOException {
        return serve(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    OutgoingAnswer get(String url) throws OutgoingException {
        return get(url, new Bounds(Duration.ofSeconds(5), 1000, false, 3));
    }

    OutgoingAnswer get(String url, Bounds bounds) throws OutgoingException {
        return fetcher.fetch(OutgoingRequest.get(URI.create(url), Map.of("Accept", "text/html"), bounds));
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
        vertx.close();
        for (ServerSocket server : servers) {
            server.close();
        }
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> found = names.get(host);
        return found == null ? List.of(InetAddress.getAllByName(host)) : found;
    }

    private void accept(ServerSocket server, Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket, behaviour));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket, Behaviour behaviour) {
        try (socket) {
            heads.add(head(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            // The caller has heard enough.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
