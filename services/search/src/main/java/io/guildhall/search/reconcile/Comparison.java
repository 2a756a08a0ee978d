package io.guildhall.search.reconcile;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.messageindex.elasticsearch.RankedHits.Ranked;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Sorting;
import io.guildhall.messageindex.stored.StoredChannel.Stretch;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.search.binding.Binding;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds messages as they are stored against what is indexed of them, and mends what differs. Nothing is wrong afterwards whatever is still on its
 * way: what is put has the lowest version, and the id of what is removed never comes again. Blocks; any virtual thread.
 */
@Singleton
class Comparison {
    private final Store store;
    private final Indexes indexes;
    private final Intake intake;
    private final SearchMetrics metrics;

    Comparison(Store store, Indexes indexes, Intake intake, SearchMetrics metrics) {
        this.store = store;
        this.indexes = indexes;
        this.intake = intake;
        this.metrics = metrics;
    }

    /**
     * Mostly the counts are equal, and no more is asked for.
     *
     * @return how many were missing, or there though deleted
     */
    int mend(Binding binding, long channel, Stretch stored) {
        metrics.compared(stored.documents().size());
        if (find(binding, channel, stored, Page.MAX_LIMIT).total()
                == stored.documents().size()) {
            return 0;
        }
        Set<Long> indexed =
                find(binding, channel, stored, ElasticsearchIndex.MOST_HITS).messages();
        Set<Long> there = stored.documents().stream().map(MessageDocument::id).collect(Collectors.toSet());
        Version last = new Version(term(binding.home()) + 1, 0);
        List<Change> changes = Stream.<Change>concat(
                        stored.documents().stream()
                                .filter(document -> !indexed.contains(document.id()))
                                .map(document -> new Change.Put(document, Version.STORED)),
                        indexed.stream()
                                .filter(message -> !there.contains(message))
                                .map(message -> new Change.Remove(message, last)))
                .toList();
        if (!changes.isEmpty()) {
            intake.apply(binding.destination(), changes);
            metrics.repaired(changes.size());
        }
        return changes.size();
    }

    private record Found(long total, Set<Long> messages) {}

    private Found find(Binding binding, long channel, Stretch stored, int limit) {
        Place place = new Place(
                Set.of(binding.home().id()),
                Set.of(channel),
                OptionalLong.of(stored.after()),
                OptionalLong.of(stored.before()));
        SearchQuery query = SearchQuery.everything(place).with(new Page(Sorting.NEWEST_FIRST, Page.MAX_LIMIT, 0));
        return indexes.with(binding.destination(), index -> {
            var found = index.ranked(query, 0, limit);
            return new Found(
                    found.total(),
                    found.ranked().stream()
                            .map(Ranked::hit)
                            .map(hit -> hit.message())
                            .collect(Collectors.toSet()));
        });
    }

    /** What was indexed was told in this term or in an earlier one. */
    private long term(Home home) {
        return store.row(ActorEpochs.TABLE, home.number(), home.id())
                .map(row -> row.get(ActorEpochs.EPOCH, 0L))
                .orElse(0L);
    }
}
