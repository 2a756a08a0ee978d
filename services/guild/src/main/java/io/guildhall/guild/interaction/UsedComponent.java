package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * The component that somebody uses.
 *
 * @param values what was chosen from a menu
 */
public record UsedComponent(Given<Long> componentType, Given<String> customId, Given<JsonNode> values) {
    public static UsedComponent of(JsonNode data) {
        Fields fields = new Fields(data);
        return new UsedComponent(fields.number("component_type"), fields.text("custom_id"), fields.tree("values"));
    }
}
