package io.guildhall.tests.bench;

import io.netty.buffer.ByteBuf;

/** Finds WebSocket frames of a server in a stream without keeping them: ten bytes and two numbers for each connection. */
final class FrameScanner {
    private static final int CLOSE = 8;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;

    private final byte[] header = new byte[10];
    private int headerBytes;
    private long remaining;
    private boolean inPayload;

    /** Takes what can be read and returns how many frames ended in it. */
    int scan(ByteBuf bytes) {
        int frames = 0;
        while (bytes.isReadable() || (inPayload && remaining == 0)) {
            if (inPayload) {
                int skipped = (int) Math.min(remaining, bytes.readableBytes());
                bytes.skipBytes(skipped);
                remaining -= skipped;
                if (remaining > 0) {
                    return frames;
                }
                inPayload = false;
                frames++;
            } else {
                readHeader(bytes);
            }
        }
        return frames;
    }

    private void readHeader(ByteBuf bytes) {
        header[headerBytes++] = bytes.readByte();
        if (headerBytes < 2 || headerBytes < headerLength()) {
            return;
        }
        if ((header[0] & 0x0F) == CLOSE) {
            throw new IllegalStateException("the server closed a session");
        }
        remaining = payloadLength();
        inPayload = true;
        headerBytes = 0;
    }

    private int headerLength() {
        return switch (header[1] & 0x7F) {
            case SHORT_LENGTH -> 4;
            case LONG_LENGTH -> 10;
            default -> 2;
        };
    }

    private long payloadLength() {
        int length = headerLength();
        if (length == 2) {
            return header[1] & 0x7F;
        }
        long size = 0;
        for (int index = 2; index < length; index++) {
            size = size << Byte.SIZE | (header[index] & 0xFF);
        }
        return size;
    }
}
