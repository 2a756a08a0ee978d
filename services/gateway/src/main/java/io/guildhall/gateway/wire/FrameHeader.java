package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/** The header of a WebSocket frame from a server: one final frame per message, never masked (RFC 6455, 5.2). */
public final class FrameHeader {
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;
    private static final int SHORT_LIMIT = 126;
    private static final int MEDIUM_LIMIT = 65_536;

    private FrameHeader() {}

    /** Bytes of the header before a payload of this many bytes. */
    public static int size(int payload) {
        if (payload < SHORT_LIMIT) {
            return 2;
        }
        return payload < MEDIUM_LIMIT ? 4 : 10;
    }

    public static void text(ByteBuf out, int payload) {
        write(out, FINAL_TEXT, payload);
    }

    public static void binary(ByteBuf out, int payload) {
        write(out, FINAL_BINARY, payload);
    }

    private static void write(ByteBuf out, int first, int payload) {
        out.writeByte(first);
        if (payload < SHORT_LIMIT) {
            out.writeByte(payload);
        } else if (payload < MEDIUM_LIMIT) {
            out.writeByte(SHORT_LIMIT);
            out.writeShort(payload);
        } else {
            out.writeByte(SHORT_LIMIT + 1);
            out.writeLong(payload);
        }
    }
}
