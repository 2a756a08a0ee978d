package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * How an application answers an interaction first.
 *
 * @param data a message, an edit of one, choices or a modal, as the type says
 */
public record Callback(Given<Long> type, Given<JsonNode> data) {
    public static Callback of(JsonNode body) {
        Fields fields = new Fields(body);
        return new Callback(fields.number("type"), fields.tree("data"));
    }
}
