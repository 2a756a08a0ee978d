package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody shall be to a person. */
public record RelationshipBody(Given<Long> type) {
    public static RelationshipBody of(JsonNode body) {
        return new RelationshipBody(new Fields(body).number("type"));
    }
}
