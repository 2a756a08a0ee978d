package io.guildhall.guild.message;

import io.guildhall.guild.poll.Ballots;
import io.guildhall.guild.poll.StoredPoll;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** For what one reader voted in the polls of messages; each looked up once. Reader 0 voted for nothing. */
record OwnVotes(MessageStore store, long reader, Map<Long, Set<Long>> known) {
    OwnVotes(MessageStore store, long reader) {
        this(store, reader, new ConcurrentHashMap<>());
    }

    Set<Long> in(RowView message, StoredPoll poll) {
        long id = message.get(Messages.MESSAGE_ID);
        return reader == 0
                ? Set.of()
                : known.computeIfAbsent(
                        id, any -> new Ballots(store.storage(), store.channelId()).of(poll, id, reader));
    }

    /** Looks up at once what will be asked about these messages. */
    void prefetch(List<RowView> messages) {
        if (reader != 0) {
            Prefetch.all(
                    messages.stream().flatMap(row -> StoredPoll.of(row).stream().map(poll -> () -> in(row, poll))));
        }
    }
}
