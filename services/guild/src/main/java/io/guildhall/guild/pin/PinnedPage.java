package io.guildhall.guild.pin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageView;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Pins;
import java.util.List;
import java.util.Optional;

/** Reads pins together with their messages; outside the mailbox. */
record PinnedPage(MessageStore store, MessageView view) {
    static PinnedPage of(Place place, Call call) {
        MessageStore store = new MessageStore(place.freeStorage(), place.channelId());
        return new PinnedPage(store, MessageView.forCaller(place, store, call));
    }

    ObjectNode read(long before, int limit) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        List<RowView> pins = store.storage()
                .read(
                        Pins.TABLE,
                        Read.from(Pins.TABLE, store.channelId())
                                .after(before)
                                .limit(limit + 1)
                                .build());
        for (RowView pin : pins.subList(0, Math.min(limit, pins.size()))) {
            Optional<RowView> message = store.find(pin.get(Pins.MESSAGE_ID));
            message.ifPresent(row -> items.addObject()
                    .put("pinned_at", Json.timestamp(pin.get(Pins.PINNED_AT)))
                    .set("message", view.json(row)));
        }
        return page.put("has_more", pins.size() > limit);
    }
}
