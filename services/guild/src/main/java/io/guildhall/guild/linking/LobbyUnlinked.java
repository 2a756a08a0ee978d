package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;

/** A lobby is linked to a channel no more. */
@Singleton
public final class LobbyUnlinked implements GuildStep {
    @Override
    public String step() {
        return LinkStep.UNLINKED;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = LinkStep.id(body, "lobby_id");
        guild.findChannel(LinkStep.id(body, ChannelLink.CHANNEL_ID))
                .filter(found -> ChannelLink.of(found)
                        .filter(link -> link.lobby() == lobby)
                        .isPresent())
                .ifPresent(found -> new GuildEdits(guild, changes)
                        .saveChannelQuietly(found.with(Channels.LINKED_LOBBY, null)
                                .with(Channels.LINKED_APPLICATION, null)
                                .with(Channels.LINKED_BY, null)));
        return Reply.noContent();
    }
}
