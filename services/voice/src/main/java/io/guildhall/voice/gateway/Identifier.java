package io.guildhall.voice.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.model.rpc.VoicePlace;
import io.guildhall.observability.process.Later;
import io.guildhall.voice.config.VoiceConfig;
import io.guildhall.voice.message.CloseCode;
import io.guildhall.voice.message.Messages;
import io.guildhall.voice.message.Outgoing;
import io.guildhall.voice.message.VoiceOpcode;
import io.guildhall.voice.room.Member;
import io.guildhall.voice.room.Rights;
import io.guildhall.voice.server.VoiceServer;
import io.guildhall.voicemedia.AeadMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets those in whom a gateway has sent, once the guild's owner has said what they may do. Both hear of somebody who comes into a channel at the
 * same moment, and who is fast is here before the owner's word: it is waited for. On the loop of media.
 */
@ApplicationScoped
public class Identifier {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final VoiceServer server;
    private final VoiceConfig config;
    private final Clock clock;
    private final String address;

    private record Shown(VoiceToken token, String text, String sessionId) {}

    public Identifier(VoiceServer server, VoiceConfig config, Clock clock) {
        this.server = server;
        this.config = config;
        this.clock = clock;
        this.address =
                config.publicAddress().filter(given -> !given.isBlank()).orElseGet(() -> reachable(config.host()));
    }

    void identify(Connection connection, JsonNode data) throws Refusal {
        if (connection.stage() != Connection.Stage.OPEN) {
            throw new Refusal(CloseCode.ALREADY_AUTHENTICATED);
        }
        String text = Given.text(data, "token");
        String session = Given.text(data, "session_id");
        long user = Given.id(data, "user_id");
        long guild = Given.id(data, "server_id");
        VoiceToken token = server.admission()
                .take(text, session, clock.millis())
                .filter(good -> good.userId() == user)
                .orElseThrow(() -> new Refusal(CloseCode.AUTHENTICATION_FAILED));
        if (token.serverId() != guild
                || data.hasNonNull("channel_id") && Given.id(data, "channel_id") != token.channelId()) {
            throw new Refusal(CloseCode.SERVER_NOT_FOUND);
        }
        connection.waits();
        admit(
                connection,
                new Shown(token, text, session),
                clock.millis() + config.ownerPatience().toMillis());
    }

    private void admit(Connection connection, Shown shown, long until) {
        if (connection.stage() != Connection.Stage.WAITING) {
            return;
        }
        VoiceToken token = shown.token();
        Optional<VoicePlace> place = server.places()
                .find(token.serverId(), token.userId())
                .filter(told -> told.getChannelId() == token.channelId())
                .filter(told -> told.getSessionId().equals(shown.sessionId()));
        if (place.isPresent()) {
            enter(connection, shown, Rights.of(place.get()));
        } else if (clock.millis() >= until) {
            connection.close(CloseCode.SESSION_INVALID);
        } else {
            Later.run(server.loop(), PAUSE, "Waiting for an owner's word", () -> admit(connection, shown, until));
        }
    }

    private void enter(Connection connection, Shown shown, Rights rights) {
        Member member = new Member(
                shown.token(),
                shown.text(),
                shown.sessionId(),
                rights,
                new Outgoing(connection.version(), connection),
                config.maxPackets(),
                System.nanoTime());
        server.rooms().admit(member);
        connection.bind(member);
        member.outgoing()
                .send(VoiceOpcode.READY, Messages.ready(member.ssrc(), address, server.mediaPort(), AeadMode.ids()));
        server.rooms().enter(member);
    }

    /** Clients want a literal address. */
    private static String reachable(String host) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(host);
            return parsed instanceof Inet4Address && !parsed.isAnyLocalAddress()
                    ? parsed.getHostAddress()
                    : "127.0.0.1";
        } catch (IllegalArgumentException noLiteral) {
            return "127.0.0.1";
        }
    }
}
