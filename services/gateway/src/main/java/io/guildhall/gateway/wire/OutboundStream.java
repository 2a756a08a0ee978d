package io.guildhall.gateway.wire;

import io.netty.buffer.ByteBuf;

/**
 * How one connection's messages become WebSocket frames: plain text, or a compressed stream that spans the connection's
 * life. Used by one thread at a time, and in the order in which the bytes are sent.
 */
public interface OutboundStream {
    /** An upper bound of the bytes that {@link #dispatch} writes, so that one buffer holds a whole batch. */
    int dispatchBound(Dispatch dispatch, long sequence);

    void dispatch(ByteBuf out, Dispatch dispatch, long sequence);

    /** Writes a short message that is not a dispatch: at most 255 bytes of JSON. */
    void control(ByteBuf out, byte[] json);

    /** An upper bound of the bytes that {@link #control} writes. */
    int controlBound(byte[] json);

    /** Gives native memory back; nothing is written afterwards. */
    void release();
}
