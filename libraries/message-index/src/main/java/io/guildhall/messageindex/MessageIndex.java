package io.guildhall.messageindex;

import io.guildhall.messageindex.query.SearchQuery;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index of messages. There is one document of a message at most, and none of a deleted one, whatever is delivered again
 * or out of order. Threads may share it. Failures of what it is kept in are UncheckedIOExceptions.
 */
public interface MessageIndex extends Closeable {
    /** What follows sees the changes; they are safe only after {@link #commit}. */
    void apply(List<Change> changes);

    /** Returns when everything that was applied before outlives the process. */
    void commit();

    /** @throws SearchTooLongException when it takes longer than any search may */
    Hits search(SearchQuery query);

    /** How many messages of these guilds (or private channels) can be found. */
    long count(Set<Long> homes);

    /**
     * Those of the homes whose older messages are not all there. What was sent before the index existed comes from the store;
     * until that was done a search would find a part.
     */
    Set<Long> incomplete(Set<Long> homes);

    /** A home's older messages are all there now; safe after {@link #commit}. */
    void complete(long home);

    /** The last term of each home's owner that {@link #remember} was told of; 0 when there was none. Safe after {@link #commit}. */
    Map<Long, Long> terms(Set<Long> homes);

    /** In this term the home's owner tells this index what becomes of messages. */
    void remember(long home, long term);

    /** Forgets a home's messages, to have it made anew: what was told of them may have been lost. It is not complete then. */
    void begin(long home);
}
