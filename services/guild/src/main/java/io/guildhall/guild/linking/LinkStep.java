package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** What a lobby asks of the guild of a channel. */
public final class LinkStep {
    /** To look whether somebody may link the channel to the lobby. */
    static final String MAY = "mayLinkLobby";

    public static final String LINKED = "lobbyLinked";
    public static final String UNLINKED = "lobbyUnlinked";
    public static final String SAID = "lobbySaid";

    private LinkStep() {}

    /** Whom the audit log names. */
    static final String USER_ID = "user_id";

    /** What every step names. */
    public static ObjectNode body(long channel, long lobby) {
        return Json.object()
                .put(ChannelLink.CHANNEL_ID, Snowflake.format(channel))
                .put("lobby_id", Snowflake.format(lobby));
    }

    public static void ask(long guild, String step, ObjectNode body, Changes changes) {
        changes.step(Keys.guild(guild), step, body);
    }

    static long id(JsonNode body, String name) {
        return Snowflake.parse(body.path(name).asText());
    }
}
