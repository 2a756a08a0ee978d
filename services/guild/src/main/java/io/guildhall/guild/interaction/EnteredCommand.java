package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;

/**
 * A command as somebody runs it, or fills it in.
 *
 * @param guildId the guild whose command it is; not given for a global one
 * @param targetId the user or message that a command of a menu is used on
 */
public record EnteredCommand(
        Given<Long> id, Given<Long> version, Given<Long> guildId, Given<Long> targetId, Given<JsonNode> options) {
    public static EnteredCommand of(JsonNode data) {
        Fields fields = new Fields(data);
        return new EnteredCommand(
                fields.snowflake("id"),
                fields.snowflake("version"),
                fields.snowflake("guild_id"),
                fields.snowflake("target_id"),
                fields.tree("options"));
    }

    static EnteredCommand in(NewInteraction interaction) {
        return of(interaction.data().or(Json.object()));
    }
}
