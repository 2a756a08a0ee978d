package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.PollVotes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The poll of a message.
 *
 * @param definition the question, the answers and until when it is open
 * @param counts how many voted for each answer, in their order; shorter where nobody did yet
 * @param ended true once it is over and its results are said
 */
public record StoredPoll(ObjectNode definition, List<Long> counts, boolean ended) {
    /** Empty for a message without one. */
    public static Optional<StoredPoll> of(RowView message) {
        return message.find(Messages.POLL)
                .map(poll -> new StoredPoll(
                        (ObjectNode) Json.parse(poll),
                        message.get(Messages.POLL_VOTES, List.of()),
                        message.has(Messages.POLL_ENDED_AT)));
    }

    /** What deletes everybody's votes; the message's own row stays as it is. */
    public static List<Mutation> deletions(RowView message) {
        return of(message)
                .map(poll -> poll.answerIds()
                        .mapToObj(answer -> Write.deletePartition(
                                PollVotes.TABLE,
                                message.get(Messages.CHANNEL_ID),
                                message.get(Messages.MESSAGE_ID),
                                answer))
                        .toList())
                .orElse(List.of());
    }

    public String question() {
        return definition.path("question").path("text").asText();
    }

    /** The ids of its answers: from 1 on. */
    public LongStream answerIds() {
        return LongStream.rangeClosed(1, definition.path("answers").size());
    }

    /** How an answer looks. */
    public JsonNode media(long answerId) {
        return definition.path("answers").path((int) answerId - 1).path("poll_media");
    }

    /** Whether one may vote for more than one answer. */
    public boolean isMultiple() {
        return definition.path("allow_multiselect").asBoolean();
    }

    /** Until when it is open, in ms since 1970. */
    public long expiry() {
        return OffsetDateTime.parse(definition.path("expiry").asText())
                .toInstant()
                .toEpochMilli();
    }

    public long count(long answerId) {
        return answerId <= counts.size() ? counts.get((int) answerId - 1) : 0;
    }

    /** The counts with so many votes more for an answer. */
    public StoredPoll counted(long answerId, long more) {
        List<Long> changed =
                new ArrayList<>(answerIds().map(this::count).boxed().toList());
        changed.set((int) answerId - 1, Math.max(0, count(answerId) + more));
        return new StoredPoll(definition, List.copyOf(changed), ended);
    }

    /** The poll as it is once it is over. */
    public StoredPoll endedAt(long now) {
        ObjectNode closed = definition.deepCopy();
        if (now < expiry()) {
            closed.put("expiry", Json.timestamp(now));
        }
        return new StoredPoll(closed, counts, true);
    }

    /** As a reader gets it. */
    public ObjectNode shown(Set<Long> ownVotes) {
        ObjectNode shown = definition.deepCopy();
        ObjectNode results = shown.putObject("results").put("is_finalized", ended);
        ArrayNode entries = results.putArray("answer_counts");
        answerIds().filter(answer -> count(answer) > 0).forEach(answer -> entries.addObject()
                .put("id", answer)
                .put("count", count(answer))
                .put("me_voted", ownVotes.contains(answer)));
        return shown;
    }
}
