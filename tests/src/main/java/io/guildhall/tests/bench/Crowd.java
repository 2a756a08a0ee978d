package io.guildhall.tests.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Many connections to one server on one thread, and the number of frames that all of them have received. */
final class Crowd implements AutoCloseable {
    private static final int READ_BYTES = 64 << 10;
    private static final int CONNECTING_AT_ONCE = 64;
    private static final long PATIENCE_SECONDS = 180;

    /** Keeps no process alive whose measurement has failed. */
    private final NioEventLoopGroup threads = new NioEventLoopGroup(1, new DefaultThreadFactory(Crowd.class, true));

    private final List<Channel> channels = new ArrayList<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicReference<String> loss = new AtomicReference<>();
    private volatile boolean closing;

    private Crowd() {}

    /**
     * So many sessions of one bot, ready and with their guild.
     *
     * @param compression {@code &compress=zlib-stream} or nothing
     */
    static Crowd ofSessions(URI gateway, String token, int intents, String compression, int count)
            throws InterruptedException {
        return ofSessions(gateway, token, intents, compression, count, 1, false);
    }

    /** Of a bot that is in so many guilds, and that says of what its login sends that it has it. */
    static Crowd ofIdleSessions(URI gateway, String token, int intents, int count, int guilds)
            throws InterruptedException {
        return ofSessions(gateway, token, intents, "", count, guilds, true);
    }

    private static Crowd ofSessions(
            URI gateway, String token, int intents, String compression, int count, int guilds, boolean heartbeats)
            throws InterruptedException {
        String path = gateway.getPath().isEmpty() ? "/" : gateway.getPath() + "/";
        String request =
                "GET " + path + "?v=10&encoding=json" + compression + " HTTP/1.1\r\nHost: " + gateway.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        String identify = "{\"op\":2,\"d\":{\"token\":\"%s\",\"intents\":%d,\"properties\":{\"os\":\"linux\"}}}"
                .formatted(token, intents);
        Crowd crowd = new Crowd();
        // HELLO, READY and each guild's GUILD_CREATE.
        int login = 2 + guilds;
        InetSocketAddress server = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        crowd.connect(server, () -> new ClientSession(crowd, request, identify, heartbeats ? login : 0), count, login);
        return crowd;
    }

    /** So many connections to a server that speaks in frames at once. */
    static Crowd ofConnections(int port, int count) throws InterruptedException {
        Crowd crowd = new Crowd();
        crowd.connect(new InetSocketAddress("127.0.0.1", port), () -> new ClientSession(crowd, "", "", 0), count, 0);
        return crowd;
    }

    private void connect(InetSocketAddress server, Supplier<ClientSession> session, int count, int framesEach)
            throws InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel channel) {
                        channel.pipeline().addLast(session.get());
                    }
                });
        Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
        for (int index = 0; index < count; index++) {
            connecting.acquire();
            channels.add(bootstrap
                    .connect(server)
                    .addListener(done -> connecting.release())
                    .channel());
            // No more sessions on their way than the server can have greeted meanwhile.
            awaitFrames((long) (index - CONNECTING_AT_ONCE) * framesEach);
        }
        connecting.acquire(CONNECTING_AT_ONCE);
        awaitFrames((long) count * framesEach);
        awaitSilence();
    }

    int size() {
        return channels.size();
    }

    void received(int count) {
        frames.addAndGet(count);
    }

    void lost(String reason) {
        if (!closing) {
            loss.compareAndSet(null, reason);
        }
    }

    long frames() {
        return frames.get();
    }

    /** Waits until all connections together have received so many frames since they began. */
    void awaitFrames(long wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (frames.get() < wanted) {
            if (loss.get() != null) {
                throw new IllegalStateException("the measurement is void: " + loss.get());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + frames.get() + " of " + wanted + " frames came");
            }
            TimeUnit.MICROSECONDS.sleep(100);
        }
    }

    /** Waits until nothing has come for a second. */
    private void awaitSilence() throws InterruptedException {
        long before;
        do {
            before = frames.get();
            TimeUnit.SECONDS.sleep(1);
        } while (frames.get() != before);
    }

    @Override
    public void close() {
        closing = true;
        channels.forEach(Channel::close);
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
