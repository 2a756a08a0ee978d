package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Somebody whom a lobby begins with. */
public record NewLobbyMember(Given<Long> id, MemberFields fields) {
    public static NewLobbyMember of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewLobbyMember(fields.snowflake("id"), MemberFields.of(fields));
    }
}
