package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says of a lobby. */
public record LobbySettings(
        Given<Long> idleTimeoutSeconds,
        Given<String> metadata,
        Given<List<NewLobbyMember>> members,
        Given<Long> flags,
        Given<String> overrideEventWebhooksUrl) {
    public static LobbySettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new LobbySettings(
                fields.number("idle_timeout_seconds"),
                fields.json("metadata"),
                fields.list("members", NewLobbyMember::of),
                fields.number("flags"),
                fields.text("override_event_webhooks_url"));
    }
}
