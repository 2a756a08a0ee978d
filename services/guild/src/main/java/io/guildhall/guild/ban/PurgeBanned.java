package io.guildhall.guild.ban;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.Deletions;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.thread.Places;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** One piece of what banned users wrote is deleted with what hangs on it, and those who see the channel are told. */
@Singleton
public final class PurgeBanned implements GuildStep {
    @Override
    public String step() {
        return BannedMessages.STEP;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(BannedMessages.of(body).page());
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        BannedMessages job = BannedMessages.of(body);
        Optional<Place> place = Places.find(guild, job.channel());
        place.map(there -> piece(there, job, changes))
                .orElseGet(job::withoutChannel)
                .goOn(guild, changes);
        return Reply.noContent();
    }

    /** What is left afterwards. */
    private static BannedMessages piece(Place place, BannedMessages job, Changes changes) {
        List<RowView> page = place.storage().read(Messages.TABLE, job.page());
        List<RowView> due = job.due(page);
        if (!due.isEmpty()) {
            Deletions.deleteAll(place, due, changes);
            tell(place, due, changes);
        }
        return job.after(page, due);
    }

    private static void tell(Place place, List<RowView> deleted, Changes changes) {
        ObjectNode payload = Json.object();
        boolean single = deleted.size() == 1;
        if (single) {
            payload.put("id", Snowflake.format(deleted.getFirst().get(Messages.MESSAGE_ID)));
        } else {
            ArrayNode ids = payload.putArray("ids");
            deleted.forEach(message -> ids.add(Snowflake.format(message.get(Messages.MESSAGE_ID))));
        }
        MessageEvents.about(
                single ? DispatchEvent.MESSAGE_DELETE : DispatchEvent.MESSAGE_DELETE_BULK, place, payload, changes);
    }
}
