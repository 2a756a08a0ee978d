package io.guildhall.guild.voting;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.table.RowView;

/** The message of a route, with its poll. */
record PolledMessage(RowView row, StoredPoll poll) {
    /**
     * @param none how it is refused when the message has no poll
     * @throws ApiException 10008 when there is no such message
     */
    static PolledMessage of(RowView row, ErrorCode none) {
        return new PolledMessage(row, StoredPoll.of(row).orElseThrow(() -> ApiException.of(none)));
    }

    static PolledMessage named(Place place, Call call, ErrorCode none) {
        return of(new MessageStore(place.storage(), place.channelId()).get(call.id("message_id")), none);
    }
}
