package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Encoding;
import io.guildhall.gateway.wire.Frames;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.observability.logging.LogContext;
import io.guildhall.observability.process.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** What a client may say, and when. Runs on the connection's lane. */
@ApplicationScoped
public class Protocol {
    private static final Logger LOG = Logger.getLogger(Protocol.class);

    private final Identifier identifier;
    private final Resumer resumer;
    private final SessionCommands commands;
    private final Clock clock;
    private final int maxPayload;
    private final int sendLimit;
    private final long sendWindow;

    public Protocol(
            Identifier identifier, Resumer resumer, SessionCommands commands, Clock clock, GatewayConfig config) {
        this.identifier = identifier;
        this.resumer = resumer;
        this.commands = commands;
        this.clock = clock;
        this.maxPayload = config.maxPayload();
        this.sendLimit = config.send().count();
        this.sendWindow = config.send().window().toMillis();
    }

    /** A frame that is yet to be read. */
    private interface Frame {
        ClientFrame read() throws Refusal;
    }

    /** Handles one frame; whatever is wrong with it closes the connection with the code that says so. */
    void receive(Connection connection, String text) {
        receive(connection, () -> {
            if (connection.encoding() == Encoding.ETF) {
                throw new Refusal(CloseCode.DECODE_ERROR);
            }
            return ClientFrame.read(text, maxPayload);
        });
    }

    /** As with text, for a term of Erlang's external format. */
    void receive(Connection connection, byte[] term) {
        receive(connection, () -> ClientFrame.read(term, maxPayload));
    }

    private void receive(Connection connection, Frame frame) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        try {
            if (!connection.window().accept(clock.millis(), sendWindow, sendLimit)) {
                throw new Refusal(CloseCode.RATE_LIMITED);
            }
            dispatch(connection, frame.read());
        } catch (Refusal refusal) {
            connection.refuse(refusal.code());
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            Session session = connection.session();
            try (LogContext ignored = LogContext.of("session", session == null ? 0 : session.number())) {
                LOG.error("A frame from a client could not be handled", failure);
            }
            connection.refuse(CloseCode.UNKNOWN_ERROR);
        }
    }

    private void dispatch(Connection connection, ClientFrame frame) throws Refusal {
        JsonNode data = frame.data();
        switch (frame.opcode()) {
            case HEARTBEAT -> heartbeat(connection, data);
            case IDENTIFY -> {
                requireOpen(connection);
                identifier.identify(connection, data);
            }
            case RESUME -> {
                requireOpen(connection);
                resumer.resume(connection, data);
            }
            case PRESENCE_UPDATE -> commands.presence(sessionOf(connection), data);
            case VOICE_STATE_UPDATE -> commands.voiceState(sessionOf(connection), data);
            case VOICE_SERVER_PING -> commands.voiceServers(sessionOf(connection));
            case REQUEST_GUILD_MEMBERS -> commands.members(sessionOf(connection), data);
            case REQUEST_SOUNDBOARD_SOUNDS -> commands.sounds(sessionOf(connection), data);
            case REQUEST_CHANNEL_INFO -> commands.channelInfo(sessionOf(connection), data);
            case GUILD_SUBSCRIPTIONS -> commands.subscribe(sessionOf(connection), data);
            case GUILD_SUBSCRIPTIONS_BULK -> commands.subscribeAll(sessionOf(connection), data);
            // Calls are told to those who are in the channel, whether or not they ask.
            case CALL_SYNC -> sessionOf(connection);
            case DISPATCH, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK ->
                throw new Refusal(CloseCode.UNKNOWN_OPCODE);
        }
    }

    private void heartbeat(Connection connection, JsonNode data) throws Refusal {
        if (!(data.isMissingNode() || data.isNull() || data.isNumber())) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        connection.heartbeat();
        connection.control(Frames.HEARTBEAT_ACK);
        Session session = connection.session();
        if (session != null && data.isIntegralNumber()) {
            session.received(data.asLong());
        }
    }

    private static void requireOpen(Connection connection) throws Refusal {
        if (connection.stage() != Connection.Stage.OPEN) {
            throw new Refusal(CloseCode.ALREADY_AUTHENTICATED);
        }
    }

    private static Session sessionOf(Connection connection) throws Refusal {
        Session session = connection.session();
        if (session == null) {
            throw new Refusal(CloseCode.NOT_AUTHENTICATED);
        }
        return session;
    }
}
