package io.guildhall.gateway.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.UpdateVoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Events from owners that are for the gateway itself. Clients never see them. */
@ApplicationScoped
public class ControlEvents {
    private static final Logger LOG = Logger.getLogger(ControlEvents.class);

    private final GuildJoin guilds;
    private final VoiceServers servers;

    public ControlEvents(GuildJoin guilds, VoiceServers servers) {
        this.guilds = guilds;
        this.servers = servers;
    }

    /** On the session's lane. */
    public void handle(Session session, Dispatch event) {
        JsonNode data = Json.parse(new String(event.payload(), StandardCharsets.UTF_8));
        switch (event.name()) {
            case "$GUILD_ATTACH" -> {
                long guild = Snowflake.parse(data.path("guild_id").asText());
                if (session.profile().takes(guild) && !session.lane().attached(session, guild)) {
                    guilds.enter(session, guild);
                }
            }
            case "$GUILD_DETACH" ->
                session.lane()
                        .leave(session, Snowflake.parse(data.path("guild_id").asText()));
            case "$VOICE_STATE" -> voice(session, data);
            case "$INVALIDATE" -> {
                if (concerns(session, data.path("logins"))) {
                    session.invalidate(data.path("resumable").asBoolean(false));
                }
            }
            default -> LOG.warnf("Unknown control event %s", event.name());
        }
    }

    /** A session that comes into a channel, or is moved into one, connects anew; whatever else changes, it stays connected. */
    private void voice(Session session, JsonNode data) {
        long guild = Snowflake.parse(data.path("guild_id").asText());
        long channel = Snowflake.parse(data.path("channel_id").asText());
        if (channel == 0 || !data.path("session_id").asText().equals(session.id())) {
            session.voices().gone(guild);
            return;
        }
        boolean stays = session.voices().isIn(guild, channel);
        session.voices()
                .told(
                        guild,
                        UpdateVoiceState.newBuilder()
                                .setUserId(session.profile().userId())
                                .setSessionId(session.id())
                                .setChannelId(channel)
                                .setSelfMute(data.path("self_mute").asBoolean())
                                .setSelfDeaf(data.path("self_deaf").asBoolean())
                                .setSuppressed(data.path("suppress").asBoolean())
                                .setRequestedAt(data.path("requested_at").asLong())
                                .setEpoch(data.path("epoch").asLong())
                                .build());
        if (!stays) {
            servers.tell(session, guild, channel);
        }
    }

    /** An invalidation that names no logins is for all sessions of the user. */
    private static boolean concerns(Session session, JsonNode logins) {
        if (!logins.isArray()) {
            return true;
        }
        String own = Snowflake.format(session.profile().login());
        for (JsonNode login : logins) {
            if (login.asText().equals(own)) {
                return true;
            }
        }
        return false;
    }
}
