package io.guildhall.search.history;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.messageindex.stored.StoredChannel;
import io.guildhall.messageindex.stored.StoredPlaces;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.search.store.Store;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Puts a home's stored messages into its index, as documents of the lowest version, while facts go on coming in. */
@Singleton
class HistoryReader {
    private final Store store;
    private final BuildQueue queue;
    private final Indexes indexes;
    private final Intake intake;
    private final SearchMetrics metrics;

    HistoryReader(Store store, BuildQueue queue, Indexes indexes, Intake intake, SearchMetrics metrics) {
        this.store = store;
        this.queue = queue;
        this.indexes = indexes;
        this.intake = intake;
        this.metrics = metrics;
    }

    /** @param pace waits, so that the store is not read too fast; throws to end it, which whoever takes it up goes on with */
    void read(Build build, Destination into, Pace pace) {
        Home home = build.home();
        if (build.place() == 0) {
            begin(home, into);
        }
        for (long place : new StoredPlaces(store).of(home.kind(), home.id())) {
            if (Long.compareUnsigned(place, build.place()) < 0) {
                continue;
            }
            long before = place == build.place() && build.message() != 0 ? build.message() : Long.MAX_VALUE;
            new StoredChannel(store, home.id(), place).read(before, (page, oldest) -> {
                put(into, page);
                queue.put(build.at(place, oldest));
                pace.after(page.size());
            });
        }
    }

    /**
     * What was written before by another binding, and what was deleted since, is not to stay. The term that the owner is in when nothing was
     * read yet is known to the index from now on: what it told until now is in the store.
     */
    private void begin(Home home, Destination into) {
        long term = store.row(ActorEpochs.TABLE, home.number(), home.id())
                .map(row -> row.get(ActorEpochs.EPOCH, 0L))
                .orElse(0L);
        indexes.with(into, index -> {
            index.begin(home.id());
            if (index.states(Set.of(home.id())).get(home.id()).term() < term) {
                index.remember(home.id(), term);
            }
            return true;
        });
    }

    private void put(Destination into, List<MessageDocument> page) {
        intake.apply(
                into,
                page.stream()
                        .<Change>map(document -> new Change.Put(document, Version.STORED))
                        .toList());
        metrics.restored(page.size());
    }
}
