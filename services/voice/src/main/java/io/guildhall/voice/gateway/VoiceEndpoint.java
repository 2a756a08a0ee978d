package io.guildhall.voice.gateway;

import io.guildhall.clientport.socket.ControlFrames;
import io.guildhall.clientport.socket.LongFrames;
import io.guildhall.clientport.socket.Pipelines;
import io.guildhall.observability.process.Guard;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Messages;
import io.guildhall.voice.message.VoiceOpcode;
import io.guildhall.voice.server.VoiceServer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Where clients connect for voice. Messages are read here, and handled on the loop of media. */
@WebSocket(path = VoiceEndpoint.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class VoiceEndpoint {
    static final String PATH = "/voice";

    private static final Logger LOG = Logger.getLogger(VoiceEndpoint.class);
    private static final TypedKey<Connection> CONNECTION = new TypedKey<>("guildhall.voice.connection");
    private static final long MINUTE = 60_000;
    private static final int OLDEST = 4;
    private static final int NEWEST = 9;
    private static final int WITHOUT_VERSION = 8;

    private final VoiceServer server;
    private final Connections connections;
    private final Protocol protocol;
    private final VoiceConfig config;
    private final Clock clock;

    public VoiceEndpoint(
            VoiceServer server, Connections connections, Protocol protocol, VoiceConfig config, Clock clock) {
        this.server = server;
        this.connections = connections;
        this.protocol = protocol;
        this.config = config;
        this.clock = clock;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection socket) {
        Channel channel = socket.userData().remove(VoiceHandshake.CHANNEL);
        int version = version(socket.handshakeRequest().query());
        Connection connection = new Connection(new SocketOutlet(socket, channel), version, clock.millis());
        socket.userData().put(CONNECTION, connection);
        Pipelines.removeIdleTimer(channel);
        Pipelines.addAboveFrames(channel, new ControlFrames(clock, MINUTE, config.maxFrames()));
        Pipelines.addAboveFrames(
                channel,
                new LongFrames(
                        config.maxPayload(),
                        () -> run(connection, () -> protocol.refuse(connection, CloseCode.DECODE_ERROR))));
        connections.add(connection);
        channel.closeFuture().addListener(closed -> connections.remove(connection));
        run(
                connection,
                () -> connection.send(Messages.unnumbered(
                        VoiceOpcode.HELLO,
                        Messages.hello(version, config.heartbeatInterval().toMillis()))));
    }

    @OnTextMessage
    @NonBlocking
    void text(WebSocketConnection socket, String text) {
        Connection connection = socket.userData().get(CONNECTION);
        if (connection == null) {
            return;
        }
        try {
            ClientMessage message = ClientMessage.read(text, config.maxPayload());
            run(connection, () -> protocol.receive(connection, message));
        } catch (Refusal refusal) {
            run(connection, () -> protocol.refuse(connection, refusal.code()));
        }
    }

    /** Messages of end-to-end encryption, which nobody was offered. */
    @OnBinaryMessage
    @NonBlocking
    void binary(WebSocketConnection socket, Buffer message) {
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            run(connection, () -> protocol.refuse(connection, CloseCode.DECODE_ERROR));
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket) {
        Connection connection = socket.userData().remove(CONNECTION);
        if (connection != null) {
            int code = socket.closeReason() == null ? 0 : socket.closeReason().getCode();
            run(connection, () -> protocol.closed(connection, code));
        }
    }

    @OnError
    @NonBlocking
    void failed(WebSocketConnection socket, Throwable failure) {
        LOG.debugf("A connection of voice failed: %s", failure);
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            run(connection, () -> protocol.refuse(connection, CloseCode.DECODE_ERROR));
        }
    }

    private void run(Connection connection, Runnable task) {
        server.run(() -> Guard.PROCESS.run(task, failure -> {
            LOG.error("A connection of voice is closed because serving it failed", failure);
            protocol.refuse(connection, CloseCode.SERVER_CRASHED);
        }));
    }

    /** What is no version that is spoken here counts as the one of those who name none. */
    static int version(String query) {
        List<String> given = query == null
                ? List.of()
                : new QueryStringDecoder(query, false).parameters().getOrDefault("v", List.of());
        if (given.isEmpty() || !given.getFirst().matches("[0-9]{1,2}")) {
            return WITHOUT_VERSION;
        }
        return Math.clamp(Integer.parseInt(given.getFirst()), OLDEST, NEWEST);
    }
}
