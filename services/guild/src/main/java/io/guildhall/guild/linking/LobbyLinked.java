package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A lobby is linked to a channel. When the channel has gone meanwhile, or was linked to another, the lobby hears that it is not. */
@Singleton
public final class LobbyLinked implements GuildStep {
    @Override
    public String step() {
        return LinkStep.LINKED;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = LinkStep.id(body, "lobby_id");
        long id = LinkStep.id(body, ChannelLink.CHANNEL_ID);
        Optional<GuildChannel> channel = guild.findChannel(id).filter(found -> ChannelLink.of(found)
                .filter(link -> link.lobby() != lobby)
                .isEmpty());
        channel.ifPresentOrElse(
                found -> new GuildEdits(guild, changes)
                        .saveChannelQuietly(found.with(Channels.LINKED_LOBBY, lobby)
                                .with(Channels.LINKED_APPLICATION, LinkStep.id(body, "application_id"))
                                .with(Channels.LINKED_BY, LinkStep.id(body, "user_id"))),
                () -> ChannelLink.tellGone(id, lobby, changes));
        return Reply.noContent();
    }
}
