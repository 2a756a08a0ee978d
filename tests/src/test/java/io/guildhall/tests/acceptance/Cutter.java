package io.guildhall.tests.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and the gateway, and cuts the connections that go through it when told to. */
final class Cutter implements AutoCloseable {
    private final ServerSocket server;
    private final URI target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Cutter(String gateway) throws IOException {
        target = URI.create(gateway);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The gateway's address by way of this cutter. */
    String address() {
        return "ws://127.0.0.1:" + server.getLocalPort() + target.getPath();
    }

    /** Every connection breaks without a close frame. */
    void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket gateway = new Socket(target.getHost(), target.getPort());
                open.add(client);
                open.add(gateway);
                Thread.ofVirtual().start(() -> pump(client, gateway));
                Thread.ofVirtual().start(() -> pump(gateway, client));
            } catch (IOException over) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed now, which is all that a cut means.
        }
    }
}
