package io.guildhall.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.Hits.Hit;
import io.guildhall.messageindex.elasticsearch.RankedHits;
import io.guildhall.messageindex.elasticsearch.RankedHits.Ranked;
import io.guildhall.messageindex.query.Page;
import io.guildhall.messageindex.query.Sorting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
    private static final RankedHits HERE = new RankedHits(100, List.of(hit(1, 0.5), hit(4, 2), hit(9, 1)));
    private static final RankedHits THERE = new RankedHits(10, List.of(hit(2, 2), hit(8, 0.1)));

    @ParameterizedTest
    @CsvSource({"NEWEST_FIRST,9 8 4 2 1", "OLDEST_FIRST,1 2 4 8 9", "RELEVANCE,4 2 9 1 8"})
    void hitsOfSeveralIndexesStandInOneOrder(Sorting sorting, String expected) {
        Hits hits = new Merge(new Page(sorting, 25, 0)).of(List.of(HERE, THERE));

        assertThat(hits.messages())
                .extracting(hit -> Long.toString(hit.message()))
                .containsExactly(expected.split(" "));
        assertThat(hits.total()).isEqualTo(110);
    }

    @Test
    void aPageIsCutOutOfAll() {
        Hits hits = new Merge(new Page(Sorting.OLDEST_FIRST, 2, 1)).of(List.of(THERE, HERE));

        assertThat(hits.messages()).extracting(Hit::message).containsExactly(2L, 4L);
    }

    private static Ranked hit(long message, double score) {
        return new Ranked(new Hit(7, message), score);
    }
}
