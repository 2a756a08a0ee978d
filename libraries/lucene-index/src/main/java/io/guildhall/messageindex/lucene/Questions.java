package io.guildhall.messageindex.lucene;

import io.guildhall.messageindex.facet.Condition;
import io.guildhall.messageindex.facet.Conditions;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Puts a search into Lucene's words. */
final class Questions {
    private Questions() {}

    static Query of(SearchQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Phrases.of(query.words()).ifPresent(text -> all.add(text, Occur.MUST));
        all.add(word(Field.STATE, Field.MESSAGE), Occur.FILTER);
        bounds(all, query.place());
        Conditions.of(query).forEach(condition -> add(all, condition));
        return all.build();
    }

    /** All messages of these homes. */
    static Query homes(Set<Long> homes) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(word(Field.STATE, Field.MESSAGE), Occur.FILTER);
        add(all, Conditions.homes(homes));
        return all.build();
    }

    static Query word(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static void add(BooleanQuery.Builder all, Condition condition) {
        Query values = new TermInSetQuery(
                condition.facet().word(),
                condition.values().stream().map(BytesRef::new).toList());
        all.add(values, condition.wanted() ? Occur.FILTER : Occur.MUST_NOT);
    }

    private static void bounds(BooleanQuery.Builder all, Place place) {
        long lowest = place.after().isPresent() ? next(place.after().getAsLong()) : Long.MIN_VALUE;
        long highest = place.before().isPresent() ? place.before().getAsLong() - 1 : Long.MAX_VALUE;
        if (lowest != Long.MIN_VALUE || highest != Long.MAX_VALUE) {
            all.add(LongField.newRangeQuery(Field.ID, lowest, highest), Occur.FILTER);
        }
    }

    /** No message has the highest id. */
    private static long next(long id) {
        return id == Long.MAX_VALUE ? id : id + 1;
    }
}
