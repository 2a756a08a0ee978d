package io.guildhall.guild.voting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.PollEnd;
import io.guildhall.guild.poll.PollReminder;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;
import java.util.List;

/** A poll's time is over: it ends, unless it was ended before or is gone. */
@Singleton
public final class PollIsOver implements ChannelStep {
    private final PollEnd end;

    PollIsOver(PollEnd end) {
        this.end = end;
    }

    @Override
    public String step() {
        return PollReminder.STEP;
    }

    @Override
    public List<ReadRequest> foreseen(JsonNode body) {
        return MessageReads.message(id(body, CHANNEL_ID), id(body, PollReminder.MESSAGE_ID));
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        new MessageStore(place.storage(), place.channelId())
                .find(id(body, PollReminder.MESSAGE_ID))
                .ifPresent(message -> endOpen(place, message, changes));
        return Reply.noContent();
    }

    private void endOpen(Place place, RowView message, Changes changes) {
        StoredPoll.of(message).filter(poll -> !poll.ended()).ifPresent(poll -> end.end(place, message, poll, changes));
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
