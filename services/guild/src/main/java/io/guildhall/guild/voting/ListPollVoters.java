package io.guildhall.guild.voting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.UserLookup;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PollOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PollVotes;
import jakarta.inject.Singleton;

/** Who voted for an answer, by id. For an answer that the poll does not have that is nobody. */
@Singleton
public final class ListPollVoters implements ChannelOperation {
    private static final int USUAL = 25;

    @Override
    public Operation operation() {
        return PollOperations.LIST_POLL_VOTERS;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        long messageId = call.id("message_id");
        MessageStore store = new MessageStore(place.freeStorage(), place.channelId());
        Read read = Read.from(PollVotes.TABLE, place.channelId(), messageId, call.id("answer_id"))
                .after(call.queryId("after").orElse(0L))
                .limit(call.queryNumber("limit", USUAL));
        return Reply.later(() -> {
            PolledMessage.of(store.get(messageId), ErrorCode.UNKNOWN_MESSAGE);
            return Reply.json(users(store.storage(), read));
        });
    }

    private static ObjectNode users(StorageFacade storage, Read read) {
        UserLookup profiles = UserLookup.stored(storage);
        ObjectNode answer = Json.object();
        ArrayNode users = answer.putArray("users");
        for (RowView row : storage.read(PollVotes.TABLE, read.build())) {
            profiles.find(row.get(PollVotes.USER_ID)).ifPresent(user -> users.add(Json.<JsonNode>tree(user)));
        }
        return answer;
    }
}
