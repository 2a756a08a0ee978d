package io.guildhall.tests.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The least that a server must do to deliver events: for each connection a prefix with its own number, the payload, one
 * pooled buffer, one write. What Guildhall's gateway is measured against. Prints its port, then reads from its input how
 * many events to send to everyone in one go. Arguments: the size of a frame's payload.
 */
public final class BareServer {
    private static final byte[] BEFORE = "{\"t\":\"MESSAGE_CREATE\",\"s\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BETWEEN = ",\"op\":0,\"d\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] payload;
    private final Map<EventLoop, List<Channel>> channels = new ConcurrentHashMap<>();
    private long sequence = 1_000;

    private BareServer(int frameBytes) {
        int prefix = BEFORE.length + Long.toString(sequence).length() + BETWEEN.length;
        payload = "x".repeat(Math.max(1, frameBytes - prefix)).getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BareServer server = new BareServer(Integer.parseInt(arguments[0]));
        System.out.println(server.listen());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            server.send(Integer.parseInt(line));
        }
        System.exit(0);
    }

    private int listen() throws InterruptedException {
        NioEventLoopGroup threads = new NioEventLoopGroup();
        Channel listening = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel channel) {
                        channels.computeIfAbsent(channel.eventLoop(), loop -> new CopyOnWriteArrayList<>())
                                .add(channel);
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private void send(int events) {
        long first = sequence;
        sequence += events;
        channels.forEach((loop, own) -> loop.execute(() -> {
            for (Channel channel : own) {
                channel.writeAndFlush(frames(channel, first, events), channel.voidPromise());
            }
        }));
    }

    private ByteBuf frames(Channel channel, long first, int events) {
        int size = BEFORE.length + BETWEEN.length + payload.length + 24;
        ByteBuf frames = channel.alloc().ioBuffer(size * events);
        for (int event = 0; event < events; event++) {
            byte[] number = Long.toString(first + event).getBytes(StandardCharsets.US_ASCII);
            frames.writeByte(0x81)
                    .writeByte(126)
                    .writeShort(BEFORE.length + number.length + BETWEEN.length + payload.length)
                    .writeBytes(BEFORE)
                    .writeBytes(number)
                    .writeBytes(BETWEEN)
                    .writeBytes(payload);
        }
        return frames;
    }
}
