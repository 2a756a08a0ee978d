package io.guildhall.tests.simulation.gateway;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Strand;
import io.guildhall.tests.simulation.network.Network;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.concurrent.GenericFutureListener;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A WebSocket between a client and a gateway node: the gateway's side of it as Netty and Quarkus show it. What either side sends
 * arrives in order, and when one of them is gone the other hears of it, sooner or later.
 */
final class Wire {
    private static final int GONE = 1006;
    /** Where nobody said why: any code with which a session can be resumed. */
    private static final int UNSAID = 1011;

    private static final Duration NEWS = Duration.ofMillis(5);
    /** Bytes on their way to a client before the gateway is told to wait; a kernel and Netty take more, but a town says little. */
    private static final long ROOM = 1_024;

    private final Network network;
    private final Machine client;
    private final Machine server;
    private final EventLoop loop;
    private final Door door;
    private final Consumer<String> received;
    private final IntConsumer closed;
    private final Map<String, Object> userData = new HashMap<>();
    private final List<Runnable> whenClosed = new ArrayList<>();
    private final List<Runnable> whenWritable = new ArrayList<>();
    private final Strand clientStrand;
    private final WebSocketConnection socket;
    private long lastToServer;
    private long lastToClient;
    private long unread;
    private boolean over;

    /**
     * @param received told each message at the client
     * @param closed told the code at the client, once
     */
    Wire(
            Network network,
            Machine client,
            Machine server,
            EventLoop loop,
            Door door,
            Consumer<String> received,
            IntConsumer closed) {
        this.network = network;
        this.client = client;
        this.server = server;
        this.loop = loop;
        this.door = door;
        this.received = received;
        this.closed = closed;
        this.clientStrand = new Strand(client);
        this.socket = socket();
        userData.put("guildhall.channel", channel());
        toServer(() -> door.open(socket));
    }

    /** From the client. */
    void send(String text) {
        toServer(() -> {
            if (!over) {
                door.text(socket, text);
            }
        });
    }

    /** The client leaves, or its device does. */
    void leave(int code) {
        if (!over) {
            toServer(() -> end(code, false));
        }
    }

    /** The client takes nothing in for so long, and then what came meanwhile. */
    void stopReading(Duration pause) {
        lastToClient = Math.max(lastToClient, client.engine().now() + pause.toNanos());
    }

    private void toServer(Runnable arrival) {
        lastToServer = Math.max(lastToServer + 1, arrival());
        client.engine()
                .after(Duration.ofNanos(lastToServer - client.engine().now()), server, () -> loop.execute(arrival));
    }

    private void toClient(Runnable arrival) {
        lastToClient = Math.max(lastToClient + 1, arrival());
        client.engine()
                .after(Duration.ofNanos(lastToClient - client.engine().now()), client, () -> clientStrand.add(arrival));
    }

    private long arrival() {
        return client.engine().now() + network.delay(client, server).toNanos();
    }

    /** The gateway node died. */
    void broken() {
        if (!over) {
            over = true;
            client.engine().after(NEWS, client, () -> clientStrand.add(() -> closed.accept(GONE)));
        }
    }

    Machine server() {
        return server;
    }

    private void end(int code, boolean told) {
        if (over) {
            return;
        }
        over = true;
        loop.execute(() -> {
            door.closed(socket, new CloseReason(code == GONE ? UNSAID : code));
            whenClosed.forEach(Runnable::run);
        });
        if (told) {
            toClient(() -> closed.accept(code));
        }
    }

    private void write(ByteBuf frames) {
        while (!over && frames.isReadable()) {
            frames.readByte();
            int length = frames.readUnsignedByte();
            if (length == 126) {
                length = frames.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(frames.readLong());
            }
            String text =
                    frames.readCharSequence(length, StandardCharsets.UTF_8).toString();
            unread += text.length();
            toClient(() -> {
                read(text.length());
                received.accept(text);
            });
        }
        frames.release();
    }

    private void read(int length) {
        boolean full = unread >= ROOM;
        unread -= length;
        if (full && unread < ROOM && !over) {
            loop.execute(() -> whenWritable.forEach(Runnable::run));
        }
    }

    private WebSocketConnection socket() {
        HandshakeRequest handshake = new Stand(HandshakeRequest.class)
                .on("query", arguments -> "v=10&encoding=json")
                .on("remoteAddress", arguments -> client.name())
                .on("header", arguments -> null)
                .as(HandshakeRequest.class);
        UserData data = new Stand(UserData.class)
                .on("get", arguments -> userData.get(key(arguments)))
                .on("put", arguments -> userData.put(key(arguments), arguments[1]))
                .on("remove", arguments -> userData.remove(key(arguments)))
                .as(UserData.class);
        return new Stand(WebSocketConnection.class)
                .on("handshakeRequest", arguments -> handshake)
                .on("userData", arguments -> data)
                .on("isClosed", arguments -> over)
                .on("isOpen", arguments -> !over)
                .on("close", arguments -> {
                    end(arguments == null ? GONE : ((CloseReason) arguments[0]).getCode(), true);
                    return Uni.createFrom().voidItem();
                })
                .as(WebSocketConnection.class);
    }

    private static String key(Object[] arguments) {
        return ((UserData.TypedKey<?>) arguments[0]).value();
    }

    private Channel channel() {
        Channel[] self = new Channel[1];
        ChannelHandlerContext context = new Stand(ChannelHandlerContext.class)
                .on("channel", arguments -> self[0])
                .on("alloc", arguments -> UnpooledByteBufAllocator.DEFAULT)
                .on("voidPromise", arguments -> new Stand(ChannelPromise.class).as(ChannelPromise.class))
                .on("writeAndFlush", arguments -> {
                    write((ByteBuf) arguments[0]);
                    return null;
                })
                .on("fireChannelWritabilityChanged", arguments -> null)
                .on("close", arguments -> {
                    loop.execute(() -> end(GONE, true));
                    return null;
                })
                .as(ChannelHandlerContext.class);
        ChannelHandlerContext frames = new Stand(ChannelHandlerContext.class)
                .on("name", arguments -> "frames")
                .as(ChannelHandlerContext.class);
        ChannelPipeline pipeline = new Stand(ChannelPipeline.class)
                .on("context", arguments -> arguments[0] == WebSocketFrameDecoder.class ? frames : null)
                // Above the frames nothing is to be done: clients send no pings here.
                .on("addAfter", arguments -> null)
                .on("get", arguments -> null)
                .on("addFirst", arguments -> {
                    for (Object handler : arguments[0] instanceof Object[] several ? several : arguments) {
                        added((ChannelHandler) handler, context);
                    }
                    return null;
                })
                .as(ChannelPipeline.class);
        ChannelFuture end = new Stand(ChannelFuture.class)
                .on("addListener", arguments -> {
                    whenClosed.add(() -> tell((GenericFutureListener<?>) arguments[0]));
                    return null;
                })
                .as(ChannelFuture.class);
        self[0] = new Stand(Channel.class)
                .on("closeFuture", arguments -> end)
                .on("eventLoop", arguments -> loop)
                .on("pipeline", arguments -> pipeline)
                .on("isActive", arguments -> !over)
                .on("isWritable", arguments -> unread < ROOM)
                .as(Channel.class);
        return self[0];
    }

    private static void writable(ChannelInboundHandler handler, ChannelHandlerContext context) {
        try {
            handler.channelWritabilityChanged(context);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Nobody asks the future for more than that it is over. */
    private static void tell(GenericFutureListener<?> listener) {
        try {
            listener.operationComplete(null);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void added(ChannelHandler handler, ChannelHandlerContext context) {
        try {
            handler.handlerAdded(context);
            if (handler instanceof ChannelInboundHandler inbound) {
                whenWritable.add(() -> writable(inbound, context));
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
