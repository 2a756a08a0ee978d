package io.guildhall.guild.voting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.poll.Ballots;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PollOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.PollVotes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says for which answers of a poll somebody votes: for none takes the votes back. */
@Singleton
public final class Vote implements ChannelOperation {
    private static final String ANSWERS = "answer_ids";

    @Override
    public Operation operation() {
        return PollOperations.VOTE;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        List<ReadRequest> message = MessageReads.named(call);
        if (message.isEmpty()) {
            return message;
        }
        List<ReadRequest> all = new ArrayList<>(message);
        all.addAll(Ballots.foreseen(
                Snowflake.parse(call.getPathOrThrow("channel_id")),
                Snowflake.parse(call.getPathOrThrow("message_id")),
                call.getCaller().getUserId()));
        return all;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        PolledMessage message = PolledMessage.named(place, call, ErrorCode.POLL_VOTING_BLOCKED);
        StoredPoll poll = message.poll();
        long voter = call.callerId();
        Set<Long> wanted = Set.copyOf(VoteBody.of(call.body()).answerIds().required());
        if (poll.ended() || place.now() >= poll.expiry()) {
            throw ApiException.of(ErrorCode.POLL_EXPIRED);
        }
        if (place.isSilenced(voter)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        check(poll, wanted);
        long id = message.row().get(Messages.MESSAGE_ID);
        Set<Long> before = new Ballots(place.storage(), place.channelId()).of(poll, id, voter);
        StoredPoll counted = poll;
        for (long answer : poll.answerIds().toArray()) {
            if (before.contains(answer) && !wanted.contains(answer)) {
                changes.write(Write.delete(PollVotes.TABLE, place.channelId(), id, answer, voter));
                counted = counted.counted(answer, -1);
                tell(DispatchEvent.MESSAGE_POLL_VOTE_REMOVE, place, id, answer, voter, changes);
            }
        }
        for (long answer : poll.answerIds().toArray()) {
            if (wanted.contains(answer) && !before.contains(answer)) {
                changes.write(Write.to(PollVotes.TABLE, place.channelId(), id, answer, voter)
                        .set(PollVotes.CREATED_AT, place.now())
                        .build());
                counted = counted.counted(answer, 1);
                tell(DispatchEvent.MESSAGE_POLL_VOTE_ADD, place, id, answer, voter, changes);
            }
        }
        if (!wanted.equals(before)) {
            changes.write(Write.to(Messages.TABLE, place.channelId(), MessageBucket.of(id), id)
                    .set(Messages.POLL_VOTES, counted.counts())
                    .build());
        }
        return Reply.noContent();
    }

    private static void check(StoredPoll poll, Set<Long> wanted) {
        if (wanted.size() > 1 && !poll.isMultiple()) {
            throw ApiException.invalidField(ANSWERS, "BASE_TYPE_BAD_LENGTH", "Must be 1 or fewer in length.");
        }
        long last = poll.answerIds().max().orElse(0);
        if (wanted.stream().anyMatch(answer -> answer < 1 || answer > last)) {
            throw ApiException.invalidField(ANSWERS, "POLL_ANSWER_UNKNOWN", "The poll has no such answer.");
        }
    }

    private static void tell(
            DispatchEvent name, Place place, long messageId, long answer, long voter, Changes changes) {
        ObjectNode payload = Json.object()
                .put("user_id", Snowflake.format(voter))
                .put("message_id", Snowflake.format(messageId))
                .put("answer_id", answer);
        MessageEvents.about(name, place, payload, changes);
    }
}
