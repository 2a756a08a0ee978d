package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** A lobby is linked to a channel no more. */
@Singleton
public final class LobbyUnlinked implements GuildStep {
    private final Linking linking;

    public LobbyUnlinked(Linking linking) {
        this.linking = linking;
    }

    @Override
    public String step() {
        return LinkStep.UNLINKED;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = LinkStep.id(body, "lobby_id");
        guild.findChannel(LinkStep.id(body, ChannelLink.CHANNEL_ID)).ifPresent(found -> ChannelLink.of(found)
                .filter(link -> link.lobby() == lobby)
                .ifPresent(link -> linking.changed(guild, found, ChannelLink.without(found), by(body, link), changes)));
        return Reply.noContent();
    }

    /** Owners of an earlier release do not say who it was. */
    private static long by(JsonNode body, ChannelLink link) {
        return body.has(LinkStep.USER_ID) ? LinkStep.id(body, LinkStep.USER_ID) : link.application();
    }
}
