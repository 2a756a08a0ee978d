package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Pins;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pins of one channel, newest first. */
public record PinStore(Place place) {
    /** As many messages as may be pinned in a channel. */
    static final int MOST = 250;

    /** The message of the route and all pins of its channel. */
    public static List<ReadRequest> foreseen(RestCall call) {
        List<ReadRequest> message = MessageReads.named(call);
        return message.isEmpty()
                ? message
                : List.of(message.getFirst(), everything(Snowflake.parse(call.getPathOrThrow("channel_id"))));
    }

    public List<RowView> all() {
        return place.storage().read(Pins.TABLE, everything(place.channelId()));
    }

    private static ReadRequest everything(long channelId) {
        return Read.from(Pins.TABLE, channelId).limit(MOST).build();
    }

    /** Puts the message on the list, later than any other, so that a page can go on from each; refuses when the list is full. */
    public void add(long messageId, long userId, Changes changes) {
        List<RowView> before = all();
        if (before.size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_PINS_REACHED_FOR_THE_CHANNEL);
        }
        long now = before.isEmpty()
                ? place.now()
                : Math.max(place.now(), before.getFirst().get(Pins.PINNED_AT) + 1);
        changes.write(Write.to(Pins.TABLE, place.channelId(), now, messageId)
                .set(Pins.PINNED_BY, userId)
                .build());
        update(now, changes);
    }

    /** Takes the message off the list; nothing happens when it is not there. */
    public void remove(long messageId, Changes changes) {
        removeAll(Set.of(messageId), changes);
    }

    /** Takes messages off the list and tells of it once; those that are not there are passed over. */
    public void removeAll(Set<Long> messageIds, Changes changes) {
        Map<Boolean, List<RowView>> byFate =
                all().stream().collect(Collectors.partitioningBy(row -> messageIds.contains(row.get(Pins.MESSAGE_ID))));
        if (byFate.get(true).isEmpty()) {
            return;
        }
        byFate.get(true)
                .forEach(pin -> changes.write(Write.delete(
                        Pins.TABLE, place.channelId(), pin.get(Pins.PINNED_AT), pin.get(Pins.MESSAGE_ID))));
        List<RowView> left = byFate.get(false);
        update(left.isEmpty() ? null : left.getFirst().get(Pins.PINNED_AT), changes);
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
