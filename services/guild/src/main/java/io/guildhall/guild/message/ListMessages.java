package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;

/** A page of a channel's messages, newest first. Who may not read the history gets an empty page. */
@Singleton
public final class ListMessages implements ChannelOperation {
    private static final int USUAL = 50;

    @Override
    public Operation operation() {
        return MessageOperations.LIST_MESSAGES;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (!place.type().holdsMessages()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
        }
        if (!Permission.READ_MESSAGE_HISTORY.in(place.permissions(call.callerId()))) {
            return Reply.json(Json.array());
        }
        MessageStore store = new MessageStore(place.freeStorage(), place.channelId());
        MessageView view = MessageView.forCaller(place, store, call);
        return Reply.later(() -> {
            ArrayNode page = Json.array();
            page.addAll(view.jsonOfAll(page(store, call)));
            return Reply.json(page);
        });
    }

    private static List<RowView> page(MessageStore store, Call call) {
        int limit = call.queryNumber("limit", USUAL);
        if (call.queryId("around").isPresent()) {
            return store.around(call.queryId("around").get(), limit);
        }
        if (call.queryId("after").isPresent()) {
            return store.after(call.queryId("after").get(), limit);
        }
        return store.before(call.queryId("before").orElse(Long.MAX_VALUE), limit);
    }
}
