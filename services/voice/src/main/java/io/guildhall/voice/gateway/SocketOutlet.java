package io.guildhall.voice.gateway;

import io.guildhall.observability.process.Later;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Outlet;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Writes to a client's socket, in the order in which it is told to, from one thread. */
final class SocketOutlet implements Outlet {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    /** Characters that wait for a client to read them; who leaves more waiting is cut off. */
    private static final long MOST_WAITING = 512 * 1024;

    private final WebSocketConnection socket;
    private final Channel channel;
    private final AtomicLong waiting = new AtomicLong();

    SocketOutlet(WebSocketConnection socket, Channel channel) {
        this.socket = socket;
        this.channel = channel;
    }

    @Override
    public void send(String text) {
        if (waiting.addAndGet(text.length()) > MOST_WAITING) {
            channel.close();
            return;
        }
        socket.sendText(text).subscribe().with(done -> waiting.addAndGet(-text.length()), failure -> channel.close());
    }

    @Override
    public void close(CloseCode code) {
        socket.close(new CloseReason(code.number(), code.reason()))
                .subscribe()
                .with(done -> {}, failure -> channel.close());
        // A client that does not read never takes the close frame; it is not waited for.
        Later.run(channel.eventLoop(), CLOSE_PATIENCE, "Cutting a connection of voice", channel::close);
    }
}
