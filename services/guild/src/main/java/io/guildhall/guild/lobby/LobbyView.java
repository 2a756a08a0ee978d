package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Channel;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.Messages;

/** Lobbies, members and messages as answers and events show them. */
final class LobbyView {
    private LobbyView() {}

    static ObjectNode json(LobbyState lobby) {
        ArrayNode members = Json.array();
        lobby.members().values().forEach(member -> members.add(member(member)));
        return settings(lobby).set("members", members);
    }

    /** Without its members. */
    static ObjectNode settings(LobbyState lobby) {
        RowView row = lobby.row();
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(lobby.id()))
                .put("application_id", Snowflake.format(lobby.applicationId()));
        json.set("metadata", Metadata.json(row.get(Lobbies.METADATA)));
        row.find(Lobbies.LINKED_CHANNEL)
                .flatMap(channel -> lobby.storage().row(Channels.TABLE, row.get(Lobbies.LINKED_GUILD), channel))
                .ifPresent(channel -> json.set("linked_channel", Json.tree(Channel.from(channel))));
        return json.put("flags", row.get(Lobbies.FLAGS, 0L))
                .put("override_event_webhooks_url", row.get(Lobbies.EVENTS_URL));
    }

    static ObjectNode member(RowView row) {
        ObjectNode json = Json.object().put("id", Snowflake.format(row.get(LobbyMembers.USER_ID)));
        json.set("metadata", Metadata.json(row.get(LobbyMembers.METADATA)));
        json.put("flags", row.get(LobbyMembers.FLAGS, 0L));
        row.find(LobbyMembers.ADDITIONAL_NAME).ifPresent(name -> json.put("additional_name", name));
        return json;
    }

    /** What an event says of one member. */
    static ObjectNode about(LobbyState lobby, JsonNode member) {
        return Json.object()
                .put("lobby_id", Snowflake.format(lobby.id()))
                .put("application_id", Snowflake.format(lobby.applicationId()))
                .set("member", member);
    }

    /** The channel that it stands in is the lobby itself. */
    static ObjectNode message(LobbyState lobby, RowView row) {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(row.get(Messages.MESSAGE_ID)))
                .put("type", row.get(Messages.TYPE, 0L))
                .put("content", row.get(Messages.CONTENT, ""))
                .put("lobby_id", Snowflake.format(lobby.id()))
                .put("channel_id", Snowflake.format(lobby.id()));
        json.set("author", Json.tree(Json.read(row.get(Messages.AUTHOR), User.class)));
        row.find(Messages.ADDITIONAL_NAME)
                .ifPresent(name -> json.set("lobby_member", Json.object().put("additional_name", name)));
        row.find(Messages.MODERATION_METADATA).ifPresent(text -> json.set("moderation_metadata", Json.parse(text)));
        return json.put("flags", row.get(Messages.FLAGS, 0L))
                .put("application_id", Snowflake.format(lobby.applicationId()));
    }
}
