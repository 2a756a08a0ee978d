package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** One thing that an application tells of people. */
public record RoleConnectionFact(
        Given<Long> type,
        Given<String> key,
        Given<String> name,
        Given<JsonNode> nameLocalizations,
        Given<String> description,
        Given<JsonNode> descriptionLocalizations) {
    public static RoleConnectionFact of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RoleConnectionFact(
                fields.number("type"),
                fields.text("key"),
                fields.text("name"),
                fields.tree("name_localizations"),
                fields.text("description"),
                fields.tree("description_localizations"));
    }
}
