package io.guildhall.guild.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.Publication;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ChannelFollowers;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Brings a published message, as it is now, to some of the channel's followers, and asks for the next ones. */
@Singleton
public final class PublishMessage implements ChannelStep {
    /** Followers that one piece of work tells. */
    static final int PIECE = 50;

    @Override
    public String step() {
        return Publication.STEP;
    }

    @Override
    public List<ReadRequest> foreseen(JsonNode body) {
        List<ReadRequest> reads =
                new ArrayList<>(MessageReads.message(id(body, CHANNEL_ID), id(body, Publication.MESSAGE_ID)));
        reads.add(page(body));
        return reads;
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        long messageId = id(body, Publication.MESSAGE_ID);
        List<RowView> followers = place.storage().read(ChannelFollowers.TABLE, page(body));
        if (followers.isEmpty()) {
            return Reply.noContent();
        }
        ObjectNode published = Json.object()
                .put("guild_id", Snowflake.format(place.guildId().orElseThrow()))
                .put("channel_id", Snowflake.format(place.channelId()))
                .put("message_id", Snowflake.format(messageId));
        Publication.content(place, messageId).ifPresent(content -> published.set(TakePublished.CONTENT, content));
        for (RowView follower : followers) {
            ObjectNode told = published.deepCopy();
            told.put(TakePublished.WEBHOOK_ID, Snowflake.format(follower.get(ChannelFollowers.WEBHOOK_ID)));
            changes.step(Keys.guild(follower.get(ChannelFollowers.GUILD_ID)), TakePublished.STEP, told);
        }
        if (followers.size() == PIECE) {
            Publication.goOn(place, messageId, followers.getLast().get(ChannelFollowers.WEBHOOK_ID), changes);
        }
        return Reply.noContent();
    }

    private static ReadRequest page(JsonNode body) {
        return Read.from(ChannelFollowers.TABLE, id(body, CHANNEL_ID))
                .after(id(body, Publication.AFTER))
                .limit(PIECE)
                .build();
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
