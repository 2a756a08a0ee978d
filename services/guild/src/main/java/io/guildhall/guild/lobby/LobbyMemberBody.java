package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What becomes of one member. */
public record LobbyMemberBody(MemberFields fields, Given<String> additionalName) {
    public static LobbyMemberBody of(JsonNode body) {
        return of(new Fields(body));
    }

    static LobbyMemberBody of(Fields fields) {
        return new LobbyMemberBody(MemberFields.of(fields), fields.text("additional_name"));
    }
}
