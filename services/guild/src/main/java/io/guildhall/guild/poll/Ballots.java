package io.guildhall.guild.poll;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.PollVotes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Who voted for what in the polls of one channel. */
public record Ballots(StorageFacade storage, long channelId) {
    /** Answers that a poll has at most. */
    private static final int MOST_ANSWERS = 10;

    /** What {@link #of} reads at most. */
    public static List<ReadRequest> foreseen(long channelId, long messageId, long userId) {
        return LongStream.rangeClosed(1, MOST_ANSWERS)
                .mapToObj(answer -> Read.row(PollVotes.TABLE, channelId, messageId, answer, userId))
                .toList();
    }

    /** The answers that a user voted for. */
    public Set<Long> of(StoredPoll poll, long messageId, long userId) {
        List<Long> answers = poll.answerIds()
                .filter(answer -> poll.count(answer) > 0)
                .boxed()
                .toList();
        return SideBySide.map(answers, answer -> storage.row(PollVotes.TABLE, channelId, messageId, answer, userId))
                .stream()
                .flatMap(vote -> vote.stream())
                .map(vote -> vote.get(PollVotes.ANSWER_ID))
                .collect(Collectors.toUnmodifiableSet());
    }
}
