package io.guildhall.guild.commandaccess;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request sets a command's grants to. */
public record GrantList(Given<JsonNode> permissions) {
    public static GrantList of(JsonNode body) {
        return new GrantList(new Fields(body).tree("permissions"));
    }

    List<Grant> grants() {
        return permissions.value().map(list -> Fields.each(list, Grant::of)).orElse(List.of());
    }
}
