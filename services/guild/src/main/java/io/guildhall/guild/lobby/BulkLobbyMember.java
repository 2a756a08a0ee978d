package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What becomes of one of several members. */
public record BulkLobbyMember(Given<Long> id, LobbyMemberBody member, Given<Boolean> removeMember) {
    public static BulkLobbyMember of(JsonNode body) {
        Fields fields = new Fields(body);
        return new BulkLobbyMember(fields.snowflake("id"), LobbyMemberBody.of(fields), fields.flag("remove_member"));
    }
}
