package io.guildhall.guild.linking;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.ban.BanBook;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.GameMessages;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** What is said in a lobby is said in the channel too that is linked to it, in the name of who said it and of the game; but for those who are banned. */
@Singleton
public final class LobbySaid implements GuildStep {
    private final GameMessages messages;

    public LobbySaid(GameMessages messages) {
        this.messages = messages;
    }

    @Override
    public String step() {
        return LinkStep.SAID;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(BanBook.foreseen(guildId, LinkStep.id(body, "author_id")).getLast());
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long lobby = LinkStep.id(body, "lobby_id");
        long author = LinkStep.id(body, "author_id");
        if (new BanBook(guild).isBanned(author)) {
            return Reply.noContent();
        }
        guild.findChannel(LinkStep.id(body, ChannelLink.CHANNEL_ID))
                .flatMap(ChannelLink::of)
                .filter(link -> link.lobby() == lobby)
                .ifPresent(link -> messages.send(
                        new GuildPlace(guild, link.channelId()),
                        LinkStep.id(body, "message_id"),
                        Json.read(Json.bytes(body.path("author")), User.class),
                        author,
                        body.path("content").asText(),
                        link.application(),
                        changes));
        return Reply.noContent();
    }
}
