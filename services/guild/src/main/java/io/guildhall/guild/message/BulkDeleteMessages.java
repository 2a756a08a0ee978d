package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Deletes up to a hundred messages of the last two weeks at once. Ids of messages that are gone are passed over. */
@Singleton
public final class BulkDeleteMessages implements ChannelOperation {
    private static final long OLDEST = Duration.ofDays(14).toMillis();

    @Override
    public Operation operation() {
        return MessageOperations.BULK_DELETE_MESSAGES;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (place.guildId().isEmpty()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_DM_CHANNEL);
        }
        List<RowView> found = new MessageStore(place.storage(), place.channelId()).findAll(ids(place, call));
        call.audit().target(place.channelId()).option("count", Integer.toString(found.size()));
        if (found.isEmpty()) {
            call.audit().skip();
            return Reply.noContent();
        }
        ObjectNode payload = Json.object();
        ArrayNode deleted = payload.putArray("ids");
        Deletions.deleteAll(place, found, changes);
        found.forEach(message -> deleted.add(Snowflake.format(message.get(Messages.MESSAGE_ID))));
        MessageEvents.about(DispatchEvent.MESSAGE_DELETE_BULK, place, payload, changes);
        return Reply.noContent();
    }

    private static List<Long> ids(Place place, Call call) {
        List<Long> ids = BulkDeletion.of(call.body()).messages().required();
        for (long id : ids) {
            if (Snowflake.timestamp(id) < place.now() - OLDEST) {
                throw ApiException.of(ErrorCode.ONE_OF_THE_MESSAGES_PROVIDED_WAS_TOO_OLD_FOR_BULK_DELETE);
            }
        }
        return ids;
    }
}
