package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.ControlFrames;
import io.guildhall.clientport.socket.LongFrames;
import io.guildhall.clientport.socket.Pipelines;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.wire.Compression;
import io.guildhall.gateway.wire.Encoding;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.observability.process.Later;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.CloseReason;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where clients connect. WebSockets Next does the handshake, reads frames and closes; everything that is written goes to
 * the channel beneath, see {@link Connection}. All callbacks run on the connection's event loop.
 */
@WebSocket(path = GatewayEndpoint.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class GatewayEndpoint {
    static final String PATH = "/gateway";
    private static final Logger LOG = Logger.getLogger(GatewayEndpoint.class);
    private static final TypedKey<Connection> CONNECTION = new TypedKey<>("guildhall.connection");
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    private final SessionRegistry registry;
    private final OpenConnections connections;
    private final Protocol protocol;
    private final GatewayConfig config;
    private final Clock clock;
    private final int messageSize;
    private final byte[] hello;

    /** @param messageSize bytes of a message that the server ever takes in; empty when it has no such bound */
    public GatewayEndpoint(
            SessionRegistry registry,
            OpenConnections connections,
            Protocol protocol,
            GatewayConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.websockets-next.server.max-message-size") Optional<Integer> messageSize) {
        this.registry = registry;
        this.connections = connections;
        this.protocol = protocol;
        this.config = config;
        this.clock = clock;
        this.messageSize = messageSize.orElse(Integer.MAX_VALUE);
        this.hello = Frames.hello(config.heartbeatInterval().toMillis());
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection socket) {
        Channel channel = socket.userData().remove(ChannelCapture.CHANNEL);
        Lane lane = registry.lanes().of(channel.eventLoop());
        ConnectionQuery query = ConnectionQuery.parse(socket.handshakeRequest().query());
        Encoding encoding = query.encoding().orElse(Encoding.JSON);
        Connection connection = new Connection(
                socket,
                lane,
                query.compression().orElse(Compression.NONE).open(config.zlibMode(), encoding),
                query.version(),
                encoding,
                clock);
        socket.userData().put(CONNECTION, connection);
        Pipelines.removeIdleTimer(channel);
        Pipelines.addLowest(channel, connection);
        Pipelines.addAboveFrames(
                channel,
                new ControlFrames(
                        clock, config.send().window().toMillis(), config.send().count()));
        Pipelines.addAboveFrames(
                channel,
                new LongFrames(messageSize, () -> connection.run(() -> connection.refuse(CloseCode.DECODE_ERROR))));
        connections.add(connection);
        channel.closeFuture().addListener(closed -> connections.remove(connection));
        if (!query.supported()) {
            connection.close(CloseCode.INVALID_API_VERSION);
            return;
        }
        Later.run(
                lane.loop(),
                config.helloDelay(),
                "Greeting a client",
                () -> connection.run(() -> connection.greet(hello)));
    }

    @OnTextMessage
    @NonBlocking
    void text(WebSocketConnection socket, String message) {
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            connection.run(() -> {
                connection.greet(hello);
                protocol.receive(connection, message);
            });
        }
    }

    /** Some libraries send their JSON in binary frames; terms have no others. */
    @OnBinaryMessage
    @NonBlocking
    void binary(WebSocketConnection socket, Buffer message) {
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null && connection.encoding() == Encoding.ETF) {
            byte[] term = message.getBytes();
            connection.run(() -> {
                connection.greet(hello);
                protocol.receive(connection, term);
            });
        } else {
            text(socket, message.toString(StandardCharsets.UTF_8));
        }
    }

    /** Leaving politely ends the session; vanishing or any other code keeps it for a while. */
    @OnClose
    @NonBlocking
    void closed(WebSocketConnection socket, CloseReason reason) {
        Connection connection = socket.userData().remove(CONNECTION);
        if (connection == null) {
            return;
        }
        boolean ends = reason.getCode() == NORMAL_CLOSURE || reason.getCode() == GOING_AWAY;
        connection.run(() -> connection.closed(!ends));
    }

    @OnError
    @NonBlocking
    void failed(WebSocketConnection socket, Throwable failure) {
        LOG.debugf("A connection failed: %s", failure.toString());
        Connection connection = socket.userData().get(CONNECTION);
        if (connection != null) {
            connection.run(() -> connection.refuse(CloseCode.UNKNOWN_ERROR));
        } else if (socket.isOpen()) {
            // It failed before it was known here: nothing else would ever close it.
            socket.close()
                    .subscribe()
                    .with(done -> {}, again -> LOG.debugf("It can not be closed: %s", again.toString()));
        }
    }
}
