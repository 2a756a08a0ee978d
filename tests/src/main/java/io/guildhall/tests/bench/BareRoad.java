package io.guildhall.tests.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that a server must do between a POST and another client's receipt: take the request, have what was written on the disk with
 * all that waits meanwhile, answer with a message of the usual size, and send as much to every listener. It asks nobody who they are, knows
 * no channels, and looks at nothing but the content. What Guildhall's road is measured against. Prints its port; ends with its input.
 */
public final class BareRoad {
    private static final int MOST_BODY = 1 << 16;
    private static final int MOST_WAITING = 1_000;
    private static final String BEFORE = "{\"content\": \"";
    private static final String GUILD = "{\"op\":0,\"t\":\"GUILD_CREATE\",\"s\":1,\"d\":{}}";
    private static final String HELLO = "{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}";
    /** What a message has beside its content, as the event of a plain one has. */
    private static final String MORE = "\",\"author\":\"" + "x".repeat(820) + "\"}";

    private final FileChannel file;
    private final BlockingQueue<Written> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile Channel listener;
    private long sequence = 1;

    /** @param message as JSON */
    private record Written(Channel sender, String message) {}

    private BareRoad(FileChannel file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path path = Files.createTempFile("bare-road", null);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.APPEND, StandardOpenOption.DELETE_ON_CLOSE)) {
            BareRoad road = new BareRoad(file);
            Thread.ofPlatform().daemon().name("storage-writer").start(road::write);
            System.out.println(road.listen());
            while (System.in.read() >= 0) {
                // Until whoever started this closes its input.
            }
            System.exit(0);
        }
    }

    private int listen() throws InterruptedException {
        Channel listening = new ServerBootstrap()
                .group(new NioEventLoopGroup())
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MOST_BODY))
                                .addLast(new WebSocketServerProtocolHandler("/gateway", true))
                                .addLast(new Frames())
                                .addLast(new Requests());
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Writes all that waits together. */
    private void write() {
        List<Written> together = new ArrayList<>();
        try {
            while (true) {
                together.add(waiting.take());
                waiting.drainTo(together);
                StringBuilder rows = new StringBuilder();
                together.forEach(written -> rows.append(written.message()));
                ByteBuffer bytes = ByteBuffer.wrap(rows.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(false);
                together.forEach(this::answer);
                together.clear();
            }
        } catch (InterruptedException | IOException end) {
            throw new IllegalStateException(end);
        }
    }

    private void answer(Written written) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer(written.message(), StandardCharsets.UTF_8));
        HttpUtil.setContentLength(response, response.content().readableBytes());
        written.sender().writeAndFlush(response);
        sequence++;
        listener.writeAndFlush(new TextWebSocketFrame(
                "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":" + sequence + ",\"d\":" + written.message() + "}"));
    }

    private final class Requests extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            String body = new String(ByteBufUtil.getBytes(request.content()), StandardCharsets.UTF_8);
            String content = body.substring(BEFORE.length(), body.indexOf('"', BEFORE.length()));
            waiting.add(new Written(context.channel(), BEFORE + content + MORE));
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                listener = context.channel();
                context.writeAndFlush(new TextWebSocketFrame(HELLO));
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            if (frame.text().startsWith("{\"op\": 2")) {
                context.writeAndFlush(new TextWebSocketFrame(GUILD));
            }
        }
    }
}
