package io.guildhall.guild.pin;

import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Pins;
import java.util.List;
import java.util.Optional;

/** The pins of one channel, newest first. */
public record PinStore(Place place) {
    /** As many messages as may be pinned in a channel. */
    static final int MOST = 50;

    List<RowView> all() {
        return place.storage()
                .read(
                        Pins.TABLE,
                        Read.from(Pins.TABLE, place.channelId()).limit(MOST * 2).build());
    }

    void add(long messageId, long userId, Changes changes) {
        long now = place.now();
        changes.write(Write.to(Pins.TABLE, place.channelId(), now, messageId)
                .set(Pins.PINNED_BY, userId)
                .build());
        update(now, changes);
    }

    /** Takes the message off the list; nothing happens when it is not there. */
    public void remove(long messageId, Changes changes) {
        List<RowView> pins = all();
        Optional<RowView> pin = pins.stream()
                .filter(row -> row.get(Pins.MESSAGE_ID) == messageId)
                .findFirst();
        if (pin.isEmpty()) {
            return;
        }
        changes.write(Write.delete(Pins.TABLE, place.channelId(), pin.get().get(Pins.PINNED_AT), messageId));
        update(
                pins.stream()
                        .filter(row -> row.get(Pins.MESSAGE_ID) != messageId)
                        .map(row -> row.get(Pins.PINNED_AT))
                        .findFirst()
                        .orElse(null),
                changes);
    }

    private void update(Long lastPinAt, Changes changes) {
        place.setLastPinAt(lastPinAt, changes);
        MessageEvents.about(
                DispatchEvent.CHANNEL_PINS_UPDATE,
                place,
                Json.object().put("last_pin_timestamp", Json.timestampOrNull(lastPinAt)),
                changes);
    }
}
