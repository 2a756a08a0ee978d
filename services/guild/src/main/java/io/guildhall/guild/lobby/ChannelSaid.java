package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;

/** What is said in the channel that a lobby is linked to is said in the lobby too. What came from the lobby comes back, and is known here by its id. */
@Singleton
public final class ChannelSaid implements LobbyStep {
    private final LobbyNews news;
    private final LobbyLife life;

    public ChannelSaid(LobbyNews news, LobbyLife life) {
        this.news = news;
        this.life = life;
    }

    @Override
    public String step() {
        return ChannelLink.SAID;
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        long channel = Snowflake.parse(body.path(ChannelLink.CHANNEL_ID).asText());
        long id = Snowflake.parse(body.path("message_id").asText());
        if (lobby.row().get(Lobbies.LINKED_CHANNEL, 0L) != channel
                || new MessageStore(lobby.storage(), lobby.id()).find(id).isPresent()) {
            return;
        }
        RowView row = Rows.create(Messages.TABLE, lobby.id(), MessageBucket.of(id), id);
        row = Rows.with(
                row, Messages.AUTHOR_ID, Snowflake.parse(body.path("author_id").asText()));
        row = Rows.with(row, Messages.AUTHOR, Json.bytes(body.path("author")));
        row = Rows.with(row, Messages.CONTENT, body.path("content").asText());
        changes.write(Rows.write(row));
        changes.write(
                Write.to(MessageBuckets.TABLE, lobby.id(), MessageBucket.of(id)).build());
        news.tell(lobby, PersonEvent.LOBBY_MESSAGE_CREATE, LobbyView.message(lobby, row), changes);
        life.used(lobby, changes);
    }
}
