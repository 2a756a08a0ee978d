package io.guildhall.gateway.measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many WebSocket clients that read and forget, on one thread, so that they cost the process next to nothing. */
final class DrainedClients implements AutoCloseable {
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final Selector selector;

    DrainedClients() throws IOException {
        selector = Selector.open();
    }

    /** Connects one more client and sends this text after the handshake, unless it is empty. */
    void connect(URI uri, String text) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        write(
                channel,
                "GET " + uri.getRawPath() + "?v=10 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        ByteBuffer answer = ByteBuffer.allocate(1_024);
        while (!new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains("\r\n\r\n")) {
            channel.read(answer);
        }
        if (!text.isEmpty()) {
            byte[] payload = text.getBytes(StandardCharsets.UTF_8);
            ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
            frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) payload.length);
            frame.putInt(0).put(payload).flip();
            channel.write(frame);
        }
        channel.configureBlocking(false);
        channels.add(channel);
    }

    private static void write(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    void startReading() throws IOException {
        for (SocketChannel channel : channels) {
            channel.register(selector, SelectionKey.OP_READ);
        }
        Thread.ofPlatform().daemon().start(this::readAll);
    }

    private void readAll() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        buffer.clear();
                        int count = ((SocketChannel) key.channel()).read(buffer);
                        if (count < 0) {
                            key.cancel();
                        } else {
                            received.addAndGet(count);
                        }
                    } catch (IOException ended) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException ended) {
            // The measurement is over.
        }
    }

    long received() {
        return received.get();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
