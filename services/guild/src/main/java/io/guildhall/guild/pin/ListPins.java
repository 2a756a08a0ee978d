package io.guildhall.guild.pin;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.OffsetDateTime;

/** A page of the pinned messages with the time of each pin, newest pin first. */
@Singleton
public final class ListPins implements ChannelOperation {
    private static final int USUAL = 50;

    @Override
    public Operation operation() {
        return PinOperations.LIST_PINS;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (!Permission.READ_MESSAGE_HISTORY.in(place.permissions(call.callerId()))) {
            ObjectNode none = Json.object().put("has_more", false);
            none.putArray("items");
            return Reply.json(none);
        }
        long before = call.query().hasNonNull("before")
                ? OffsetDateTime.parse(call.query().get("before").asText())
                        .toInstant()
                        .toEpochMilli()
                : Long.MAX_VALUE;
        int limit = call.queryNumber("limit", USUAL);
        PinnedPage page = PinnedPage.of(place, call);
        return Reply.later(() -> Reply.json(page.read(before, limit)));
    }
}
