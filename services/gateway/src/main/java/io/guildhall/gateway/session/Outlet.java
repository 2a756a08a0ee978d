package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.OutboundStream;
import io.guildhall.model.gateway.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** The connection that a session writes to at the moment. */
public interface Outlet {
    OutboundStream stream();

    ByteBufAllocator allocator();

    /** False while the client reads slower than this node writes. */
    boolean writable();

    /** Sends whole WebSocket frames at once. Takes the buffer over. */
    void write(ByteBuf frames);

    /** Sends a message that is not a dispatch. */
    void control(byte[] json);

    /** The session is over or waits to be resumed; the client may identify or resume anew on this connection. */
    void release();

    /** Closes with a code that the client sees, after what was written before. */
    void close(CloseCode code);

    /** Cuts the connection without waiting for the client: it does not read. */
    void cut();
}
