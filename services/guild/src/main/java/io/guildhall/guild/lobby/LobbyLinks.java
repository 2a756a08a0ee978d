package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.linking.LinkStep;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Links lobbies to channels of guilds, and takes it back. */
@Singleton
public final class LobbyLinks {
    /** The flag of members who may. */
    private static final long CAN_LINK = 1;

    private final LobbyEdits edits;

    public LobbyLinks(LobbyEdits edits) {
        this.edits = edits;
    }

    @Produces
    @Singleton
    public LobbyOperation linkLobbyChannel() {
        return new LobbyHandler(LobbyOperations.LINK_LOBBY_CHANNEL, this::link);
    }

    /** The api has asked the channel's guild before, and says which one it is. */
    private Reply link(LobbyState lobby, Call call, Changes changes) {
        requireMay(lobby, call.callerId());
        RowView before = lobby.row();
        Long channel = LinkingBody.of(call.body()).channelId().orNull();
        if (channel != null && before.has(Lobbies.SECRET)) {
            throw ApiException.invalidField(
                    "channel_id", "LOBBY_NOT_LINKABLE", "Lobbies that people join by a secret have no channel.");
        }
        Long guild = channel == null ? null : guild(call);
        before.find(Lobbies.LINKED_CHANNEL)
                .filter(old -> !old.equals(channel))
                .ifPresent(old -> unlink(lobby, call.callerId(), changes));
        RowView after = Rows.with(Rows.with(before, Lobbies.LINKED_GUILD, guild), Lobbies.LINKED_CHANNEL, channel);
        if (channel != null && !before.row().equals(after.row())) {
            ObjectNode linked = LinkStep.body(channel, lobby.id())
                    .put("application_id", Snowflake.format(lobby.applicationId()))
                    .put("user_id", Snowflake.format(call.callerId()));
            LinkStep.ask(guild, LinkStep.LINKED, linked, changes);
        }
        edits.saveAndTell(lobby, after, changes);
        return Reply.json(LobbyView.json(lobby));
    }

    private static long guild(Call call) {
        if (call.forwarded().isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
        return Snowflake.parse(Json.parse(call.forwarded()).path("guild_id").asText());
    }

    private static void requireMay(LobbyState lobby, long user) {
        boolean may = user == lobby.applicationId()
                || lobby.member(user)
                        .filter(member -> (member.get(LobbyMembers.FLAGS, 0L) & CAN_LINK) != 0)
                        .isPresent();
        if (!may) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    /** The channel hears it, if there is one, and the guild whose doing it was. */
    static void unlink(LobbyState lobby, long by, Changes changes) {
        RowView row = lobby.row();
        row.find(Lobbies.LINKED_CHANNEL)
                .ifPresent(channel -> LinkStep.ask(
                        row.get(Lobbies.LINKED_GUILD),
                        LinkStep.UNLINKED,
                        LinkStep.body(channel, lobby.id()).put("user_id", Snowflake.format(by)),
                        changes));
    }

    /** Lets the channel hear what a member says. */
    static void say(LobbyState lobby, RowView message, Changes changes) {
        lobby.row().find(Lobbies.LINKED_CHANNEL).ifPresent(channel -> {
            ObjectNode said = LinkStep.body(channel, lobby.id())
                    .put("message_id", Snowflake.format(message.get(Messages.MESSAGE_ID)))
                    .put("author_id", Snowflake.format(message.get(Messages.AUTHOR_ID)))
                    .put("content", message.get(Messages.CONTENT, ""));
            JsonNode author = Json.parse(message.get(Messages.AUTHOR));
            LinkStep.ask(lobby.row().get(Lobbies.LINKED_GUILD), LinkStep.SAID, said.set("author", author), changes);
        });
    }
}
