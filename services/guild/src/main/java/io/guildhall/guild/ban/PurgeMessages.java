package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.actor.Reply;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;

/** Deletes messages of a banned user from one channel, and tells those who see the channel. */
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
        for (JsonNode id : ids) {
            long message = Snowflake.parse(id.asText());
            changes.write(Write.delete(Messages.TABLE, channel, MessageBucket.of(message), message));
        }
        ObjectNode payload = Json.object()
                .put("channel_id", Snowflake.format(channel))
                .put("guild_id", Snowflake.format(guild.id()));
        if (ids.size() == 1) {
            payload.set("id", ids.get(0));
        } else {
            payload.set("ids", ids);
        }
        DispatchEvent name = ids.size() == 1 ? DispatchEvent.MESSAGE_DELETE : DispatchEvent.MESSAGE_DELETE_BULK;
        changes.event(Events.inChannel(name, channel, payload).build());
        return Reply.noContent();
    }
}
