package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import jakarta.inject.Singleton;

/** The channel that a lobby was linked to is gone, or belongs to another lobby. */
@Singleton
public final class ChannelGone implements LobbyStep {
    private final LobbyEdits edits;

    public ChannelGone(LobbyEdits edits) {
        this.edits = edits;
    }

    @Override
    public String step() {
        return ChannelLink.GONE;
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        long channel = Snowflake.parse(body.path(ChannelLink.CHANNEL_ID).asText());
        RowView row = lobby.row();
        if (row.get(Lobbies.LINKED_CHANNEL, 0L) == channel) {
            edits.saveAndTell(
                    lobby,
                    Rows.with(Rows.with(row, Lobbies.LINKED_GUILD, null), Lobbies.LINKED_CHANNEL, null),
                    changes);
        }
    }
}
