package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody says in a lobby. */
public record LobbyMessageBody(Given<String> content, Given<Long> flags, Given<String> metadata) {
    public static LobbyMessageBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new LobbyMessageBody(fields.text("content"), fields.number("flags"), fields.json("metadata"));
    }
}
