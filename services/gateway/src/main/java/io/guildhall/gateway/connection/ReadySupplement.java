package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * What follows READY for people. Some clients count as connected only with it. READY says of guilds that they are on their way, and each comes with its
 * members, presences and voice states in GUILD_CREATE, so that there is nothing of them here but their places.
 */
final class ReadySupplement {
    private ReadySupplement() {}

    static Dispatch build(long[] guilds) {
        ObjectNode supplement = Json.object();
        ArrayNode places = supplement.putArray("guilds");
        ArrayNode members = supplement.putArray("merged_members");
        ObjectNode presences = supplement.putObject("merged_presences");
        ArrayNode inGuilds = presences.putArray("guilds");
        presences.putArray("friends");
        supplement.putArray("lazy_private_channels");
        supplement.putArray("game_invites");
        for (long guild : guilds) {
            ObjectNode place = places.addObject().put("id", Snowflake.format(guild));
            place.putArray("voice_states");
            place.putArray("embedded_activities");
            members.addArray();
            inGuilds.addArray();
        }
        return new Dispatch(
                PersonEvent.READY_SUPPLEMENTAL.name(), Json.bytes(supplement).toByteArray());
    }
}
