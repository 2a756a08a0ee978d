package io.guildhall.gateway.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A WebSocket client on a bare socket, so that a test can also send what a library would not, stop reading, or vanish. A
 * thread reads frames into a queue unless the client was opened without one.
 */
public final class TestSocket implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final long PATIENCE_SECONDS = 20;

    /** A frame from the server; the code is that of a close frame, or 0. */
    public record Frame(int opcode, byte[] payload) {
        public boolean isClose() {
            return opcode == CLOSE;
        }

        public boolean isBinary() {
            return opcode == BINARY;
        }

        public int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** What the queue holds after the connection ended without a close frame. */
    private static final Frame END = new Frame(-1, new byte[0]);

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean();

    private TestSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    public static TestSocket connect(URI uri) throws IOException {
        TestSocket client = connectWithoutReading(uri, 0);
        client.startReading();
        return client;
    }

    /** Connects and leaves everything after the handshake unread. */
    public static TestSocket connectWithoutReading(URI uri, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
        TestSocket client = new TestSocket(socket);
        client.handshake(uri);
        return client;
    }

    /** Sends this as the whole request, however wrong, and returns the first line of the answer; the socket stays open. */
    public static String answerTo(Socket socket, String request) throws IOException {
        TestSocket client = new TestSocket(socket);
        client.out.write(request.getBytes(StandardCharsets.US_ASCII));
        client.out.flush();
        return client.line();
    }

    /** A handshake in text, to be made wrong. */
    public static String handshake(URI uri, int version, String moreHeaders) {
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return "GET " + target + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: " + version
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + moreHeaders + "\r\n";
    }

    private void handshake(URI uri) throws IOException {
        out.write(handshake(uri, 13, "").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String status = line();
        if (!status.contains(" 101 ")) {
            socket.close();
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // The headers of the answer say nothing new.
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    public void startReading() {
        if (reading.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::readAll);
        }
    }

    private void readAll() {
        try {
            while (true) {
                frames.add(read());
            }
        } catch (IOException ended) {
            frames.add(END);
        }
    }

    private Frame read() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(first & 0x0F, payload);
    }

    public void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBinary(byte[] payload) throws IOException {
        send(BINARY, payload);
    }

    /** Sends a close frame and leaves the socket open for the answer. */
    public void sendClose(int code) throws IOException {
        send(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    public void send(int opcode, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        // A mask of zeros leaves the payload as it is.
        frame.putInt(0).put(payload);
        sendRaw(frame.array(), frame.position());
    }

    /** A frame that is not the last of its message. */
    public void sendPiece(int opcode, int size) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(size + 8);
        frame.put((byte) opcode).put((byte) (0x80 | 126)).putShort((short) size).putInt(0);
        sendRaw(frame.array(), frame.capacity());
    }

    public synchronized void sendRaw(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        out.flush();
    }

    /** The next frame; an IllegalStateException when the connection ended or nothing comes. */
    public Frame next() throws InterruptedException {
        Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new IllegalStateException("no frame came");
        }
        if (frame == END) {
            frames.add(END);
            throw new IllegalStateException("the connection ended");
        }
        return frame;
    }

    /** True when no frame comes within this time. */
    public boolean silentFor(long millis) throws InterruptedException {
        Frame frame = frames.poll(millis, TimeUnit.MILLISECONDS);
        if (frame != null) {
            frames.add(frame);
        }
        return frame == null;
    }

    /** Waits until the server has ended the connection; the code of its close frame, or 1006 without one. */
    public int closeCode() throws InterruptedException {
        while (true) {
            Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new IllegalStateException("the connection stays open");
            }
            if (frame == END) {
                return 1006;
            }
            if (frame.isClose()) {
                return frame.closeCode();
            }
        }
    }

    /** Vanishes without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
