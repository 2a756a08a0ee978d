package io.guildhall.search.find;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.elasticsearch.RankedHits;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Answers searches. Blocks; any virtual thread. */
@Singleton
public class Finder {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Readiness readiness;
    private final Indexes indexes;
    private final SearchMetrics metrics;
    private final Duration patience;

    Finder(Readiness readiness, Indexes indexes, SearchMetrics metrics, SearchConfig config) {
        this.readiness = readiness;
        this.indexes = indexes;
        this.metrics = metrics;
        this.patience = config.patience();
    }

    /**
     * What a query finds, or that it has to wait for an index that is being made.
     *
     * @param terms in which the owner of each of the query's homes is
     */
    public Found find(SearchQuery query, Map<Home, Long> terms) {
        return metrics.find(() -> found(query, terms));
    }

    private Found found(SearchQuery query, Map<Home, Long> terms) {
        Optional<Map<Destination, Set<Long>>> settled = readiness.settled(terms);
        if (settled.isPresent()) {
            Hits hits = search(query, settled.get());
            if (readiness.settled(terms).isPresent()) {
                return new Found.Messages(hits);
            }
        }
        return asked(query, terms);
    }

    private Found asked(SearchQuery query, Map<Home, Long> terms) {
        long until = System.nanoTime() + patience.toNanos();
        Optional<Ahead> ahead = readiness.known(terms.keySet()).map(homes -> ahead(query, homes));
        Readiness.Found ready = readiness.of(terms);
        if (ready.incomplete().isEmpty()
                && ahead.filter(begun -> begun.homes().equals(ready.homes())).isPresent()) {
            return new Found.Messages(ahead.get().hits());
        }
        return patiently(query, terms, ready, until);
    }

    private Found patiently(SearchQuery query, Map<Home, Long> terms, Readiness.Found first, long until) {
        Readiness.Found ready = first;
        while (!ready.incomplete().isEmpty()) {
            if (System.nanoTime() - until >= 0) {
                metrics.notYet();
                return new Found.NotYet(count(ready.homes()));
            }
            pause();
            ready = readiness.of(terms);
        }
        return new Found.Messages(search(query, ready.homes()));
    }

    /**
     * A search that is begun before it is known that all is there, which takes a request of its own: mostly it is.
     *
     * @param homes by destination
     */
    private record Ahead(Map<Destination, Set<Long>> homes, CompletableFuture<Hits> answer) {
        Hits hits() {
            try {
                return answer.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException known ? known : failure;
            }
        }
    }

    private Ahead ahead(SearchQuery query, Map<Destination, Set<Long>> homes) {
        return new Ahead(homes, CompletableFuture.supplyAsync(() -> search(query, homes), Thread::startVirtualThread));
    }

    private long count(Map<Destination, Set<Long>> homes) {
        return homes.entrySet().stream()
                .mapToLong(entry -> indexes.with(entry.getKey(), index -> index.count(entry.getValue())))
                .sum();
    }

    private Hits search(SearchQuery query, Map<Destination, Set<Long>> homes) {
        Page page = query.page();
        if (homes.size() == 1) {
            return indexes.with(
                    homes.keySet().iterator().next(),
                    index -> index.ranked(query, page.offset(), page.limit()).hits());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RankedHits>> asked = new ArrayList<>();
            homes.forEach((destination, some) -> asked.add(threads.submit(() -> indexes.with(
                    destination, index -> index.ranked(in(query, some), 0, page.offset() + page.limit())))));
            List<RankedHits> found = new ArrayList<>();
            for (Future<RankedHits> answer : asked) {
                found.add(answer.get());
            }
            return new Merge(page).of(found);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new CompletionException(failure);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
    }

    private static SearchQuery in(SearchQuery query, Set<Long> homes) {
        Place place = query.place();
        return new SearchQuery(
                new Place(homes, place.channels(), place.after(), place.before()),
                query.words(),
                query.people(),
                query.parts(),
                query.page());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
    }
}
