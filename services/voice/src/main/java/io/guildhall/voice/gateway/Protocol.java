package io.guildhall.voice.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.guildhall.model.payload.Json;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Messages;
import io.guildhall.voice.message.VoiceOpcode;
import io.guildhall.voice.room.Member;
import io.guildhall.voice.server.VoiceServer;
import io.guildhall.voicemedia.AeadMode;
import io.guildhall.voicemedia.MediaKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What a client of voice may say, and when. On the loop of media. */
@ApplicationScoped
public class Protocol {
    private static final long MINUTE = 60_000;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int NONE = -1;
    private static final int LAST_NUMBER = 0xFFFF;
    /** From this version on a heartbeat is an object, and messages have numbers. */
    private static final int NUMBERED = 8;

    private final VoiceServer server;
    private final Identifier identifier;
    private final VoiceConfig config;
    private final Clock clock;

    public Protocol(VoiceServer server, Identifier identifier, VoiceConfig config, Clock clock) {
        this.server = server;
        this.identifier = identifier;
        this.config = config;
        this.clock = clock;
    }

    void receive(Connection connection, ClientMessage message) {
        if (connection.stage() == Connection.Stage.CLOSED) {
            return;
        }
        try {
            if (!connection.window().accept(clock.millis(), MINUTE, config.maxFrames())) {
                throw new Refusal(CloseCode.RATE_LIMITED);
            }
            dispatch(connection, message.opcode(), message.data());
        } catch (Refusal refusal) {
            refuse(connection, refusal.code());
        }
    }

    private void dispatch(Connection connection, VoiceOpcode opcode, JsonNode data) throws Refusal {
        switch (opcode) {
            case HEARTBEAT -> heartbeat(connection, data);
            case IDENTIFY -> identifier.identify(connection, data);
            case RESUME -> resume(connection, data);
            case SELECT_PROTOCOL -> selectProtocol(memberOf(connection), data);
            case SPEAKING -> speaking(memberOf(connection), data);
            case MEDIA_SINK_WANTS -> memberOf(connection).wants(Given.object(data));
            case SESSION_UPDATE ->
                memberOf(connection)
                        .outgoing()
                        .send(
                                VoiceOpcode.SESSION_UPDATE,
                                Messages.codecs(memberOf(connection).sessionId()));
            case VOICE_BACKEND_VERSION ->
                memberOf(connection).outgoing().sendOnce(VoiceOpcode.VOICE_BACKEND_VERSION, Messages.backend());
            // Nobody is sent pictures here, and nobody is told of any.
            case VIDEO, NO_ROUTE -> memberOf(connection);
            case READY,
                    SESSION_DESCRIPTION,
                    HEARTBEAT_ACK,
                    HELLO,
                    RESUMED,
                    CLIENTS_CONNECT,
                    CLIENT_DISCONNECT,
                    CLIENT_FLAGS,
                    CLIENT_PLATFORM -> throw new Refusal(CloseCode.UNKNOWN_OPCODE);
        }
    }

    /** Before version 8 a heartbeat is a number, which comes back as it is. */
    private void heartbeat(Connection connection, JsonNode data) throws Refusal {
        JsonNode time = data.isObject() ? data.path("t") : data;
        if (!time.isNumber() && !time.isNull() && !time.isMissingNode()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        connection.heartbeat(clock.millis());
        JsonNode echo = time.isNumber() ? time : NullNode.getInstance();
        JsonNode answer = connection.version() >= NUMBERED ? Json.object().set("t", echo) : echo;
        connection.send(Messages.unnumbered(VoiceOpcode.HEARTBEAT_ACK, answer));
    }

    private void selectProtocol(Member member, JsonNode data) throws Refusal {
        if (!Given.text(data, "protocol").equals("udp")) {
            throw new Refusal(CloseCode.UNKNOWN_PROTOCOL);
        }
        AeadMode mode = AeadMode.find(Given.text(data.path("data"), "mode"))
                .orElseThrow(() -> new Refusal(CloseCode.UNKNOWN_MODE));
        MediaKey key = MediaKey.generate(mode, server.random());
        server.rooms().use(member, key);
        member.outgoing()
                .send(
                        VoiceOpcode.SESSION_DESCRIPTION,
                        Messages.sessionDescription(mode.id(), key.bytes(), member.sessionId()));
        member.outgoing().send(VoiceOpcode.MEDIA_SINK_WANTS, Messages.wants());
    }

    private void speaking(Member member, JsonNode data) throws Refusal {
        JsonNode flags = Given.object(data).path("speaking");
        if (!flags.isIntegralNumber() && !flags.isBoolean()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        server.rooms().announce(member, flags.isBoolean() ? (flags.booleanValue() ? 1 : 0) : flags.intValue());
    }

    private void resume(Connection connection, JsonNode data) throws Refusal {
        if (connection.stage() != Connection.Stage.OPEN) {
            throw new Refusal(CloseCode.ALREADY_AUTHENTICATED);
        }
        String session = Given.text(data, "session_id");
        String token = Given.text(data, "token");
        long guild = Given.id(data, "server_id");
        Member member = server.rooms().all().stream()
                .filter(one -> one.guildId() == guild && one.sessionId().equals(session) && one.showed(token))
                .findFirst()
                .orElseThrow(() -> new Refusal(CloseCode.SESSION_INVALID));
        JsonNode acknowledged = data.path("seq_ack");
        int number = acknowledged.isIntegralNumber() ? acknowledged.intValue() : NONE;
        if (number < NONE || number > LAST_NUMBER) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        member.outgoing().close(CloseCode.SESSION_INVALID);
        if (!member.outgoing().resume(connection, number, NullNode.getInstance())) {
            member.detached(clock.millis());
            throw new Refusal(CloseCode.SESSION_INVALID);
        }
        connection.bind(member);
        member.attached();
    }

    /** Closes because of what the client sent. A session that may not be resumed afterwards ends. */
    void refuse(Connection connection, CloseCode code) {
        connection.member().ifPresent(member -> {
            if (code.resumable()) {
                member.detached(clock.millis());
            } else {
                member.outgoing().disconnect();
                server.rooms().end(member, code);
            }
        });
        connection.close(code);
    }

    /** Leaving politely ends the session; vanishing keeps it for a while. */
    void closed(Connection connection, int code) {
        connection.member().ifPresent(member -> {
            member.detached(clock.millis());
            if (code == NORMAL_CLOSURE) {
                server.rooms().end(member, CloseCode.DISCONNECTED);
            }
        });
        connection.closed();
    }

    private static Member memberOf(Connection connection) throws Refusal {
        return connection.member().orElseThrow(() -> new Refusal(CloseCode.NOT_AUTHENTICATED));
    }
}
