package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A lobby is linked to a channel. When the channel has gone meanwhile, or may not be linked any more, the lobby hears that it is not. */
@Singleton
public final class LobbyLinked implements GuildStep {
    private final Linking linking;

    public LobbyLinked(Linking linking) {
        this.linking = linking;
    }

    @Override
    public String step() {
        return LinkStep.LINKED;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = LinkStep.id(body, "lobby_id");
        long id = LinkStep.id(body, ChannelLink.CHANNEL_ID);
        Optional<GuildChannel> channel = guild.findChannel(id).filter(ChannelLink::fits);
        Optional<ChannelLink> before = channel.flatMap(ChannelLink::of);
        if (channel.isEmpty() || before.filter(link -> link.lobby() != lobby).isPresent()) {
            ChannelLink.tellGone(id, lobby, changes);
        } else if (before.isEmpty()) {
            long by = LinkStep.id(body, LinkStep.USER_ID);
            GuildChannel linked = channel.get()
                    .with(Channels.LINKED_LOBBY, lobby)
                    .with(Channels.LINKED_APPLICATION, LinkStep.id(body, "application_id"))
                    .with(Channels.LINKED_BY, by);
            linking.changed(guild, channel.get(), linked, by, changes);
        }
        return Reply.noContent();
    }
}
