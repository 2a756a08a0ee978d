package io.guildhall.guild.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PinOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** The newest pinned messages, newest pin first, by the route of older libraries. */
@Singleton
public final class ListPinsOld implements ChannelOperation {
    private static final int MOST = 50;

    @Override
    public Operation operation() {
        return PinOperations.LIST_PINS_OLD;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (!Permission.READ_MESSAGE_HISTORY.in(place.permissions(call.callerId()))) {
            return Reply.json(Json.array());
        }
        PinnedPage page = PinnedPage.of(place, call);
        return Reply.later(() -> {
            ArrayNode messages = Json.array();
            for (JsonNode item : page.read(Long.MAX_VALUE, MOST).path("items")) {
                messages.add(item.get("message"));
            }
            return Reply.json(messages);
        });
    }
}
