package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.fact.MessageFact;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Searches and indexes in this process. What is told goes into the index at once; what was sent before a home had an index is read
 * from the store when the home is first searched. A process that dies meanwhile begins that anew, and is told again what it had not
 * made safe.
 */
public final class EmbeddedSearch implements MessageSearch, AutoCloseable {
    private final MessageIndex index;
    private final Duration patience;
    private final FactQueue facts;
    private final ConcurrentMap<Long, HomeBuild> builds = new ConcurrentHashMap<>();

    /** @param patience how long a search waits for an index that is being made before it says so */
    public EmbeddedSearch(MessageIndex index, Duration patience) {
        this.index = index;
        this.patience = patience;
        this.facts = new FactQueue(index);
    }

    /** Completes when the fact is safe; fails when it has to be told again. */
    public CompletionStage<?> take(Version version, MessageFact fact) {
        return facts.add(version, fact);
    }

    /** Some facts of this home were lost: its messages are read from the store at the next search. */
    public void gap(long home) {
        builds.computeIfPresent(home, (same, build) -> build.spoiled());
        index.begin(home);
        index.commit();
    }

    @Override
    public Found search(SearchQuery query, History history) {
        long home = query.place().home();
        if (!index.isComplete(home)) {
            HomeBuild build = builds.computeIfAbsent(home, missing -> HomeBuild.of(index, missing, history));
            build.startOnce(() -> builds.remove(home, build));
            if (!build.await(patience) || !index.isComplete(home)) {
                return new Found.NotYet(index.count(home));
            }
        }
        return new Found.Messages(index.search(query));
    }

    /** What was not safe by now is told again. The index stays open. */
    @Override
    public void close() {
        facts.close();
        builds.values().forEach(HomeBuild::stop);
    }
}
