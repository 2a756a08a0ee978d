package io.guildhall.gateway.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.identity.TokenConfig;
import io.guildhall.identity.voice.VoiceToken;
import io.guildhall.identity.voice.VoiceTokens;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Tells sessions where they connect for voice, with a token that is good for this once. All of a guild is at one node. While there is none
 * the address is null, which clients take for a server that is being looked for.
 */
@ApplicationScoped
public class VoiceServers {
    private final Discovery discovery;
    private final VoiceTokens tokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public VoiceServers(Discovery discovery, TokenConfig config, Clock clock) {
        this(discovery, new VoiceTokens(config.secret()), clock);
    }

    VoiceServers(Discovery discovery, VoiceTokens tokens, Clock clock) {
        this.discovery = discovery;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The session is in this channel by now. On the session's lane. */
    public void tell(Session session, long guildId, long channelId) {
        List<Node> nodes = discovery.nodes(Role.VOICE).stream()
                .filter(node -> !node.publicUrl().isEmpty())
                .toList();
        Optional<Node> node = Ring.choose(nodes, guildId);
        VoiceToken token =
                new VoiceToken(session.profile().userId(), guildId, channelId, clock.millis(), random.nextLong());
        ObjectNode server = Json.object()
                .put(
                        "token",
                        tokens.write(token, session.id(), node.map(Node::id).orElse("")))
                .put("guild_id", Snowflake.format(guildId))
                .put("endpoint", node.map(Node::publicUrl).orElse(null));
        session.dispatch(new Dispatch(
                DispatchEvent.VOICE_SERVER_UPDATE.name(), Json.bytes(server).toByteArray()));
    }
}
