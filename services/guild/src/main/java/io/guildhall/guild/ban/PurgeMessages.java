package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.Deletions;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Deletes messages of a banned user from one channel with what hangs on them, and tells those who see the channel. */
@Singleton
public final class PurgeMessages implements GuildStep {
    static final String STEP = "purgeMessages";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        long channel = Snowflake.parse(body.path("channel_id").asText());
        JsonNode ids = body.path("ids");
        if (guild.findChannel(channel).isEmpty() || ids.isEmpty()) {
            return Reply.noContent();
        }
        GuildPlace place = new GuildPlace(guild, channel);
        List<Long> asked = new ArrayList<>();
        ids.forEach(id -> asked.add(Snowflake.parse(id.asText())));
        List<RowView> found = new MessageStore(place.storage(), channel).findAll(asked);
        if (found.isEmpty()) {
            return Reply.noContent();
        }
        Deletions.deleteAll(place, found, changes);
        tell(guild, channel, found, changes);
        return Reply.noContent();
    }

    private static void tell(GuildState guild, long channel, List<RowView> deleted, Changes changes) {
        ObjectNode payload = Json.object()
                .put("channel_id", Snowflake.format(channel))
                .put("guild_id", Snowflake.format(guild.id()));
        boolean single = deleted.size() == 1;
        if (single) {
            payload.put("id", Snowflake.format(deleted.getFirst().get(Messages.MESSAGE_ID)));
        } else {
            ArrayNode ids = payload.putArray("ids");
            deleted.forEach(message -> ids.add(Snowflake.format(message.get(Messages.MESSAGE_ID))));
        }
        DispatchEvent name = single ? DispatchEvent.MESSAGE_DELETE : DispatchEvent.MESSAGE_DELETE_BULK;
        changes.event(Events.inChannel(name, channel, payload).build());
    }
}
