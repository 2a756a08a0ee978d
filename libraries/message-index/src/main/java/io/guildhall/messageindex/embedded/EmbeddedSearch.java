package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.query.SearchQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Searches and indexes in this process. What is told goes into the index at once; what was sent before a home had an index is read
 * from the store when the home is first searched. A process that dies meanwhile begins that anew, and is told again what it had not
 * made safe.
 */
public final class EmbeddedSearch implements MessageSearch, AutoCloseable {
    private final MessageIndex index;
    private final Duration patience;
    private final FactQueue facts;
    private final ConcurrentMap<Long, CompletableFuture<?>> beginning = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, HomeBuild> builds = new ConcurrentHashMap<>();

    /** @param patience how long a search waits for an index that is being made before it says so */
    public EmbeddedSearch(MessageIndex index, Duration patience) {
        this.index = index;
        this.patience = patience;
        this.facts = new FactQueue(index);
    }

    /**
     * The home's owner begins a term in which it tells of messages here. When this was not so in the term before, what happened
     * then is not known: its messages are read from the store at the next search.
     */
    public void begins(long home, long term) {
        CompletableFuture<?> checked = facts.add(() -> {
                    if (index.term(home) != term - 1) {
                        forget(home);
                    }
                    index.remember(home, term);
                })
                .toCompletableFuture();
        beginning.put(home, checked);
        // One that failed stays: until the next term nobody knows whether something was missed.
        checked.thenRun(() -> beginning.remove(home, checked));
    }

    /** Completes when the facts are safe; fails when they have to be told again. */
    public CompletionStage<?> take(List<Told> told) {
        return facts.add(told);
    }

    /** Some facts of this home were lost: its messages are read from the store at the next search. Completes when that is sure. */
    public CompletionStage<?> gap(long home) {
        return facts.add(() -> forget(home));
    }

    @Override
    public Found search(SearchQuery query, History history) {
        long home = query.place().home();
        if (!isChecked(home)) {
            return new Found.NotYet(index.count(home));
        }
        if (!index.isComplete(home)) {
            HomeBuild build = builds.computeIfAbsent(home, missing -> HomeBuild.of(index, missing, history));
            build.startOnce(() -> builds.remove(home, build));
            if (!build.await(patience) || !index.isComplete(home)) {
                return new Found.NotYet(index.count(home));
            }
        }
        return new Found.Messages(index.search(query));
    }

    private void forget(long home) {
        builds.computeIfPresent(home, (same, build) -> build.spoiled());
        index.begin(home);
    }

    /** False while it is not known whether something of the home was missed. */
    private boolean isChecked(long home) {
        CompletableFuture<?> check = beginning.get(home);
        if (check == null) {
            return true;
        }
        try {
            check.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException unknown) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was not safe by now is told again. The index stays open. */
    @Override
    public void close() {
        facts.close();
        builds.values().forEach(HomeBuild::stop);
    }
}
