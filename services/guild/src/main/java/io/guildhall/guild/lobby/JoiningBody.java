package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody says who joins by a secret; that of the lobby counts where it is not there yet. */
public record JoiningBody(
        Given<String> secret,
        Given<Long> idleTimeoutSeconds,
        Given<String> lobbyMetadata,
        Given<String> memberMetadata,
        Given<Long> flags) {
    public static JoiningBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new JoiningBody(
                fields.text("secret"),
                fields.number("idle_timeout_seconds"),
                fields.json("lobby_metadata"),
                fields.json("member_metadata"),
                fields.number("flags"));
    }
}
