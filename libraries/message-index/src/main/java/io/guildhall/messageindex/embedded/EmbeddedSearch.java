package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.query.SearchQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Searches and indexes in this process. What is told goes into the index at once; what was sent before a home had an index is read
 * from the store when the home is first searched. A process that dies meanwhile begins that anew, and is told again what it had not
 * made safe.
 */
public final class EmbeddedSearch implements MessageSearch, AutoCloseable {
    /** So many homes are read from the store at one time. */
    private static final int MOST_BUILDS = 8;

    private final MessageIndex index;
    private final Duration patience;
    private final FactQueue facts;
    private final ConcurrentMap<Long, CompletableFuture<?>> beginning = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, HomeBuild> builds = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(MOST_BUILDS);

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
                    long known = term(home);
                    if (known != term - 1 && known != term) {
                        forget(home);
                    }
                    index.remember(home, term);
                })
                .toCompletableFuture();
        beginning.put(home, checked);
        // Where it failed the index is in an earlier term than the home's owner, which the next search finds out.
        checked.whenComplete((done, failure) -> beginning.remove(home, checked));
    }

    /** Terms that are not noted yet. */
    int beginning() {
        return beginning.size();
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
        Set<Long> homes = query.place().homes();
        if (!isKnown(homes, history) || !isBuilt(index.incomplete(homes), history)) {
            return new Found.NotYet(index.count(homes));
        }
        return new Found.Messages(index.search(query));
    }

    /** False while it is not known whether something of the homes was missed. */
    private boolean isKnown(Set<Long> homes, History history) {
        List<CompletableFuture<?>> checks = new ArrayList<>();
        index.terms(homes).forEach((home, term) -> {
            CompletableFuture<?> begun = beginning.get(home);
            if (begun != null) {
                checks.add(begun);
            } else if (term < history.term(home)) {
                checks.add(facts.add(() -> catchUp(home, history.term(home))).toCompletableFuture());
            }
        });
        try {
            return isDone(checks);
        } catch (ExecutionException unknown) {
            return false;
        }
    }

    private boolean isBuilt(Set<Long> incomplete, History history) {
        List<CompletableFuture<?>> done = new ArrayList<>();
        for (long home : incomplete) {
            HomeBuild build = builds.computeIfAbsent(home, missing -> new HomeBuild(index, missing, history, turns));
            build.startOnce(() -> builds.remove(home, build));
            done.add(build.done());
        }
        try {
            return isDone(done) && index.incomplete(incomplete).isEmpty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the index can't be made", failed.getCause());
        }
    }

    /** False when it takes longer than a search waits. */
    private boolean isDone(List<CompletableFuture<?>> work) throws ExecutionException {
        try {
            CompletableFuture.allOf(work.toArray(CompletableFuture<?>[]::new))
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A home whose owner is in a term that was not told of here. */
    private void catchUp(long home, long term) {
        if (term(home) < term) {
            forget(home);
            index.remember(home, term);
        }
    }

    private void forget(long home) {
        builds.computeIfPresent(home, (same, build) -> build.spoiled());
        index.begin(home);
    }

    private long term(long home) {
        return index.terms(Set.of(home)).get(home);
    }

    /** What was not safe by now is told again. The index stays open. */
    @Override
    public void close() {
        facts.close();
        builds.values().forEach(HomeBuild::stop);
    }
}
