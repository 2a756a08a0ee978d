package io.guildhall.search.find;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.elasticsearch.RankedHits;
import io.guildhall.messageindex.elasticsearch.RankedHits.Ranked;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Sorting;
import java.util.Comparator;
import java.util.List;

/** One page of what several indexes found, each of which was asked for everything up to the page's end. */
record Merge(Page page) {
    Hits of(List<RankedHits> found) {
        return new Hits(
                found.stream().mapToLong(RankedHits::total).sum(),
                found.stream()
                        .flatMap(hits -> hits.ranked().stream())
                        .sorted(order(page.sorting()))
                        .skip(page.offset())
                        .limit(page.limit())
                        .map(Ranked::hit)
                        .toList());
    }

    private static Comparator<Ranked> order(Sorting sorting) {
        Comparator<Ranked> oldest = Comparator.comparing(ranked -> ranked.hit().message());
        return switch (sorting) {
            case NEWEST_FIRST -> oldest.reversed();
            case OLDEST_FIRST -> oldest;
            case RELEVANCE ->
                Comparator.comparing(Ranked::score).thenComparing(oldest).reversed();
        };
    }
}
