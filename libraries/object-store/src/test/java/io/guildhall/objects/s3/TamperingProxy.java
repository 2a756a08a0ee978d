package io.guildhall.objects.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server and changes what goes there, where it finds it in one piece. */
final class TamperingProxy implements AutoCloseable {
    private final String server;
    private final String found;
    private final String replacement;
    private final ServerSocket listening;

    TamperingProxy(String server, String found, String replacement) throws IOException {
        this.server = server;
        this.found = found;
        this.replacement = replacement;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket behind = new Socket("127.0.0.1", Integer.parseInt(server.split(":", 2)[1]));
                Thread.ofVirtual().start(() -> pass(client, behind, true));
                Thread.ofVirtual().start(() -> pass(behind, client, false));
            }
        } catch (IOException closed) {
            // It is over.
        }
    }

    private void pass(Socket from, Socket to, boolean changed) {
        byte[] bytes = new byte[64 * 1024];
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                String text = new String(bytes, 0, count, ISO_8859_1);
                output.write((changed ? text.replace(found, replacement) : text).getBytes(ISO_8859_1));
            }
        } catch (IOException closed) {
            // One side is gone, and so is the other.
        }
    }
}
