package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** The step of the channel of two people by which one of them blocks the other, or does not any more. */
public final class BlockChanged {
    public static final String STEP = "blockChanged";

    private BlockChanged() {}

    public static JsonNode body(long by, boolean blocked) {
        return Json.object().put("user_id", Snowflake.format(by)).put("blocked", blocked);
    }

    static void apply(PrivateChannelState channel, JsonNode body) {
        channel.block(
                Snowflake.parse(body.path("user_id").asText()),
                body.path("blocked").asBoolean());
    }
}
