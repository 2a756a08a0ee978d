package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.SendWindow;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Outlet;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Encoding;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.gateway.wire.OutboundStream;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One WebSocket connection. What the client says comes through WebSockets Next; what the node says is written as finished
 * WebSocket frames to the channel beneath, for which this is also the lowest handler. A connection belongs to the lane of
 * its event loop until it resumes a session of another lane; everything but {@link #close} and {@link #cut} happens there.
 */
public final class Connection extends ChannelInboundHandlerAdapter implements Outlet {
    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final WebSocketConnection socket;
    private final Lane home;
    private final OutboundStream stream;
    private final int version;
    private final Encoding encoding;
    private final SendWindow window = new SendWindow();
    private ChannelHandlerContext below;
    private boolean greeted;
    private volatile Lane lane;
    private final Clock clock;
    private volatile long lastHeartbeat;
    /** Since when the client could have identified; far in the future while it need not. */
    private volatile long openSince;

    private volatile Stage stage = Stage.OPEN;
    private volatile Session session;

    /** How far the client has come. */
    enum Stage {
        /** Neither IDENTIFY nor RESUME came yet. */
        OPEN,
        /** The token is being checked, or the session fetched. */
        WAITING,
        /** Bound to a session. */
        BOUND,
        /** Closed or about to be; whatever still comes is ignored. */
        CLOSED
    }

    Connection(
            WebSocketConnection socket, Lane home, OutboundStream stream, int version, Encoding encoding, Clock clock) {
        this.socket = socket;
        this.home = home;
        this.lane = home;
        this.stream = stream;
        this.version = version;
        this.encoding = encoding;
        this.clock = clock;
        this.lastHeartbeat = clock.millis();
        this.openSince = lastHeartbeat;
    }

    /** Runs a task of this connection on its lane, as {@link Lane#run} does; what it throws closes the connection. */
    void run(Runnable task) {
        lane.run(() -> Guard.PROCESS.run(task, failure -> {
            LOG.error("A connection is closed because serving it failed", failure);
            refuse(CloseCode.UNKNOWN_ERROR);
        }));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        below = context;
    }

    /** The client reads again: what waits goes out. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            run(() -> {
                if (session != null && session.outlet() == this) {
                    session.lane().wroteTo(session);
                }
            });
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public OutboundStream stream() {
        return stream;
    }

    @Override
    public ByteBufAllocator allocator() {
        return below.alloc();
    }

    @Override
    public boolean writable() {
        return below.channel().isWritable();
    }

    @Override
    public void write(ByteBuf frames) {
        below.writeAndFlush(frames, below.voidPromise());
    }

    @Override
    public void control(byte[] json) {
        if (stage == Stage.CLOSED) {
            return;
        }
        ByteBuf out = below.alloc().directBuffer(stream.controlBound(json));
        stream.control(out, json);
        write(out);
    }

    /**
     * Says HELLO, once. It comes before all else, whenever the client begins to speak: who does so has read the answer that HELLO would
     * otherwise wait for.
     */
    void greet(byte[] hello) {
        if (!greeted) {
            greeted = true;
            control(hello);
        }
    }

    @Override
    public void close(CloseCode code) {
        stage = Stage.CLOSED;
        if (below.channel().isActive()) {
            EventLoop loop = below.channel().eventLoop();
            // Runs after the writes before it, also when those come from another loop.
            loop.execute(() -> closeSocket(code));
            // A client that does not read never takes the close frame; it is not waited for.
            Later.run(loop, CLOSE_PATIENCE, "Cutting a connection", () -> below.close());
        }
    }

    /** A frame that is no WebSocket frame has closed it before: closing again would be logged, as often as clients like. */
    private void closeSocket(CloseCode code) {
        if (socket.isOpen()) {
            socket.close(new CloseReason(code.number(), code.reason()))
                    .subscribe()
                    .with(done -> {}, failure -> below.close());
        }
    }

    /** Closes because of what the client sent; a session that may not be resumed afterwards ends. */
    void refuse(CloseCode code) {
        detach(code.resumable());
        close(code);
    }

    /** The client fell silent: it is told and cut off, and its session can be resumed all the same. */
    void timedOut(CloseCode code) {
        if (stage != Stage.CLOSED) {
            detach(true);
            close(code);
        }
    }

    /** The socket is closed. */
    void closed(boolean resumable) {
        stage = Stage.CLOSED;
        detach(resumable);
        stream.release();
    }

    /** Asks the client to connect elsewhere and to resume there. On any thread. */
    public void reconnect() {
        run(() -> control(Frames.RECONNECT));
    }

    /** The connection is gone or about to be: its session waits to be resumed, or ends. */
    void detach(boolean resumable) {
        Session bound = session;
        session = null;
        if (bound == null || bound.outlet() != this) {
            return;
        }
        if (resumable && bound.phase() == Phase.READY) {
            bound.disconnect();
        } else {
            bound.lane().end(bound);
        }
    }

    @Override
    public void cut() {
        stage = Stage.CLOSED;
        below.close();
    }

    /** The connection is bound to the session from now on, and to its lane. False when it is closed already. */
    boolean bind(Session bound) {
        if (stage == Stage.CLOSED) {
            return false;
        }
        session = bound;
        stage(Stage.BOUND);
        lane = bound.lane();
        return true;
    }

    @Override
    public void release() {
        session = null;
        stage(Stage.OPEN);
    }

    /** The session of this connection; null before READY or RESUMED and when another connection took it. */
    Session session() {
        return session != null && session.outlet() == this && session.phase() == Phase.READY ? session : null;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        if (stage != Stage.CLOSED) {
            stage = next;
            openSince = next == Stage.OPEN ? clock.millis() : Long.MAX_VALUE;
        }
    }

    SendWindow window() {
        return window;
    }

    Lane lane() {
        return lane;
    }

    /** The lane of the connection's own event loop. */
    Lane home() {
        return home;
    }

    /** The API version that the client asked for. */
    int version() {
        return version;
    }

    /** How the client writes and reads. */
    Encoding encoding() {
        return encoding;
    }

    void heartbeat() {
        lastHeartbeat = clock.millis();
    }

    /** Since when the connection waits for IDENTIFY or RESUME; far in the future when it does not. */
    long openSince() {
        return openSince;
    }

    long lastHeartbeat() {
        return lastHeartbeat;
    }
}
