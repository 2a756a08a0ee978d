package io.guildhall.gateway.wire;

import java.nio.charset.StandardCharsets;

/**
 * One event as every session of this node shares it: the payload once, and each compressed form at most once, made by the
 * first session that needs it. Immutable to its users, and plain heap memory: the collector frees it when the last replay
 * buffer lets go.
 */
public final class Dispatch {
    private static final byte[] AFTER_SEQUENCE = ",\"op\":0,\"d\":".getBytes(StandardCharsets.US_ASCII);
    /** What one reference to a dispatch costs beside the payload: the object and its name. */
    private static final int OVERHEAD = 96;

    private final String name;
    private final byte[] beforeSequence;
    private final byte[] payload;
    private volatile byte[] deflated;
    private volatile byte[] zstandard;

    public Dispatch(String name, byte[] payload) {
        this.name = name;
        this.payload = payload;
        this.beforeSequence = EventNames.beforeSequence(name);
    }

    public String name() {
        return name;
    }

    /** The event's {@code d} as UTF-8 JSON. The caller does not change it. */
    public byte[] payload() {
        return payload;
    }

    /** What it counts for in the bounds of replay buffers and slow readers. */
    public int weight() {
        return payload.length + OVERHEAD;
    }

    /** {@code {"t":"NAME","s":}, to be followed by the session's sequence number. */
    byte[] beforeSequence() {
        return beforeSequence;
    }

    /** {@code ,"op":0,"d":}, to be followed by the payload and a closing brace. */
    static byte[] afterSequence() {
        return AFTER_SEQUENCE;
    }

    /** Size of the JSON text that carries this event with the given sequence number. */
    int textSize(long sequence) {
        return headSize(sequence) + payload.length + 1;
    }

    /** Size of what precedes the payload. */
    int headSize(long sequence) {
        return beforeSequence.length + Decimal.digits(sequence) + AFTER_SEQUENCE.length;
    }

    /** Payload and closing brace as raw deflate that refers to nothing before itself and ends with a sync flush. */
    byte[] deflated() {
        byte[] chunk = deflated;
        if (chunk == null) {
            synchronized (this) {
                chunk = deflated;
                if (chunk == null) {
                    chunk = DeflateChunks.chunk(payload);
                    deflated = chunk;
                }
            }
        }
        return chunk;
    }

    /** Payload and closing brace as Zstandard blocks that lean on nothing before them; white space may precede the payload. */
    byte[] zstandard() {
        byte[] blocks = zstandard;
        if (blocks == null) {
            synchronized (this) {
                blocks = zstandard;
                if (blocks == null) {
                    blocks = ZstandardBlocks.of(payload);
                    zstandard = blocks;
                }
            }
        }
        return blocks;
    }
}
