package io.guildhall.messageindex.elasticsearch;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import java.util.List;

/**
 * What a search found in one index.
 *
 * @param total how many messages fit, in all of the index
 */
public record RankedHits(long total, List<Ranked> ranked) {
    public RankedHits {
        ranked = List.copyOf(ranked);
    }

    /** @param score how well it fits; 0 where hits come by time */
    public record Ranked(Hit hit, double score) {}

    public Hits hits() {
        return new Hits(total, ranked.stream().map(Ranked::hit).toList());
    }
}
