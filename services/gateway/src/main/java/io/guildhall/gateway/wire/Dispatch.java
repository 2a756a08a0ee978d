package io.guildhall.gateway.wire;

import io.guildhall.gateway.etf.TermHead;
import io.netty.buffer.ByteBuf;

/**
 * One event as every session of this node shares it: the payload once, and each compressed form at most once, made by the
 * first session that needs it. Immutable to its users, and plain heap memory: the collector frees it when the last replay
 * buffer lets go.
 */
public final class Dispatch {
    /** What one reference to a dispatch costs beside the payload: the object and its name. */
    private static final int OVERHEAD = 96;

    private final String name;
    private final Layout layout;
    private final byte[] beforeSequence;
    private final byte[] payload;
    private volatile byte[] deflated;
    private volatile byte[] zstandard;
    private volatile Dispatch term;
    private volatile Dispatch paddedTerm;
    /** Among the bytes that came to this node; 0 until it is counted. */
    private volatile long place;

    public Dispatch(String name, byte[] payload) {
        this(name, payload, Layout.JSON);
    }

    private Dispatch(String name, byte[] payload, Layout layout) {
        this.name = name;
        this.payload = payload;
        this.layout = layout;
        this.beforeSequence = layout.beforeSequence(name);
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

    /** Where it stands among the bytes of events that came to this node; 0 until it is counted. */
    public long place() {
        return place;
    }

    public void placeAt(long counted) {
        place = counted;
    }

    /** The same event for clients that read terms, made once. */
    Dispatch term() {
        Dispatch made = term;
        if (made == null) {
            synchronized (this) {
                made = term;
                if (made == null) {
                    made = new Dispatch(name, TermHead.data(payload), Layout.TERM);
                    term = made;
                }
            }
        }
        return made;
    }

    /** As {@link #term}, for a stream of Zstandard. */
    Dispatch paddedTerm() {
        Dispatch made = paddedTerm;
        if (made == null) {
            made = new Dispatch(name, term().payload, Layout.PADDED_TERM);
            synchronized (this) {
                if (paddedTerm == null) {
                    paddedTerm = made;
                }
                made = paddedTerm;
            }
        }
        return made;
    }

    /** Size of the message that carries this event with the given sequence number. */
    int size(long sequence) {
        return headSize(sequence) + payload.length + layout.tail().length;
    }

    /** Size of what precedes the payload. */
    int headSize(long sequence) {
        return beforeSequence.length + layout.sequenceSize(sequence) + layout.afterSequence().length;
    }

    /** What precedes the payload. */
    void writeHead(ByteBuf out, long sequence) {
        out.writeBytes(beforeSequence);
        layout.writeSequence(out, sequence);
        out.writeBytes(layout.afterSequence());
    }

    /** The message that carries this event. */
    void write(ByteBuf out, long sequence) {
        writeHead(out, sequence);
        out.writeBytes(payload);
        out.writeBytes(layout.tail());
    }

    /** Payload and tail as raw deflate that refers to nothing before itself and ends with a sync flush. */
    byte[] deflated() {
        byte[] chunk = deflated;
        if (chunk == null) {
            synchronized (this) {
                chunk = deflated;
                if (chunk == null) {
                    chunk = DeflateChunks.chunk(payload, layout.tail());
                    deflated = chunk;
                }
            }
        }
        return chunk;
    }

    /** Payload and tail as Zstandard blocks that lean on nothing before them. */
    byte[] zstandard() {
        byte[] blocks = zstandard;
        if (blocks == null) {
            synchronized (this) {
                blocks = zstandard;
                if (blocks == null) {
                    blocks = layout.zstandard(payload);
                    zstandard = blocks;
                }
            }
        }
        return blocks;
    }
}
