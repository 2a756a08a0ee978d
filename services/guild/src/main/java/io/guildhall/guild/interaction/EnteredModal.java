package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.payload.Json;

/**
 * A form as somebody sends it off.
 *
 * @param id the interaction that opened it
 * @param components what was entered, in the form's own nesting
 */
public record EnteredModal(Given<Long> id, Given<String> customId, Given<JsonNode> components) {
    public static EnteredModal of(JsonNode data) {
        Fields fields = new Fields(data);
        return new EnteredModal(fields.snowflake("id"), fields.text("custom_id"), fields.tree("components"));
    }

    static EnteredModal in(NewInteraction interaction) {
        return of(interaction.data().or(Json.object()));
    }
}
