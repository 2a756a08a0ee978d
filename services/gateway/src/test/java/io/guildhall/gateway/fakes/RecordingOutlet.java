package io.guildhall.gateway.fakes;

import io.guildhall.gateway.session.Outlet;
import io.guildhall.gateway.wire.OutboundStream;
import io.guildhall.gateway.wire.PlainStream;
import io.guildhall.model.gateway.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that remembers what was written to it, and fails when it is told to. */
public final class RecordingOutlet implements Outlet {
    private final List<String> written = new CopyOnWriteArrayList<>();
    private volatile Throwable failure;
    private volatile CloseCode closedWith;
    private volatile boolean writable = true;

    /** From now on every write throws this. */
    public void failWith(Throwable thrown) {
        failure = thrown;
    }

    public void writable(boolean changed) {
        writable = changed;
    }

    public int writes() {
        return written.size();
    }

    public List<String> written() {
        return List.copyOf(written);
    }

    public CloseCode closedWith() {
        return closedWith;
    }

    @Override
    public OutboundStream stream() {
        return PlainStream.INSTANCE;
    }

    @Override
    public ByteBufAllocator allocator() {
        return UnpooledByteBufAllocator.DEFAULT;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void write(ByteBuf frames) {
        String text = frames.toString(StandardCharsets.UTF_8);
        frames.release();
        switch (failure) {
            case null -> written.add(text);
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public void control(byte[] json) {
        written.add(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public void release() {
        // There is no connection to go on with.
    }

    @Override
    public void close(CloseCode code) {
        closedWith = code;
    }

    @Override
    public void cut() {
        closedWith = CloseCode.UNKNOWN_ERROR;
    }
}
